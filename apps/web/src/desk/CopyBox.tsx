import type { CopiedReceipt, Named } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useReceiptWords } from '../dak/moves/use-receipt-words';
import { useTranslations } from '../language/use-translations';
import { Time } from '../ui/Time';
import { ListPage } from '../ui/list/ListPage';
import { Row } from '../ui/list/Row';
import { useReceiptCopies } from './api';
import { ReceiptPreview } from './ReceiptPreview';

/** The receipts of which this desk has a copy, to be read. */
export function CopyBox() {
  const { t } = useTranslations();
  const say = useReceiptWords();
  const navigate = useNavigate();
  const open = (receipt: Named<CopiedReceipt>) =>
    void navigate({ to: '/receipts/$receiptId', params: { receiptId: receipt.id }, search: {} });
  return (
    <ListPage
      title={t('desk.box.copies')}
      rows={useReceiptCopies()}
      empty={say('receiptMoves.noCopies')}
      onOpen={open}
      row={(receipt) => (
        <Row
          number={receipt.diaryNumber}
          subject={receipt.subject}
          urgency={receipt.urgency}
          grading={receipt.grading}
          unread={receipt.copy.seenAt === null}
          about={[receipt.senderName, say('receiptMoves.copyFrom', { post: receipt.copy.from.marking })].join(' · ')}
          aside={<Time at={receipt.copy.at} form="dayShort" />}
        />
      )}
      preview={(receipt) => (
        <ReceiptPreview key={receipt.id} receipt={receipt} onOpen={() => open(receipt)} elsewhere />
      )}
    />
  );
}
