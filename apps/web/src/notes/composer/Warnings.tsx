import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';
import type { Composer } from './use-composer';

/** What would be refused, or would lead nowhere, if the note were sent as it is. */
export function Warnings({ composer: { decision, kind, hasWords, deadReferences } }: { composer: Composer }) {
  const { t } = useTranslations();
  const warnings = [
    deadReferences.length > 0 && t('note.deadReference', { labels: [...new Set(deadReferences)].join(', ') }),
    decision === 'not_approved' && !hasWords && t('note.decisionNeedsWords'),
    decision !== null && kind !== 'ordinary' && !hasWords && t('note.kindNeedsWords'),
  ];
  return (
    <p role="status" className={classes.warning}>
      {warnings.filter(Boolean).join(' ')}
    </p>
  );
}
