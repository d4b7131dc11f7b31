import type { Decision, Marked } from '@patravali/contract';
import { useTranslations } from '../../../language/use-translations';
import { Pill } from '../../../ui/Badges';

interface DecisionBadgeProps {
  of: {
    readonly decision: Decision | null;
    /** The post that decides, where that is a recommendation. */
    readonly recommendedTo?: Marked | null;
    /** It does not count any more. */
    readonly takenBack?: object | null;
  };
}

/** What was decided; what was only recommended, or was taken back, is not coloured as a decision. */
export function DecisionBadge({ of: { decision, recommendedTo, takenBack } }: DecisionBadgeProps) {
  const { t, marking } = useTranslations();
  if (decision === null) return null;
  const words = recommendedTo
    ? t(`recommended.${decision}`, { post: marking(recommendedTo) })
    : t(`decision.${decision}`);
  if (takenBack) return <Pill>{words}</Pill>;
  if (recommendedTo) return <Pill kind="yellow">{words}</Pill>;
  return <Pill kind={decision === 'approved' ? 'accent' : 'stamp'}>{words}</Pill>;
}
