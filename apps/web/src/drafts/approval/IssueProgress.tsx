import type { DraftView, Named } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import { ActButton } from '../../ui/ActButton';
import { useIssue } from './use-issue';

/** The number is drawn and the letter being made: it is issued by itself, or by the button beside this. */
export function IssueProgress({ draft }: { draft: Named<DraftView> }) {
  const { t } = useTranslations('draft-forms');
  const number = draft.issueNumber ?? '';
  return (
    <span className="soft small" role="status">
      {draft.content.ownCopies ? t('draftForm.copiesBeingMade', { number }) : t('draftForm.beingMade', { number })}
    </span>
  );
}

/** Nothing is left to decide, so nothing is asked. */
export function FinishButton({ draft }: { draft: Named<DraftView> }) {
  const { t } = useTranslations();
  const issue = useIssue();
  return <ActButton keys="i" label={t('draft.finish')} size="xs" data-next act={() => issue(draft)} />;
}
