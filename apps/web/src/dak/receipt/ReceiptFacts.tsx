import type { DiaryRow, Named, ReceiptRow } from '@patravali/contract';
import classes from '../../ui/list/preview.module.css';
import { useTranslations } from '../../language/use-translations';
import { Post } from '../../organisation/Post';
import { InFile } from './InFile';

/** What the diary knows of a letter. */
export function ReceiptFacts({ receipt }: { receipt: Named<ReceiptRow> & Partial<Pick<Named<DiaryRow>, 'placed'>> }) {
  const { t, day, diaryNumber } = useTranslations();
  const letter = [receipt.letterNumber, receipt.letterDate && day(receipt.letterDate)].filter(Boolean).join(' · ');
  return (
    <dl className={classes.facts}>
      <dt>{t('receipts.diaryNumber')}</dt>
      <dd className="mono">{diaryNumber(receipt)}</dd>
      <dt>{t('receipts.subject')}</dt>
      <dd>{receipt.subject}</dd>
      <dt>{t('receipts.sender')}</dt>
      <dd>{[receipt.senderName, receipt.senderDesignation].filter(Boolean).join(', ')}</dd>
      {letter !== '' && (
        <>
          <dt>{t('receipts.letterNumber')}</dt>
          <dd>{letter}</dd>
        </>
      )}
      <dt>{t('receipts.receivedOn')}</dt>
      <dd>
        {day(receipt.receivedOn)} · {t(`deliveryMode.${receipt.deliveryMode}`)}
        {receipt.cover && ` · ${t(`cover.${receipt.cover}`)}`}
      </dd>
      <dt>{t('receipts.language')}</dt>
      <dd>{t(`letterLanguage.${receipt.language}`)}</dd>
      <dt>{t('receipts.state')}</dt>
      <dd>
        {receipt.file ? (
          <InFile file={receipt.file} placed={receipt.placed} />
        ) : (
          <>
            {t(`receiptState.${receipt.state}`)} {receipt.holder && <Post post={receipt.holder} />}
          </>
        )}
      </dd>
    </dl>
  );
}
