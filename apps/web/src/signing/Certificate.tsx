import type { CertificateView } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import { useSigningWords } from './use-words';
import classes from './signing.module.css';

/** What a certificate says, so that its owner recognises it. */
export function Certificate({ certificate }: { certificate: CertificateView }) {
  const { dateTime } = useTranslations();
  const say = useSigningWords();
  const { subject, issuer, serial, validFrom, validUntil, fingerprint } = certificate;
  return (
    <dl className={classes.certificate}>
      <dt>{say('signing.subject')}</dt>
      <dd>{subject}</dd>
      <dt>{say('signing.issuer')}</dt>
      <dd>{issuer}</dd>
      <dt>{say('signing.serial')}</dt>
      <dd className="mono">{serial}</dd>
      <dt>{say('signing.valid')}</dt>
      <dd>{say('signing.validFromUntil', { from: dateTime(validFrom), until: dateTime(validUntil) })}</dd>
      <dt>{say('signing.fingerprint')}</dt>
      <dd className="mono">{fingerprint}</dd>
    </dl>
  );
}
