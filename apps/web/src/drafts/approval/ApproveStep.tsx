import type { DraftComment, DraftView, Named } from '@patravali/contract';
import { useState } from 'react';
import { ActButton } from '../../ui/ActButton';
import { useTranslations } from '../../language/use-translations';
import { readOpenComments } from '../comments/open-comments';
import { ApproveDialog } from './ApproveDialog';
import { useApproval } from './use-approval';

interface ApproveStepProps {
  draft: Named<DraftView>;
  saveDraft: () => Promise<Named<DraftView>>;
  complete: boolean;
  isNext: boolean;
  /** Its dialog has closed. */
  onClosed: () => void;
}

/** Approves at once where nobody can be named and no comment is open; else it is asked about. */
export function ApproveStep({ draft, saveDraft, complete, isNext, onClosed }: ApproveStepProps) {
  const { t } = useTranslations();
  const { approve } = useApproval(saveDraft);
  const [open, setOpen] = useState<readonly Named<DraftComment>[] | null>(null);
  const act = async () => {
    const comments = await readOpenComments(draft.id);
    if (comments.length > 0 || draft.mayName) setOpen(comments);
    else await approve(null);
  };
  const close = () => {
    setOpen(null);
    onClosed();
  };
  return (
    <>
      <ActButton
        keys="a"
        label={t('draftMove.approve')}
        size="xs"
        {...(!isNext && { variant: 'default' })}
        data-next={isNext || undefined}
        disabled={!complete}
        act={act}
      />
      {open && <ApproveDialog draft={draft} comments={open} saveDraft={saveDraft} onClose={close} />}
    </>
  );
}
