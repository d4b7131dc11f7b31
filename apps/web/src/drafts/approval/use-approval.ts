import type { DraftView, Named } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';

/** Approves exactly the text on the screen: what is unsaved is saved first. */
export function useApproval(saveDraft: () => Promise<Named<DraftView>>) {
  const { t } = useTranslations();
  const command = useCommand('approveDraft');
  /** @param namedPostId the post that the signatory lets issue the letter. */
  const approve = async (namedPostId: string | null) => {
    const { id, version, draftVersion } = await saveDraft();
    const body = { draftVersion, namedPostId };
    await command.mutateAsync({ params: { draftId: id }, body, ifMatch: version });
    showSuccess(t('draft.approved', { version: draftVersion }));
  };
  return { approve, isPending: command.isPending };
}
