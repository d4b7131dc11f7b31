import { useList } from '../../api/lists/use-list';
import { HowReceiptCame } from '../../dak/moves/HowReceiptCame';
import { useTranslations } from '../../language/use-translations';
import { Due } from '../../ui/Badges';
import { Time } from '../../ui/Time';
import { useReceiptCopies } from '../api';
import { ReceiptListPage } from './ReceiptListPage';

/** The receipts of which this desk has a copy, to be read. */
export function CopyBox() {
  const { t } = useTranslations('receipt-moves');
  return (
    <ReceiptListPage
      title={t('desk.box.copies')}
      rows={useReceiptCopies()}
      empty={t('receiptMoves.noCopies')}
      isUnread={({ copy }) => copy.seenAt === null}
      about={({ senderName, copy }) =>
        [senderName, t('receiptMoves.copyFrom', { post: copy.from.marking })].join(' · ')
      }
      aside={({ copy }) => <Time at={copy.at} form="dayShort" />}
      elsewhere
    />
  );
}

/** The receipts that this desk has sent and that lie where they came to, each with whether it has been opened there. */
export function SentReceiptBox() {
  const { t } = useTranslations('receipt-moves');
  return (
    <ReceiptListPage
      title={t('desk.box.sent-receipts')}
      rows={useList('listSentReceipts', {})}
      empty={t('receiptMoves.noneSent')}
      badges={(receipt) => <HowReceiptCame receipt={receipt} />}
      about={({ holder, unread }) =>
        [
          `${t('desk.nowWith')} ${holder?.marking ?? ''}`,
          t(unread ? 'receiptMoves.notYetOpened' : 'receiptMoves.opened'),
        ].join(' · ')
      }
      aside={({ dueOn, since }) => (
        <>
          <Due dueOn={dueOn} />
          <Time at={since} form="dayShort" />
        </>
      )}
      elsewhere
    />
  );
}
