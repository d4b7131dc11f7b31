import { ForwardReceipt, type Named, type ReceiptView } from '@patravali/contract';
import { Button, Group } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useCommand } from '../../api/use-command';
import { KeyButton } from '../../ui/keyboard/KeyButton';
import { useKeys } from '../../ui/keyboard/keys';
import { useTranslations } from '../../language/use-translations';
import { markRequest } from '../../movement/forward/use-forward-form';
import { useKeptForwardForm } from '../../movement/forward/use-kept-forward-form';
import { MarkTo } from '../moves/MarkTo';
import { useReceiptSent } from '../moves/use-receipt-sent';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import classes from '../diarise/receipts.module.css';

/** The form opens below the letter's facts: brings it into sight, with the caret in the post. */
function begin(form: HTMLFormElement | null): void {
  form?.scrollIntoView({ block: 'end' });
  form?.querySelector<HTMLElement>('[data-autofocus]')?.focus({ preventScroll: true });
}

/** Marks the letter to another post. */
export function ForwardReceiptForm({ receipt, onClose }: { receipt: Named<ReceiptView>; onClose: () => void }) {
  const { t, diaryNumber } = useTranslations('receipt-moves');
  const mark = useKeptForwardForm(receipt, { schema: ForwardReceipt, initial: { dueOn: receipt.dueOn ?? '' } });
  const forward = useCommand('forwardReceipt');
  const sent = useReceiptSent();
  const isMarked = mark.form.values.to !== null;
  const send = () => {
    if (!isMarked || forward.isPending) return;
    const body = mark.check(markRequest(mark.form.values));
    if (!body) return;
    forward.mutate(
      { params: { receiptId: receipt.id }, body, ifMatch: receipt.version },
      {
        onError: (error) => mark.refuse(error),
        onSuccess: () => {
          mark.forget();
          sent(receipt, t('receipts.forwarded', { number: diaryNumber(receipt) }));
          onClose();
        },
      },
    );
  };
  const layAside = () => {
    mark.forget();
    onClose();
  };
  const place = useRef<HTMLFormElement>(null);
  useEffect(() => begin(place.current), []);
  useKeys([{ key: 'f', label: t('receiptMove.forward'), run: () => begin(place.current) }]);
  return (
    <form
      ref={place}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <MarkTo form={mark} focusPost />
      <RefusalLine error={forward.error} className={classes.refusal} />
      <Group mt="sm">
        <KeyButton
          keys="ctrl+Enter"
          label={t('desk.send')}
          type="submit"
          loading={forward.isPending}
          disabled={!isMarked}
          whileTyping
          inDialog
        />
        <Button variant="default" onClick={layAside}>
          {t('page.cancel')}
        </Button>
      </Group>
    </form>
  );
}
