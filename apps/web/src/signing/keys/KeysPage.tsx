import type { SigningKeyView } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { useActing } from '../../api/use-session';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { DialogButton } from '../../ui/DialogButton';
import { Pill } from '../../ui/Badges';
import { PageError } from '../../ui/page/PageError';
import { useTitle } from '../../ui/page/use-title';
import { Waiting } from '../../ui/page/Waiting';
import { AddKeyDialog } from './AddKeyDialog';
import { AddTokenDialog } from './AddTokenDialog';
import { signingKeysQuery } from '../api';
import { Certificate } from '../Certificate';
import { DemoKeyButton } from '../DemoKeyButton';
import { KeyStanding } from '../KeyStanding';
import { RevokeDialog } from './RevokeDialog';
import { UseByRule } from './UseByRule';
import rows from '../../ui/page/rows-page.module.css';
import classes from '../signing.module.css';

/** The keys with which one signs: what their certificates say, until when they hold, and those that were. */
export function KeysPage() {
  const { t } = useTranslations('signing');
  const { session } = useActing();
  useTitle(t('signing.keys'));
  const { data, error } = useQuery(signingKeysQuery());
  const added = (close: () => void) => () => {
    close();
    showSuccess(t('signing.added'));
  };
  if (error) return <PageError error={error} />;
  if (!data) return <Waiting />;
  const hasKey = data.items.some(({ kind, state }) => kind === 'p12' && isInUse(state));
  return (
    <main className={rows.place}>
      <h1>{t('signing.keys')}</h1>
      <p className="soft">{t('signing.keysWhy')}</p>
      <div className={classes.acts}>
        <DialogButton
          label={t(hasKey ? 'signing.replaceKey' : 'signing.addKey')}
          dialog={(close) => <AddKeyDialog replaces={hasKey} onAdded={added(close)} onClose={close} />}
        />
        <DialogButton
          label={t('signing.addToken')}
          variant="default"
          dialog={(close) => <AddTokenDialog onAdded={added(close)} onClose={close} />}
        />
        {session.demo && <DemoKeyButton />}
      </div>
      <UseByRule />
      {data.items.length === 0 ? (
        <p>{t('signing.noKey')}</p>
      ) : (
        <ul className={rows.rows}>
          {data.items.map((key) => (
            <KeyRow key={key.id} signingKey={key} />
          ))}
        </ul>
      )}
    </main>
  );
}

const isInUse = (state: SigningKeyView['state']): boolean => state === 'in_use' || state === 'expired';

function KeyRow({ signingKey }: { signingKey: SigningKeyView }) {
  const { t, dateTime } = useTranslations('signing');
  const { id, kind, state, certificate, addedAt, endedAt } = signingKey;
  const name = certificate.subject;
  return (
    <li className={rows.row}>
      <div className={rows.words}>
        <strong>{t(`signing.kind.${kind}`)}</strong>{' '}
        <Pill kind={state === 'in_use' ? 'accent' : 'stamp'}>{t(`signing.state.${state}`)}</Pill>
        <div className="soft small">
          {t('signing.addedAt', { at: dateTime(addedAt) })}
          {endedAt !== null && ` · ${t('signing.endedAt', { at: dateTime(endedAt) })}`}
        </div>
        <Certificate certificate={certificate} />
        {isInUse(state) && <KeyStanding signingKey={signingKey} />}
      </div>
      {isInUse(state) && (
        <DialogButton
          label={t('signing.revoke')}
          aria-label={`${t('signing.revoke')}: ${name}`}
          variant="subtle"
          size="xs"
          dialog={(close) => <RevokeDialog keyId={id} name={name} onClose={close} />}
        />
      )}
    </li>
  );
}
