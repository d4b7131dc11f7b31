import type { ReceiptRow } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from '../diarise/receipts.module.css';

/** Where the page of a letter would be, of which only the cover is known. */
export function NoScan({ cover }: Pick<ReceiptRow, 'cover'>) {
  const { t } = useTranslations('receipt-moves');
  return (
    <div className={classes.drop}>
      <p>
        {cover && <strong>{t('receipts.noScan', { cover: t(`cover.${cover}`) })}</strong>}
        <br />
        <span className="soft">{t('receipts.noScanWhy')}</span>
      </p>
    </div>
  );
}
