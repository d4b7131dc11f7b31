import { Link } from '@tanstack/react-router';
import { useTranslations } from '../../language/use-translations';
import { useSigningRule } from '../api';

/** Which letters and notes the office wants signed with keys such as these; the others it seals itself. */
export function UseByRule() {
  const { t } = useTranslations('signing');
  const { data: rule } = useSigningRule();
  if (!rule) return null;
  const forms = rule.signedForms.map((form) => t(`letterForm.${form}`)).join(', ');
  return (
    <section className="card" aria-label={t('signing.usedFor')}>
      <h2 className="eyebrow">{t('signing.usedFor')}</h2>
      <p>{forms === '' ? t('signing.usedForNoForm') : t('signing.usedForForms', { forms })}</p>
      <p>{t('signing.usedForSeveral')}</p>
      <p>{t(rule.signedNotes ? 'signing.usedForNotes' : 'signing.notUsedForNotes')}</p>
      <Link to="/signing-rule">{t('page.signingRule')}</Link>
    </section>
  );
}
