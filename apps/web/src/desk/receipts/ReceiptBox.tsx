import { useTranslations } from '../../language/use-translations';
import { useSelection } from '../../ui/list/selection';
import { lazyPart } from '../../ui/page/lazy-part';
import { useReceiptInbox } from '../api';
import { ReceiptListPage } from './ReceiptListPage';
import { ReceiptOnDeskRow } from './ReceiptOnDeskRow';

const SelectedReceipts = lazyPart(() => import('./SelectedReceipts').then((part) => part.SelectedReceipts));

/** The receipts on this desk: letters that wait for a file. */
export function ReceiptBox() {
  const { t } = useTranslations('boxes');
  const rows = useReceiptInbox();
  const selection = useSelection(rows.items);
  return (
    <ReceiptListPage
      title={t('desk.box.receipts')}
      rows={rows}
      empty={t('desk.emptyReceipts')}
      row={(receipt) => <ReceiptOnDeskRow receipt={receipt} />}
      selection={selection}
      selected={<SelectedReceipts selection={selection} />}
      previewKeys={{ f: t('desk.keyForward'), x: t('desk.keySelect') }}
    />
  );
}
