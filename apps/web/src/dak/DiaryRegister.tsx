import { Link, useSearch } from '@tanstack/react-router';
import { useDiary } from './api';
import { useTranslations } from '../language/use-translations';
import { UrgencyBadge } from '../ui/Badges';
import { Post } from '../organisation/Post';
import { Corrections } from './Corrections';
import { RegisterSheet } from '../ui/register/RegisterSheet';

/** The diary: every letter that came in, newest first. */
export function DiaryRegister() {
  const { t, registerDay } = useTranslations();
  const range = useSearch({ from: '/office/with-navigation/registers/$register' });
  return (
    <RegisterSheet
      title={t('registers.diary')}
      pdf="downloadDiary"
      rows={useDiary(range)}
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
          {receipt.subject} <UrgencyBadge urgency={receipt.urgency} />
          <Corrections corrections={receipt.corrections} />
        </>,
        receipt.file ? (
          <Link to="/files/$fileId" params={{ fileId: receipt.file.id }} className="mono">
            {receipt.file.number}
          </Link>
        ) : (
          receipt.holder && <Post post={receipt.holder} />
        ),
      ]}
    />
  );
}
