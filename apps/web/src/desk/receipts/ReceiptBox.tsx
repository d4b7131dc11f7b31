import { HowReceiptCame } from '../../dak/moves/HowReceiptCame';
import { useTranslations } from '../../language/use-translations';
import { DaysWithMe, Due } from '../../ui/Badges';
import { useSelection } from '../../ui/list/selection';
import { lazyPart } from '../../ui/page/lazy-part';
import { useReceiptInbox } from '../api';
import { ReceiptListPage } from './ReceiptListPage';

const SelectedReceipts = lazyPart(() => import('./SelectedReceipts').then((part) => part.SelectedReceipts));

/** The receipts on this desk: letters that wait for a file. */
export function ReceiptBox() {
  const { t } = useTranslations();
  const rows = useReceiptInbox();
  const selection = useSelection(rows.items);
  return (
    <ReceiptListPage
      title={t('desk.box.receipts')}
      rows={rows}
      empty={t('desk.emptyReceipts')}
      isUnread={({ unread }) => unread}
      badges={(receipt) => <HowReceiptCame receipt={receipt} />}
      about={({ senderName, senderDesignation, from, action }) =>
        [[senderName, senderDesignation].filter(Boolean).join(', '), from?.marking, action && t(`action.${action}`)]
          .filter(Boolean)
          .join(' · ')
      }
      aside={({ dueOn, since }) => (
        <>
          <Due dueOn={dueOn} />
          <DaysWithMe since={since} />
        </>
      )}
      selection={selection}
      selected={<SelectedReceipts selection={selection} />}
      previewKeys={{ f: t('desk.keyForward'), x: t('desk.keySelect') }}
    />
  );
}
