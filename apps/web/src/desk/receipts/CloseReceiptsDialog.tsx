import { Textarea } from '@mantine/core';
import { CloseReceipt } from '@patravali/contract';
import { ActDialog, type BulkDialogProps } from '../../bulk/ActDialog';
import type { RequestedAct } from '../../bulk/api';
import { SOME_REMARKS } from '../../bulk/some-remarks';
import { useTranslations } from '../../language/use-translations';
import { orNothing, useContractForm } from '../../ui/forms/use-contract-form';
import { showSuccess } from '../../ui/notices/announcements';

const asking = (reason: string): RequestedAct => ({ of: 'receipts', act: { kind: 'close', reason } });

/** Closes the receipts without a file, all for the same reason. */
export function CloseReceiptsDialog(props: BulkDialogProps) {
  const { t } = useTranslations('bulk');
  const { form, check, refuse } = useContractForm({ schema: CloseReceipt, initialValues: { reason: '' } });
  const reason = orNothing(form.values.reason);
  return (
    <ActDialog
      {...props}
      title={t('receiptMove.close')}
      asked={reason === undefined ? null : asking(reason)}
      previewed={asking(SOME_REMARKS)}
      tell={({ length: count }) => showSuccess(t('bulk.receipts.closed', { count }))}
      check={() => check({ reason }) !== null}
      refuse={refuse}
    >
      <p className="soft small">{t('bulk.receipts.closeWhy')}</p>
      <Textarea label={t('file.reason')} required data-autofocus minRows={3} {...form.getInputProps('reason')} />
    </ActDialog>
  );
}
