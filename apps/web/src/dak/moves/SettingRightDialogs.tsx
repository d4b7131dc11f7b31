import { Textarea } from '@mantine/core';
import {
  type Named,
  type PostRef,
  type PostView,
  type ReceiptView,
  RedirectReceipt,
  ReturnReceipt,
} from '@patravali/contract';
import { useCallback } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { PostPicker } from '../../organisation/picker/PostPicker';
import { FormDialog } from '../../ui/FormDialog';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import { ReasonDialog } from '../../ui/ReasonDialog';
import { useReceiptSent } from './use-receipt-sent';

interface DialogProps {
  receipt: Named<ReceiptView>;
  onClose: () => void;
}

/** Back to the post that sent it, or diarised it where it was redirected, with a reason. */
export function ReturnReceiptDialog({ receipt, onClose }: DialogProps) {
  const { t, marking, diaryNumber } = useTranslations('receipt-moves');
  const back = useCommand('returnReceipt');
  const sent = useReceiptSent();
  const { id, version, from, redirected, diarisedBy, holder } = receipt;
  const post = marking(redirected && diarisedBy.post.id !== holder?.id ? diarisedBy.post : from);
  const act = async (reason: string) => {
    await back.mutateAsync({ params: { receiptId: id }, body: { reason }, ifMatch: version });
    sent(receipt, t('receiptMoves.returnedTo', { number: diaryNumber(receipt), post }));
  };
  return (
    <ReasonDialog title={t('receiptMove.return')} schema={ReturnReceipt} onAct={act} onClose={onClose}>
      {t('receiptMoves.whyReturn', { post })}
    </ReasonDialog>
  );
}

/** On to the post to which it should have been marked, with a reason. */
export function RedirectReceiptDialog({ receipt, onClose }: DialogProps) {
  const { t, marking, diaryNumber } = useTranslations('receipt-moves');
  const { mutateAsync: redirect } = useCommand('redirectReceipt');
  const sent = useReceiptSent();
  const { form, send } = useContractForm({
    schema: RedirectReceipt,
    initialValues: { to: null as PostRef | null, reason: '' },
  });
  const { to, reason } = form.values;
  const senderId = receipt.from?.id;
  const offers = useCallback(({ id }: PostView) => id !== senderId, [senderId]);
  const submit = () =>
    send({ toPostId: to?.id, reason: orNothing(reason) }, async (body) => {
      await redirect({ params: { receiptId: receipt.id }, body, ifMatch: receipt.version });
      sent(receipt, t('receiptMoves.redirectedTo', { number: diaryNumber(receipt), post: marking(to) }));
      onClose();
    });
  return (
    <FormDialog
      title={t('receiptMove.redirect')}
      incomplete={to === null || reason.trim() === ''}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">{t('receiptMoves.whyRedirect')}</p>
      <PostPicker
        label={t('receiptMoves.rightPost')}
        value={to?.id ?? null}
        offers={offers}
        onChange={(_, post) => {
          form.setFieldValue('to', post);
          form.clearFieldError('toPostId');
        }}
        error={form.errors.toPostId}
        required
        autoFocus
      />
      <Textarea label={t('file.reason')} required {...form.getInputProps('reason')} />
    </FormDialog>
  );
}
