import type { Named, ReceiptClosing } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';

interface ClosedWithoutFileProps {
  closed: Named<ReceiptClosing> | null;
  dayForm?: 'day' | 'registerDay';
}

/** That a letter needed no file: who has said so, when and why. */
export function ClosedWithoutFile({ closed, dayForm = 'day' }: ClosedWithoutFileProps) {
  const { t, translate, [dayForm]: day, marking } = useTranslations('receipt-moves');
  if (closed === null) return null;
  const { at, by, reason } = closed;
  const who = { day: day(at), name: translate(by.name), post: marking(by.post) };
  return <div className="soft small">{t('receipts.closed', { ...who, reason })}</div>;
}
