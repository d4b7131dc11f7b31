import { EndTrust, type UnboundKey } from '@patravali/contract';
import { useCommand } from '../api/use-command';
import { useTranslations } from '../language/use-translations';
import { DialogButton } from '../ui/DialogButton';
import { showSuccess } from '../ui/notices/announcements';
import rows from '../ui/page/rows-page.module.css';
import { ReasonDialog } from '../ui/ReasonDialog';
import { useUnboundKeys } from './api';
import { Certificate } from '../signing/Certificate';
import { useConfirmed } from '../signing/use-confirmed';

/** Keys that people added before certificates were bound; nothing where there are none. */
export function UnboundKeys() {
  const { t, translate, dateTime } = useTranslations('certificates', 'signing');
  const { data } = useUnboundKeys();
  if (!data || data.items.length === 0) return null;
  return (
    <section aria-labelledby="unbound">
      <h2 id="unbound">{t('certificates.unbound')}</h2>
      <p className="soft small">{t('certificates.unboundWhy')}</p>
      <ul className={rows.rows}>
        {data.items.map((key) => (
          <li key={key.id} className={rows.row}>
            <div className={rows.words}>
              <strong>{translate(key.person.name)}</strong> <span className="mono">{key.person.username}</span>
              <div className="soft small">{t('signing.addedAt', { at: dateTime(key.addedAt) })}</div>
              <Certificate certificate={key.certificate} />
            </div>
            <DialogButton
              label={t('certificates.bind')}
              aria-label={`${t('certificates.bind')}: ${key.person.username}`}
              variant="subtle"
              size="xs"
              dialog={(close) => <BindKeyDialog unbound={key} onClose={close} />}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

function BindKeyDialog({ unbound, onClose }: { unbound: UnboundKey; onClose: () => void }) {
  const { t, translate } = useTranslations('certificates');
  const bind = useCommand('bindCertificate');
  const { run, dialog } = useConfirmed();
  const { id: keyId, person, certificate } = unbound;
  const act = async (reason: string) => {
    await run(() => bind.mutateAsync({ body: { username: person.username, keyId, reason } }));
    showSuccess(t('certificates.bound'));
  };
  return (
    <ReasonDialog
      title={t('certificates.bindTitle')}
      act={t('certificates.bind')}
      schema={EndTrust}
      more={{ field: dialog, isMissing: false }}
      onAct={act}
      onClose={onClose}
    >
      {t('certificates.bindWhy', { name: translate(person.name), certificate: certificate.subject })}
    </ReasonDialog>
  );
}
