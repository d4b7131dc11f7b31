import type { DraftView } from '@patravali/contract';
import { Button, Group, Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useIssueDraft } from './api';
import { useTranslations } from '../language/use-translations';
import { announce, showSuccess } from '../ui/announcements';
import { useSentence } from '../ui/use-refusal';

/** Issuing cannot be undone: the number is drawn and the letter signed. So it is asked once. */
export function IssueDialog({ saveDraft, onClose }: { saveDraft: () => Promise<DraftView>; onClose: () => void }) {
  const { t } = useTranslations();
  const sentence = useSentence();
  const navigate = useNavigate();
  const issue = useIssueDraft();
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    announce(t('draft.signing'));
    const { id, version } = await saveDraft();
    const { issueId, number } = await issue.mutateAsync({ params: { draftId: id }, ifMatch: version });
    showSuccess(t('draft.issued', { number }));
    await navigate({ to: '/issues/$issueId', params: { issueId } });
  };
  return (
    <Modal opened onClose={onClose} title={t('draft.issueTitle')} closeButtonProps={{ 'aria-label': t('page.close') }}>
      <p style={{ marginTop: 0 }}>{t('draft.issueWhy')}</p>
      {error !== null && <p role="alert">{sentence(error)}</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('page.cancel')}
        </Button>
        <Button data-autofocus loading={issue.isPending} onClick={() => void act().catch(setError)}>
          {t('draft.signAndIssue')}
        </Button>
      </Group>
    </Modal>
  );
}
