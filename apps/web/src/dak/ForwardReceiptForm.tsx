import type { ReceiptView } from '@patravali/contract';
import { Button, Group, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useForwardReceipt } from './api';
import { ProblemError } from '../api/problem-error';
import { useTranslations } from '../language/use-translations';
import { showSuccess } from '../ui/announcements';
import { useKeys } from '../keyboard/keys';
import { useSentence } from '../ui/use-refusal';
import { Kbd } from '../keyboard/Kbd';
import { MarkTo } from './MarkTo';
import { emptyEntry } from './diary-entry';
import classes from './Receipts.module.css';

/** The form opens below the letter's facts: brings it into sight. */
const showWhole = (form: HTMLFormElement | null) => form?.scrollIntoView({ block: 'end' });

/** Marks the letter to another post. */
export function ForwardReceiptForm({ receipt, onClose }: { receipt: ReceiptView; onClose: () => void }) {
  const { t } = useTranslations();
  const [mark, setMark] = useState(() => {
    const { toPostId, action, dueOn } = emptyEntry();
    return { toPostId, action, dueOn: receipt.dueOn ?? dueOn };
  });
  const [remarks, setRemarks] = useState('');
  const forward = useForwardReceipt();
  const sentence = useSentence();
  const send = () => {
    if (mark.toPostId === null || forward.isPending) return;
    const body = {
      toPostId: mark.toPostId,
      action: mark.action,
      dueOn: mark.dueOn || undefined,
      remarks: remarks.trim() || undefined,
    };
    forward.mutate(
      { params: { receiptId: receipt.id }, body, ifMatch: receipt.version },
      {
        onSuccess: () => {
          showSuccess(t('receipts.forwarded', { number: receipt.diaryNumber }));
          onClose();
        },
      },
    );
  };
  useKeys([{ key: 'ctrl+Enter', label: t('desk.send'), run: send, whileTyping: true }]);
  return (
    <form
      ref={showWhole}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MarkTo
        entry={mark}
        onChange={(change) => setMark({ ...mark, ...change })}
        about={(pointer) => (forward.error instanceof ProblemError ? forward.error.about(pointer) : undefined)}
      />
      <Textarea
        mt="sm"
        label={t('desk.remarksOptional')}
        autosize
        minRows={1}
        maxLength={2000}
        value={remarks}
        onChange={(event) => setRemarks(event.currentTarget.value)}
      />
      {forward.error && (
        <p role="alert" className={classes.refusal}>
          {sentence(forward.error)}
        </p>
      )}
      <Group mt="sm">
        <Button
          type="submit"
          loading={forward.isPending}
          disabled={mark.toPostId === null}
          rightSection={<Kbd keys="ctrl+Enter" onAccent />}
        >
          {t('desk.send')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('page.cancel')}
        </Button>
      </Group>
    </form>
  );
}
