import { FileInput } from '@mantine/core';
import { CompleteReceipt as CompleteReceiptRequest, type Named, type ReceiptView } from '@patravali/contract';
import { useCommand } from '../../api/use-command';
import { SCANS, useUpload } from '../../documents/use-upload';
import { useTranslations } from '../../language/use-translations';
import { FormDialog } from '../../ui/FormDialog';
import { useContractForm } from '../../ui/forms/use-contract-form';
import { showSuccess } from '../../ui/notices/announcements';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { entryOf, entryRequest } from '../diarise/diary-entry';
import { DiaryFields } from '../diarise/DiaryFields';

/** The scan of a letter that was diarised by its cover, and what the cover did not say. */
export function CompleteReceipt({ receipt, onClose }: { receipt: Named<ReceiptView>; onClose: () => void }) {
  const { t, number, diaryNumber } = useTranslations('receipt-moves');
  const { mutateAsync: complete } = useCommand('completeReceipt');
  const { upload, start, clear } = useUpload(`scan-of-${receipt.id}`);
  const { form, send } = useContractForm({ schema: CompleteReceiptRequest, initialValues: entryOf(receipt) });
  const documentId = upload.state === 'stored' ? upload.document.id : undefined;
  const submit = () =>
    send({ ...entryRequest(form.values), documentId }, async (body) => {
      await complete({ params: { receiptId: receipt.id }, body, ifMatch: receipt.version });
      clear();
      showSuccess(t('receipts.isComplete', { number: diaryNumber(receipt) }));
      onClose();
    });
  return (
    <FormDialog
      size={680}
      title={t('receipts.completeTitle')}
      act={t('receiptMove.complete')}
      onSubmit={submit}
      onClose={onClose}
    >
      <p className="soft small">{t('receipts.completeWhy')}</p>
      <FileInput
        label={t('receipts.scan')}
        placeholder={t('receipts.chooseScan')}
        required
        accept={SCANS}
        multiple
        value={upload.state === 'none' ? [] : [...upload.files]}
        onChange={(files) => (files.length > 0 ? start(files) : clear())}
        error={form.errors.documentId}
      />
      <p role="status" className="soft small">
        {upload.state === 'sending' && t('receipts.sending', { share: Math.round(upload.share * 100) })}
        {upload.state === 'stored' &&
          t('receipts.stored', { n: upload.document.pages, pages: number(upload.document.pages) })}
      </p>
      {upload.state === 'failed' && <RefusalLine error={upload.error} />}
      <DiaryFields form={form} now={receipt} />
    </FormDialog>
  );
}
