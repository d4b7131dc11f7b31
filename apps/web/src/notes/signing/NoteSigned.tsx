import type { NoteSignatureView } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { call } from '../../api/call';
import { saveBytes } from '../../ui/save-bytes';
import { Time } from '../../ui/Time';
import { ActButton } from '../../ui/ActButton';
import { Certificate } from '../../signing/Certificate';
import { Revocation } from '../../signing/Revocation';
import classes from '../../signing/signing.module.css';

/** That the author of a note signed it: when, with which certificate, and the two files by which anybody checks it. */
export function NoteSigned({ signature }: { signature: NoteSignatureView }) {
  const { t } = useTranslations('signing');
  const { fileId, note, at, certificate, revocation } = signature;
  const name = `note-${String(note)}`;
  const save = async () => {
    const { signed, cms } = await call('getNoteSignature', { params: { fileId, note } });
    saveBytes(new Blob([signed], { type: 'application/json' }), `${name}.json`);
    const bytes = Uint8Array.from(atob(cms), (letter) => letter.charCodeAt(0));
    saveBytes(new Blob([bytes], { type: 'application/pkcs7-signature' }), `${name}.p7s`);
  };
  return (
    <details className="small">
      <summary>
        {t('signing.noteSignedBy')} <Time at={at} /> · {certificate.subject}
      </summary>
      <Certificate certificate={certificate} />
      <Revocation revocation={revocation} />
      <div className={classes.acts}>
        <ActButton label={t('signing.saveNote')} size="compact-xs" variant="default" act={save} />
      </div>
      <p className="soft small">{t('signing.checkNote', { command: commandFor(name) })}</p>
    </details>
  );
}

const commandFor = (name: string): string =>
  `openssl cms -verify -binary -inform DER -in ${name}.p7s -content ${name}.json -purpose any -CAfile …`;
