import { useList } from '../../api/lists/use-list';
import { HowReceiptCame } from '../../dak/moves/HowReceiptCame';
import { useTranslations } from '../../language/use-translations';
import { Due } from '../../ui/Badges';
import { Row } from '../../ui/list/Row';
import { Time } from '../../ui/Time';
import { useReceiptCopies } from '../api';
import { ReceiptListPage } from './ReceiptListPage';
import { CopyRow } from './ReceiptOnDeskRow';

/** The receipts of which this desk has a copy, to be read. */
export function CopyBox() {
  const { t } = useTranslations('receipt-moves');
  return (
    <ReceiptListPage
      title={t('desk.box.copies')}
      rows={useReceiptCopies()}
      empty={t('receiptMoves.noCopies')}
      row={(receipt) => <CopyRow receipt={receipt} />}
      elsewhere
    />
  );
}

/** The receipts that this desk has sent and that lie where they came to, each with whether it has been opened there. */
export function SentReceiptBox() {
  const { t, marking, diaryNumber } = useTranslations('receipt-moves');
  return (
    <ReceiptListPage
      title={t('desk.box.sent-receipts')}
      rows={useList('listSentReceipts', {})}
      empty={t('receiptMoves.noneSent')}
      row={(receipt) => (
        <Row
          of={{ ...receipt, number: diaryNumber(receipt) }}
          badges={<HowReceiptCame receipt={receipt} />}
          about={[
            `${t('desk.nowWith')} ${marking(receipt.holder)}`,
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
      elsewhere
    />
  );
}
