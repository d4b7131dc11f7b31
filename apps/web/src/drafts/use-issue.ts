import type { DraftView, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/announcements';
import { useIssueDraft } from './api';

/** Issues the letter, or finishes it where its number is drawn already, and goes on to its dispatch. */
export function useIssue() {
  const { t } = useTranslations();
  const navigate = useNavigate();
  const command = useIssueDraft();
  const issue = async ({ id, version }: Pick<Named<DraftView>, 'id' | 'version'>) => {
    const { issueId, number } = await command.mutateAsync({ params: { draftId: id }, ifMatch: version });
    showSuccess(t('draft.issued', { number }));
    await navigate({ to: '/issues/$issueId', params: { issueId } });
  };
  return { issue, isPending: command.isPending };
}
