import type { FileRow } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';

/** Until when a file is parked, or when a case is reviewed next; nothing of one that is not set aside. */
export function useUntilWhen() {
  const { t, day } = useTranslations();
  return ({ parkedUntil, parkedFor, reviewOn }: Pick<FileRow, 'parkedUntil' | 'parkedFor' | 'reviewOn'>): string => {
    if (reviewOn !== null) return t('aside.reviewOn', { day: day(reviewOn) });
    if (parkedUntil !== null && parkedFor !== null) return t('aside.untilReplyOrDay', { day: day(parkedUntil) });
    if (parkedUntil !== null) return t('aside.until', { day: day(parkedUntil) });
    return parkedFor === null ? '' : t('aside.untilReply');
  };
}
