import type { ReceiptRow } from '@patravali/contract';
import { useNavigate } from '@tanstack/react-router';
import { useReceiptInbox } from '../api/queries';
import { useTranslations } from '../language/use-translations';
import { DaysWithMe, Due } from '../ui/Badges';
import classes from '../ui/list/ListPage.module.css';
import { ReceiptPreview } from './ReceiptPreview';
import { Row } from '../ui/list/Row';
import { RowList } from '../ui/list/RowList';
import { useChosen } from '../ui/list/use-chosen';

/** The receipts on this desk: letters that wait for a file. */
export function ReceiptBox() {
  const { t } = useTranslations();
  const rows = useReceiptInbox();
  const [chosen, choose] = useChosen(rows.items);
  const navigate = useNavigate();
  const open = (receipt: ReceiptRow) =>
    void navigate({ to: '/receipts/$receiptId', params: { receiptId: receipt.id }, search: {} });
  return (
    <main className={classes.desk}>
      <RowList
        title={t('desk.box.receipts')}
        rows={rows}
        empty={t('desk.emptyReceipts')}
        keyOf={(receipt) => receipt.id}
        chosen={chosen}
        onChoose={choose}
        onOpen={open}
        head={
          <div className={classes.chips}>
            <span className={classes.title}>{t('desk.box.receipts')}</span>
          </div>
        }
        row={(receipt) => (
          <Row
            number={receipt.diaryNumber}
            subject={receipt.subject}
            urgency={receipt.urgency}
            grading={receipt.grading}
            unread={receipt.unread}
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
      />
      <ReceiptPreview receipt={chosen} onOpen={open} />
    </main>
  );
}
