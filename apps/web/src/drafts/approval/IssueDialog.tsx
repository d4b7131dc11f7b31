import type { DraftView, Named } from '@patravali/contract';
import { Button, Group, Modal } from '@mantine/core';
import { useState } from 'react';
import { ProblemError } from '../../api/problem-error';
import { useTranslations } from '../../language/use-translations';
import { announce } from '../../ui/notices/announcements';
import { useRefusal, useSentence } from '../../ui/notices/use-refusal';
import { useIssue } from './use-issue';

/** Issuing cannot be undone: the number is drawn and the letter signed. So it is asked once. */
export function IssueDialog({
  ownCopies,
  saveDraft,
  onClose,
}: {
  /** Each addressee gets one. */
  ownCopies: boolean;
  saveDraft: () => Promise<Named<DraftView>>;
  onClose: () => void;
}) {
  const { t } = useTranslations('draft-forms');
  const sentence = useSentence();
  const refuse = useRefusal();
  const { issue, isPending } = useIssue();
  const [error, setError] = useState<unknown>(null);
  const act = async () => {
    announce(t('draft.signing'));
    await issue(await saveDraft());
    onClose();
  };
  /** Once the number is drawn, the ways out stand on the page below. */
  const fail = (failure: unknown) => {
    if (!(failure instanceof ProblemError && failure.problem.code === 'letter-unfinished')) {
      setError(failure);
      return;
    }
    onClose();
    refuse(failure);
  };
  return (
    <Modal opened onClose={onClose} title={t('draft.issueTitle')} closeButtonProps={{ 'aria-label': t('page.close') }}>
      <p style={{ marginTop: 0 }}>{ownCopies ? t('draftForm.issueCopiesWhy') : t('draft.issueWhy')}</p>
      {error !== null && <p role="alert">{sentence(error)}</p>}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('page.cancel')}
        </Button>
        <Button data-autofocus loading={isPending} onClick={() => void act().catch(fail)}>
          {t('draft.signAndIssue')}
        </Button>
      </Group>
    </Modal>
  );
}
