import { CHARGE_ITEM_KINDS, type ChargeCounts } from '@patravali/contract';
import { useTranslations } from '../language/use-translations';

/** How much was pending of each kind. */
export function CountsInWords({ counts }: { counts: ChargeCounts }) {
  const { t } = useTranslations('absence');
  const some = CHARGE_ITEM_KINDS.filter((kind) => counts[kind] > 0);
  if (some.length === 0) return t('charge.nothing');
  return some.map((kind) => t('charge.count', { kind: t(`chargeItem.${kind}`), count: counts[kind] })).join(' · ');
}
