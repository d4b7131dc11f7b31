import type { StopEvidence } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';

/** What shows that a clock stands rightly: `N/3`, `C/12`, or words with their day. */
export function useEvidence(): (evidence: StopEvidence) => string {
  const { day } = useTranslations();
  return (evidence) => {
    if (evidence.kind === 'words') return `${evidence.words} (${day(evidence.on)})`;
    return `${evidence.kind === 'note' ? 'N' : 'C'}/${evidence.number}`;
  };
}
