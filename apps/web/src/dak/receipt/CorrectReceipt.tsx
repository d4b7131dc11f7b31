import { Textarea } from '@mantine/core';
import { CorrectReceipt as CorrectReceiptRequest, type Named, type ReceiptView } from '@patravali/contract';
import { useState } from 'react';
import { useCommand } from '../../api/use-command';
import { useTranslations } from '../../language/use-translations';
import { showSuccess } from '../../ui/notices/announcements';
import { FormDialog } from '../../ui/FormDialog';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { entryOf, entryRequest } from '../diarise/diary-entry';
import { DiaryFields } from '../diarise/DiaryFields';

/** Corrects the diary entry of a letter, with a reason; the fields hold what stands there now. */
export function CorrectReceipt({ receipt, onClose }: { receipt: Named<ReceiptView>; onClose: () => void }) {
  const { t, diaryNumber } = useTranslations('receipt-moves');
  const { mutateAsync: correct } = useCommand('correctReceipt');
  const [reason, setReason] = useState('');
  const { form, send } = useContractForm({ schema: CorrectReceiptRequest, initialValues: entryOf(receipt) });
  const submit = () =>
    send({ ...entryRequest(form.values), reason }, async (body) => {
      await correct({ params: { receiptId: receipt.id }, body, ifMatch: receipt.version });
      showSuccess(t('receipts.entryCorrected', { number: diaryNumber(receipt) }));
      onClose();
    });
  return (
    <FormDialog
      size={680}
      title={t('receipts.correctTitle')}
      act={t('receiptMove.correct')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">{t('receipts.correctWhy')}</p>
      <DiaryFields form={form} now={receipt} />
      <Textarea
        label={t('file.reason')}
        required
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={form.errors.reason}
      />
    </FormDialog>
  );
}
