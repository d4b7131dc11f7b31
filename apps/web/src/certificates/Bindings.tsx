import type { CertificateBinding, Named, TrustedRoot } from '@patravali/contract';
import { Button } from '@mantine/core';
import { useTranslations } from '../language/use-translations';
import { Actor } from '../organisation/Actor';
import { Pill } from '../ui/Badges';
import { DialogButton } from '../ui/DialogButton';
import { showSuccess } from '../ui/notices/announcements';
import rows from '../ui/page/rows-page.module.css';
import { useBindings } from './api';
import classes from '../signing/signing.module.css';
import { BindDialog } from './BindDialog';
import { EndedBy } from './EndedBy';
import { EndTrustDialog } from './EndTrustDialog';

/** To whom administrators have bound certificates, and why. */
export function Bindings({ roots }: { roots: readonly Named<TrustedRoot>[] }) {
  const { t } = useTranslations('certificates');
  const { items, hasMore, loadMore } = useBindings();
  const done = (close: () => void) => () => {
    close();
    showSuccess(t('certificates.bound'));
  };
  return (
    <section aria-labelledby="bindings">
      <h2 id="bindings">{t('certificates.bindings')}</h2>
      <p className="soft small">{t('certificates.bindingsWhy')}</p>
      <div className={classes.acts}>
        <DialogButton
          label={t('certificates.bindTitle')}
          variant="default"
          dialog={(close) => <BindDialog roots={roots} onBound={done(close)} onClose={close} />}
        />
      </div>
      {items.length === 0 ? (
        <p>{t('certificates.noBinding')}</p>
      ) : (
        <ul className={rows.rows}>
          {items.map((binding) => (
            <BindingRow key={binding.id} binding={binding} />
          ))}
        </ul>
      )}
      {hasMore && (
        <Button variant="default" onClick={loadMore}>
          {t('page.more')}
        </Button>
      )}
    </section>
  );
}

function BindingRow({ binding }: { binding: Named<CertificateBinding> }) {
  const { t, translate, dateTime } = useTranslations('certificates', 'signing');
  const { id, person, subject, fingerprint, holderNumber, reason, addedBy, addedAt, ended } = binding;
  const name = person ? translate(person.name) : t('certificates.theOffice');
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <strong>{name}</strong> {person && <span className="mono">{person.username}</span>}{' '}
        <Pill kind={ended ? 'stamp' : 'accent'}>
          {t(ended ? 'certificates.root.ended' : 'certificates.root.in_force')}
        </Pill>
        <dl className={classes.certificate}>
          <dt>{t('signing.subject')}</dt>
          <dd>{subject}</dd>
          <dt>{t(fingerprint === null ? 'certificates.holderNumber' : 'signing.fingerprint')}</dt>
          <dd className="mono">{fingerprint ?? holderNumber}</dd>
          <dt>{t('file.reason')}</dt>
          <dd>{reason}</dd>
        </dl>
        <div className="soft small">
          {t('signing.addedAt', { at: dateTime(addedAt) })} · <Actor actor={addedBy} />
          {ended && <EndedBy ended={ended} />}
        </div>
      </div>
      {!ended && (
        <DialogButton
          label={t('certificates.end')}
          aria-label={`${t('certificates.end')}: ${name}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <EndTrustDialog what="binding" id={id} name={name} onClose={close} />}
        />
      )}
    </li>
  );
}
