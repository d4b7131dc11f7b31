import type { FileRow, ParkingEvent } from '@patravali/contract';
import { useTranslations } from '../../language/use-translations';

const WAITS_FOR = {
  reply_received: 'aside.untilReply',
  consultation_answered: 'aside.untilOpinion',
} as const satisfies Record<ParkingEvent, string>;

/** Until when a file is parked, or when a case is reviewed next; nothing of one that is not set aside. */
export function useUntilWhen() {
  const { t, day } = useTranslations();
  return ({ parkedUntil, parkedFor, reviewOn }: Pick<FileRow, 'parkedUntil' | 'parkedFor' | 'reviewOn'>): string => {
    if (reviewOn !== null) return t('aside.reviewOn', { day: day(reviewOn) });
    const event = parkedFor && WAITS_FOR[parkedFor];
    if (parkedUntil !== null && event) return t(`${event}OrDay`, { day: day(parkedUntil) });
    if (parkedUntil !== null) return t('aside.until', { day: day(parkedUntil) });
    return event ? t(event) : '';
  };
}
