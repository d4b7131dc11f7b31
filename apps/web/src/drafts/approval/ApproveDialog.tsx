import type { DraftView, Named } from '@patravali/contract';
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from '../../language/use-translations';
import { PostPicker } from '../../organisation/picker/PostPicker';
import { isOfficer } from '../fields/posts/signatories';
import { useSentence } from '../../ui/notices/use-refusal';
import { useApproval } from './use-approval';

interface ApproveDialogProps {
  draft: Named<DraftView>;
  saveDraft: () => Promise<Named<DraftView>>;
  onClose: () => void;
}

/** The signatory approves, and may say which other officer's desk issues the letter; mostly none. */
export function ApproveDialog({ draft, saveDraft, onClose }: ApproveDialogProps) {
  const { t } = useTranslations('draft-forms');
  const sentence = useSentence();
  const { approve, isPending } = useApproval(saveDraft);
  const [namedPostId, setNamedPostId] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
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
      <p style={{ marginTop: 0 }}>{t('draft.approveWhy', { post: draft.signatory.marking })}</p>
      <PostPicker
        label={t('draft.mayBeIssuedBy')}
        value={namedPostId}
        onChange={setNamedPostId}
        offers={isOfficer}
        error={error === null ? undefined : sentence(error)}
      />
      <Group justify="flex-end" mt="md">
        {namedPostId !== null && (
          <Button variant="subtle" onClick={() => setNamedPostId(null)}>
            {t('draft.nameNobody')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('page.cancel')}
        </Button>
        <Button data-autofocus loading={isPending} onClick={() => void act().catch(setError)}>
          {t('draftMove.approve')}
        </Button>
      </Group>
    </Modal>
  );
}
