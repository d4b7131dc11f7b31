import type { FieldRead } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';
import classes from './receipts.module.css';

interface ReadMarkProps {
  read: FieldRead;
  /** The person is in the field: the words are quoted. */
  quoted: boolean;
}

/** Says below a field that a machine has read its value, where, and whether somebody has to look. */
export function ReadMark({ read: { certain, at }, quoted }: ReadMarkProps) {
  const { t, number } = useTranslations('receipt-moves');
  return (
    <span className={certain ? classes.read : classes.unsure}>
      <span aria-hidden>{certain ? '✓ ' : '? '}</span>
      {t(certain ? 'receipts.read.certain' : 'receipts.read.uncertain')}
      {quoted && at && (
        <span className={classes.quoted}>{t('receipts.read.where', { page: number(at.page), words: at.words })}</span>
      )}
    </span>
  );
}
