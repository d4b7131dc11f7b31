import { useList } from '../api/lists/use-list';
import { useTranslations } from '../language/use-translations';
import { RefusalLine } from '../ui/notices/RefusalLine';
import { ChargeList } from './ChargeList';

/** The charges of somebody who holds no post any more: he still needs their certificates. */
export function OwnCharges() {
  const { t } = useTranslations('absence');
  const charges = useList('listCharges', {}, { every: 10_000 });
  if (charges.error) return <RefusalLine error={charges.error} />;
  if (charges.items.length === 0) return null;
  return (
    <section aria-labelledby="own-charges">
      <h2 id="own-charges">{t('charge.title')}</h2>
      <ChargeList charges={charges} />
    </section>
  );
}
