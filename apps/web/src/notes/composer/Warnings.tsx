import { correspondencePages } from '@messages/correspondence-pages';
import type { FileView, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from '../note.module.css';
import type { Composer } from './use-composer';

interface WarningsProps {
  file: Named<FileView>;
  composer: Composer;
}

/**
 * What would be refused, or would lead nowhere, if the note were sent as it is; and what may have been forgotten: that
 * does not stop the sending.
 */
export function Warnings({ file: { decides, decided }, composer }: WarningsProps) {
  const { t, marking } = useTranslations();
  const { decision, kind, hasWords, deadReferences, detachedPages, uncitedPucs } = composer;
  const named = (labels: readonly string[]) => [...new Set(labels)].join(', ');
  const warnings = [
    deadReferences.length > 0 && t('note.deadReference', { labels: named(deadReferences) }),
    detachedPages.length > 0 &&
      t('note.detachedReference', { labels: named(detachedPages.map((page) => `C/${page}`)) }),
    hasWords && uncitedPucs.length > 0 && t('note.uncitedPuc', { labels: named(uncitedPucs.map(correspondencePages)) }),
    decision !== null && decides && t('note.recommends', { post: marking(decides) }),
    decision !== null && decided && decided.decision !== decision && !decided.recommendedTo && !hasWords
      ? t('note.reversalNeedsWords', { note: String(decided.note) })
      : decision === 'not_approved' && !hasWords && t('note.decisionNeedsWords'),
    decision !== null && kind !== 'ordinary' && !hasWords && t('note.kindNeedsWords'),
    hasWords && composer.lacksNames && t('note.discussionNeedsNames'),
  ];
  return (
    <p role="status" className={classes.warning}>
      {warnings.filter(Boolean).join(' ')}
    </p>
  );
}
