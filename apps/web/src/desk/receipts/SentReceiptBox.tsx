import { useList } from '../../api/lists/use-list';
import { HowReceiptCame } from '../../dak/moves/HowReceiptCame';
import { useTranslations } from '../../language/use-translations';
import { Due } from '../../ui/Badges';
import { Time } from '../../ui/Time';
import { ListPage } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { ReceiptPreview } from './ReceiptPreview';
import { useOpenReceipt } from './use-open-receipt';

/** The receipts that this desk has sent and that lie where they came to, each with whether it has been opened there. */
export function SentReceiptBox() {
  const { t } = useTranslations('receipt-moves');
  const open = useOpenReceipt();
  return (
    <ListPage
      title={t('desk.box.sent-receipts')}
      rows={useList('listSentReceipts', {})}
      empty={t('receiptMoves.noneSent')}
      onOpen={open}
      row={(receipt) => (
        <Row
          number={receipt.diaryNumber}
          subject={receipt.subject}
          urgency={receipt.urgency}
          grading={receipt.grading}
          badges={<HowReceiptCame receipt={receipt} />}
          about={[
            `${t('desk.nowWith')} ${receipt.holder?.marking ?? ''}`,
            t(receipt.unread ? 'receiptMoves.notYetOpened' : 'receiptMoves.opened'),
          ].join(' · ')}
          aside={
            <>
              <Due dueOn={receipt.dueOn} />
              <Time at={receipt.since} form="dayShort" />
            </>
          }
        />
      )}
      preview={(receipt) => (
        <ReceiptPreview key={receipt.id} receipt={receipt} onOpen={() => open(receipt)} elsewhere />
      )}
    />
  );
}
