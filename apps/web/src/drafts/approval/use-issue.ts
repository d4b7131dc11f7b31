import type { DraftView, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';

/**
 * Issues the letter, or finishes it where its number is drawn already, and goes on to its dispatch. One of which each addressee gets a
 * copy of his own is numbered: the page of the draft waits for the copies.
 */
export function useIssue() {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const command = useCommand('issueDraft');
  const numbering = useCommand('numberDraft');
  return async ({ id, version, content }: Pick<Named<DraftView>, 'id' | 'version' | 'content'>) => {
    const request = { params: { draftId: id }, ifMatch: version };
    if (content.ownCopies) {
      await numbering.mutateAsync(request);
      return;
    }
    const { issueId, number } = await command.mutateAsync(request);
    showSuccess(t('draft.issued', { number }));
    await navigate({ to: '/issues/$issueId', params: { issueId }, hash: 'dispatch' });
  };
}
