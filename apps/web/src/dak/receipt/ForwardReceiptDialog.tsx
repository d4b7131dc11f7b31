import type { Named, ReceiptRow } from '@patravali/contract';
import { Modal, Skeleton } from '@mantine/core';
import { useTranslations } from '../../language/use-translations';
import { useReceipt } from '../../correspondence/use-receipt';
import { RefusalLine } from '../../ui/notices/RefusalLine';
import { ForwardReceiptForm } from './ForwardReceiptForm';

interface ForwardReceiptDialogProps {
  /** As the list shows it. */
  row: Named<ReceiptRow>;
  onClose: () => void;
}

/** Marks a letter to another post from the list, without opening it. */
export function ForwardReceiptDialog({ row, onClose }: ForwardReceiptDialogProps) {
  const { t, diaryNumber } = useTranslations();
  const { data: receipt, error } = useReceipt(row.id);
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('desk.forwardTitle', { number: diaryNumber(row) })}
      size={560}
      closeButtonProps={{ 'aria-label': t('page.close') }}
    >
      {receipt && <ForwardReceiptForm receipt={receipt} onClose={onClose} />}
      {!receipt && (error ? <RefusalLine error={error} /> : <Skeleton height={200} data-autofocus tabIndex={-1} />)}
    </Modal>
  );
}
