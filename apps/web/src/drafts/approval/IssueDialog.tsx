import type { DraftView, Named } from '@patravali/contract';
import { useWholeList } from '../../api/lists/use-whole-list';
import { ProblemError } from '../../api/problem-error';
import { useTranslations } from '../../language/use-translations';
import { FormDialog } from '../../ui/FormDialog';
import { announce } from '../../ui/notices/announcements';
import { useRefusal } from '../../ui/notices/use-refusal';
import { useDraftComments } from '../comments/api';
import { isOpen } from '../comments/open-comments';
import { OpenComments } from '../comments/OpenComments';
import { useIssue } from './use-issue';

interface IssueDialogProps {
  draft: Named<DraftView>;
  saveDraft: () => Promise<Named<DraftView>>;
  onClose: () => void;
}

/** Issuing cannot be undone: the number is drawn and the letter signed. So it is asked once, and what is still open is told. */
export function IssueDialog({ draft, saveDraft, onClose }: IssueDialogProps) {
  const { t } = useTranslations('draft-forms');
  const refuse = useRefusal();
  const issue = useIssue();
  const comments = useWholeList(useDraftComments(draft.id)).items.filter(isOpen);
  const act = async () => {
    announce(t('draft.signing'));
    try {
      await issue(await saveDraft());
    } catch (failure) {
      // Once the number is drawn, the ways out stand on the page below.
      if (!(failure instanceof ProblemError && failure.problem.code === 'letter-unfinished')) throw failure;
      refuse(failure);
    }
    onClose();
  };
  return (
    <FormDialog title={t('draft.issueTitle')} act={t('draft.signAndIssue')} onSubmit={act} onClose={onClose}>
      <p style={{ margin: 0 }}>{draft.content.ownCopies ? t('draftForm.issueCopiesWhy') : t('draftForm.issueWhy')}</p>
      <OpenComments comments={comments} />
    </FormDialog>
  );
}
