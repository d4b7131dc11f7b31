import type { SigningKeyView } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';

/** Of a key in use: by what it is bound to its owner, that it bears another name, and that its certificate ends. */
export function KeyStanding({ signingKey }: { signingKey: SigningKeyView }) {
  const { t, day } = useTranslations('signing');
  const { boundBy, bearsOtherName, endsSoon, certificate } = signingKey;
  return (
    <>
      <p className="small">
        {boundBy === null ? <strong>{t('signing.unbound')}</strong> : t(`signing.boundBy.${boundBy}`)}
      </p>
      {bearsOtherName && (
        <p className="small">
          <strong>{t('signing.otherName')}</strong>
        </p>
      )}
      {endsSoon && (
        <p className="small" role="status">
          <strong>{t('signing.endsSoon', { until: day(certificate.validUntil) })}</strong>
        </p>
      )}
    </>
  );
}
