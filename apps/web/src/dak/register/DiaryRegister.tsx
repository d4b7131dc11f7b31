import type { DiaryRow, Named } from '@patravali/contract';
import { Link, useSearch } from '@tanstack/react-router';
import { useList } from '../../api/lists/use-list';
import { ActiveContentBadge } from '../../documents/ActiveContentBadge';
import { useTranslations } from '../../language/use-translations';
import { UrgencyBadge } from '../../ui/Badges';
import { Post } from '../../organisation/Post';
import { Corrections } from '../receipt/Corrections';
import { HowReceiptCame } from '../moves/HowReceiptCame';
import { InFile } from '../receipt/InFile';
import { RegisterSheet } from '../../ui/register/RegisterSheet';

/** The diary: every letter that came in, newest first. */
export function DiaryRegister() {
  const { t, registerDay } = useTranslations();
  const { from, to } = useSearch({ from: '/office/with-navigation/registers/$register' });
  return (
    <RegisterSheet
      title={t('registers.diary')}
      pdf="downloadDiary"
      rows={useList('listDiary', { query: { from, to } })}
      empty={t('registers.emptyDiary')}
      keyOf={(receipt) => receipt.id}
      columns={[
        t('receipts.diaryNumber'),
        t('receipts.receivedOn'),
        t('receipts.sender'),
        t('receipts.letterNumber'),
        t('receipts.subject'),
        t('receipts.state'),
      ]}
      cells={(receipt) => [
        <Link key="number" to="/receipts/$receiptId" params={{ receiptId: receipt.id }} className="mono">
          {receipt.diaryNumber}
        </Link>,
        <>
          {registerDay(receipt.receivedOn)}
          <br />
          <span className="soft small">{t(`deliveryMode.${receipt.deliveryMode}`)}</span>
        </>,
        [receipt.senderName, receipt.senderDesignation].filter(Boolean).join(', '),
        <>
          {receipt.letterNumber}
          {receipt.letterNumber && receipt.letterDate && ' · '}
          {receipt.letterDate && <span className="one-line">{registerDay(receipt.letterDate)}</span>}
        </>,
        <>
          {receipt.subject} <UrgencyBadge urgency={receipt.urgency} /> <ActiveContentBadge active={receipt.active} />
          <Corrections corrections={receipt.corrections} dayForm="registerDay" />
        </>,
        <Whereabouts key="where" receipt={receipt} />,
      ]}
    />
  );
}

/** As in the printed diary: who may not read the file learns only that the letter lies in one. */
function Whereabouts({ receipt }: { receipt: Named<DiaryRow> }) {
  const { file, placed, holder, state } = receipt;
  const { t } = useTranslations();
  if (file) return <InFile file={file} placed={placed} />;
  if (!holder) return t(`receiptState.${state}`);
  return (
    <>
      <Post post={holder} /> <HowReceiptCame receipt={receipt} />
    </>
  );
}
