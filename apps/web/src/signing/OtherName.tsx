import { useTranslations } from '../language/use-translations';
/** A warning: the certificate may be that of somebody else. */
export function OtherName() {
  const { t } = useTranslations('signing');
  return (
    <p className="small">
      <strong>{t('signing.otherName')}</strong>
    </p>
  );
}
