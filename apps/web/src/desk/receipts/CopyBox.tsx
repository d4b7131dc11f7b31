import { useTranslations } from '../../language/use-translations';
import { Time } from '../../ui/Time';
import { ListPage } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { useReceiptCopies } from '../api';
import { ReceiptPreview } from './ReceiptPreview';
import { useOpenReceipt } from './use-open-receipt';

/** The receipts of which this desk has a copy, to be read. */
export function CopyBox() {
  const { t } = useTranslations('receipt-moves');
  const open = useOpenReceipt();
  return (
    <ListPage
      title={t('desk.box.copies')}
      rows={useReceiptCopies()}
      empty={t('receiptMoves.noCopies')}
      onOpen={open}
      row={(receipt) => (
        <Row
          number={receipt.diaryNumber}
          subject={receipt.subject}
          urgency={receipt.urgency}
          grading={receipt.grading}
          unread={receipt.copy.seenAt === null}
          about={[receipt.senderName, t('receiptMoves.copyFrom', { post: receipt.copy.from.marking })].join(' · ')}
          aside={<Time at={receipt.copy.at} form="dayShort" />}
        />
      )}
      preview={(receipt) => (
        <ReceiptPreview key={receipt.id} receipt={receipt} onOpen={() => open(receipt)} elsewhere />
      )}
    />
  );
}
