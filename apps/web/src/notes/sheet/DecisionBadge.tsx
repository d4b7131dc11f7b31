import type { Decision } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { Pill } from '../../ui/Badges';

export function DecisionBadge({ decision }: { decision: Decision }) {
  const { t } = useTranslations();
  return <Pill kind={decision === 'approved' ? 'accent' : 'stamp'}>{t(`decision.${decision}`)}</Pill>;
}
