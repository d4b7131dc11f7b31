import { Suspense } from 'react';
import { HowReceiptCame } from '../../dak/moves/HowReceiptCame';
import { Kbd } from '../../ui/keyboard/Kbd';
import { useTranslations } from '../../language/use-translations';
import { DaysWithMe, Due } from '../../ui/Badges';
import { ListPage } from '../../ui/list/ListPage';
import { Row } from '../../ui/list/Row';
import { useSelection } from '../../ui/list/selection';
import { lazyPart } from '../../ui/page/lazy-part';
import { useReceiptInbox } from '../api';
import { ReceiptPreview } from './ReceiptPreview';
import { useOpenReceipt } from './use-open-receipt';

const SelectedReceipts = lazyPart(() => import('./SelectedReceipts').then((part) => part.SelectedReceipts));

/** The receipts on this desk: letters that wait for a file. */
export function ReceiptBox() {
  const { t } = useTranslations();
  const rows = useReceiptInbox();
  const selection = useSelection(rows.items);
  const open = useOpenReceipt();
  return (
    <ListPage
      title={t('desk.box.receipts')}
      rows={rows}
      empty={t('desk.emptyReceipts')}
      onOpen={open}
      row={(receipt) => (
        <Row
          number={receipt.diaryNumber}
          subject={receipt.subject}
          urgency={receipt.urgency}
          grading={receipt.grading}
          unread={receipt.unread}
          badges={<HowReceiptCame receipt={receipt} />}
          about={[
            [receipt.senderName, receipt.senderDesignation].filter(Boolean).join(', '),
            receipt.from?.marking,
            receipt.action && t(`action.${receipt.action}`),
          ]
            .filter(Boolean)
            .join(' · ')}
          aside={
            <>
              <Due dueOn={receipt.dueOn} />
              <DaysWithMe since={receipt.since} />
            </>
          }
        />
      )}
      preview={(receipt) => <ReceiptPreview key={receipt.id} receipt={receipt} onOpen={() => open(receipt)} />}
      selection={selection}
      selected={
        <Suspense>
          <SelectedReceipts selection={selection} />
        </Suspense>
      }
      previewKeys={
        <>
          <span>
            <Kbd keys="f" /> {t('desk.keyForward')}
          </span>
          <span>
            <Kbd keys="x" /> {t('desk.keySelect')}
          </span>
        </>
      }
    />
  );
}
