import type { DraftComment, DraftView, Named } from '@patravali/contract';
import { Button, Checkbox, Group, Modal } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { PostPicker } from '../../organisation/picker/PostPicker';
import { OpenComments } from '../comments/OpenComments';
import { isOfficer } from '../fields/posts/signatories';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { useSentence } from '../../ui/notices/use-refusal';
import { useApproval } from './use-approval';

interface ApproveDialogProps {
  draft: Named<DraftView>;
  /** What is still to be done about the letter. */
  comments: readonly Named<DraftComment>[];
  saveDraft: () => Promise<Named<DraftView>>;
  onClose: () => void;
}

/**
 * The signatory approves, and may say which other officer's desk issues the letter; mostly none. Whoever approves a letter with open
 * comments says that he does.
 */
export function ApproveDialog({ draft, comments, saveDraft, onClose }: ApproveDialogProps) {
  const { t, marking } = useTranslations('draft-forms', 'draft-comments');
  const sentence = useSentence();
  const { approve, isPending } = useApproval(saveDraft);
  const [namedPostId, setNamedPostId] = useState<string | null>(null);
  const [areLeftOpen, leaveOpen] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const button = useRef<HTMLButtonElement>(null);
  const hasOpen = comments.length > 0;
  useEffect(() => {
    if (areLeftOpen) button.current?.focus();
  }, [areLeftOpen]);
  const act = async () => {
    await approve(namedPostId);
    onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('draft.approveTitle')}
      closeButtonProps={{ 'aria-label': t('page.close') }}
    >
      <OpenComments comments={comments} />
      {hasOpen && (
        <Checkbox
          mb="sm"
          data-autofocus
          label={t('comments.leaveOpen')}
          checked={areLeftOpen}
          onChange={(event) => leaveOpen(event.currentTarget.checked)}
        />
      )}
      {draft.mayName ? (
        <>
          <p style={{ marginTop: 0 }}>{t('draft.approveWhy', { post: marking(draft.signatory) })}</p>
          <PostPicker
            label={t('draft.mayBeIssuedBy')}
            value={namedPostId}
            onChange={setNamedPostId}
            offers={isOfficer}
            error={error === null ? undefined : sentence(error)}
          />
        </>
      ) : (
        <RefusalLine error={error} />
      )}
      <Group justify="flex-end" mt="md">
        {namedPostId !== null && (
          <Button variant="subtle" onClick={() => setNamedPostId(null)}>
            {t('draft.nameNobody')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('page.cancel')}
        </Button>
        <Button
          ref={button}
          data-autofocus={!hasOpen || undefined}
          disabled={hasOpen && !areLeftOpen}
          loading={isPending}
          onClick={() => void act().catch(setError)}
        >
          {t('draftMove.approve')}
        </Button>
      </Group>
    </Modal>
  );
}
