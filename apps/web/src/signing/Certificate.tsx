import type { CertificateView } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';
import classes from './signing.module.css';

/** What a certificate says, so that its owner recognises it. */
export function Certificate({ certificate }: { certificate: CertificateView }) {
  const { t, dateTime } = useTranslations('signing');
  const { subject, issuer, serial, validFrom, validUntil, fingerprint } = certificate;
  return (
    <dl className={classes.certificate}>
      <dt>{t('signing.subject')}</dt>
      <dd>{subject}</dd>
      <dt>{t('signing.issuer')}</dt>
      <dd>{issuer}</dd>
      <dt>{t('signing.serial')}</dt>
      <dd className="mono">{serial}</dd>
      <dt>{t('signing.valid')}</dt>
      <dd>{t('signing.validFromUntil', { from: dateTime(validFrom), until: dateTime(validUntil) })}</dd>
      <dt>{t('signing.fingerprint')}</dt>
      <dd className="mono">{fingerprint}</dd>
    </dl>
  );
}
