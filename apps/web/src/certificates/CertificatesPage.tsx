import type { Named, TrustedRoots } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useActing } from '../api/use-session';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/notices/announcements';
import { DialogButton } from '../ui/DialogButton';
import { Pill } from '../ui/Badges';
import { PageError } from '../ui/page/PageError';
import rows from '../ui/page/rows-page.module.css';
import { useTitle } from '../ui/page/use-title';
import { Waiting } from '../ui/page/Waiting';
import { trustedRootsQuery } from './api';
import { Certificate } from '../signing/Certificate';
import classes from '../signing/signing.module.css';
import { AddRootDialog } from './AddRootDialog';
import { Bindings } from './Bindings';
import { RootRow } from './RootRow';
import { UnboundKeys } from './UnboundKeys';

/** Whom the office trusts, and whose certificates are whose: the administrator says so, and everybody may know the roots. */
export function CertificatesPage() {
  const { t } = useTranslations('certificates');
  useTitle(t('page.certificates'));
  const { post } = useActing();
  const { data, error } = useQuery(trustedRootsQuery());
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  const mayChange = post.roles.includes('administrator');
  return (
    <main className={rows.place}>
      <h1>{t('page.certificates')}</h1>
      <p className="soft">{t('certificates.why')}</p>
      <Roots roots={data} mayChange={mayChange} />
      {data.seal && <Seal seal={data.seal} />}
      {mayChange ? (
        <>
          <UnboundKeys />
          <Bindings roots={data.items} />
        </>
      ) : (
        <p className="soft">{t('certificates.byAdministrator')}</p>
      )}
    </main>
  );
}

function Roots({ roots, mayChange }: { roots: Named<TrustedRoots>; mayChange: boolean }) {
  const { t } = useTranslations('certificates');
  return (
    <section aria-labelledby="roots">
      <h2 id="roots">{t('certificates.roots')}</h2>
      <p className="soft small">{t('certificates.rootsWhy')}</p>
      {mayChange && (
        <div className={classes.acts}>
          <DialogButton
            label={t('certificates.addRoot')}
            dialog={(close) => (
              <AddRootDialog
                onAdded={() => {
                  close();
                  showSuccess(t('certificates.rootAdded'));
                }}
                onClose={close}
              />
            )}
          />
        </div>
      )}
      {roots.items.length === 0 ? (
        <p>{t('certificates.noRoot')}</p>
      ) : (
        <ul className={rows.rows}>
          {roots.items.map((root) => (
            <RootRow key={root.id ?? root.fingerprint} root={root} mayEnd={mayChange} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Seal({ seal }: { seal: NonNullable<TrustedRoots['seal']> }) {
  const { t } = useTranslations('certificates');
  return (
    <section aria-labelledby="seal">
      <h2 id="seal">{t('certificates.seal')}</h2>
      <ul className={rows.rows}>
        <li className={rows.row}>
          <div className={rows.words}>
            <Pill kind={seal.fault === null ? 'accent' : 'stamp'}>
              {t(seal.fault === null ? 'certificates.sealHolds' : `certificates.sealFault.${seal.fault}`)}
            </Pill>
            <Certificate certificate={seal.certificate} />
          </div>
        </li>
      </ul>
    </section>
  );
}
