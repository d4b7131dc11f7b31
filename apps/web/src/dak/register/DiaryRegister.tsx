import { DELIVERY_MODES, type DiaryRow, type Named, RECEIPT_STATES } from '@patravali/contract';
import { Link, useSearch } from '@tanstack/react-router';
import { useList } from '../../api/lists/use-list';
import { ActiveContentBadge } from '../../documents/ActiveContentBadge';
import { useTranslations } from '../../language/use-translations';
import { call } from '../../api/call';
import { RegisterFilter } from '../../organisation/picker/RegisterFilter';
import { UrgencyBadge } from '../../ui/Badges';
import { Post } from '../../organisation/Post';
import { ClosedWithoutFile } from '../receipt/ClosedWithoutFile';
import { Corrections } from '../receipt/Corrections';
import { HowReceiptCame } from '../moves/HowReceiptCame';
import { InFile } from '../receipt/InFile';
import { RegisterSheet } from '../../ui/register/RegisterSheet';

/** The diary: every letter that came in, newest first. */
export function DiaryRegister() {
  const { t, registerDay, diaryNumber } = useTranslations('receipt-moves', 'registers-filter');
  const { from, to, party, numberHas, mode, state, desk } = useSearch({
    from: '/office/with-navigation/registers/$register',
  });
  const query = {
    from,
    to,
    party,
    numberHas,
    desk,
    mode: DELIVERY_MODES.find((one) => one === mode),
    state: RECEIPT_STATES.find((one) => one === state),
  };
  return (
    <RegisterSheet
      title={t('registers.diary')}
      downloads={[
        { kind: 'pdf', operation: 'downloadDiary', load: () => call('downloadDiary', { query }) },
        { kind: 'csv', operation: 'downloadDiaryCsv', load: () => call('downloadDiaryCsv', { query }) },
        { kind: 'xlsx', operation: 'downloadDiaryXlsx', load: () => call('downloadDiaryXlsx', { query }) },
      ]}
      filter={
        <RegisterFilter
          party={t('receipts.sender')}
          number={t('receipts.letterNumberOnly')}
          mode={{
            label: t('receipts.deliveryMode'),
            options: DELIVERY_MODES.map((value) => ({ value, label: t(`deliveryMode.${value}`) })),
          }}
          state={{
            label: t('receipts.state'),
            options: RECEIPT_STATES.map((value) => ({ value, label: t(`receiptState.${value}`) })),
          }}
          desk={t('filter.desk')}
        />
      }
      rows={useList('listDiary', { query })}
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
          {diaryNumber(receipt)}
        </Link>,
        <>
          {registerDay(receipt.receivedOn)}
          <br />
          <span className="soft small">
            {t(`deliveryMode.${receipt.deliveryMode}`)}
            {receipt.cover && ` · ${t(`cover.${receipt.cover}`)}`}
          </span>
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
          <ClosedWithoutFile closed={receipt.closed} dayForm="registerDay" />
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
