import type { FileRow, Named } from '@patravali/contract';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { today } from '../../language/dates';
import { useTranslations } from '../../language/use-translations';
import { calendarOf } from '../../organisation/calendar';
import { Pill } from '../../ui/Badges';
import { workingDays, yearsBetween } from './working-days';

type OnDesk = Pick<Named<FileRow>, 'clockFrom' | 'clockStoppedOn' | 'clockStoppedFor'>;

interface DeskDaysProps {
  file: OnDesk;
  /** What is said in their place within the limit. */
  within?: ReactNode;
}

/** For how many working days a file has been on its desk: marked beyond the limit, or with why they are not counted. */
export function DeskDays({ file, within }: DeskDaysProps) {
  const { t } = useTranslations('clock');
  const counted = useCounted(file);
  if (file.clockStoppedFor !== null) {
    const reason = t(`stopReason.${file.clockStoppedFor}`);
    return <Pill>{t('clock.stands', { reason })}</Pill>;
  }
  if (within !== undefined && (!counted || counted.days <= counted.limit)) return within;
  if (!counted) return null;
  const { days, limit } = counted;
  if (days === 0) return <span>{t('clock.sinceToday')}</span>;
  return days > limit ? (
    <Pill kind="urgent">{t('clock.overLimit', { days })}</Pill>
  ) : (
    <span>{t('clock.days', { days })}</span>
  );
}

/** Nothing until the calendars of the office have come. */
function useCounted({ clockFrom, clockStoppedOn }: OnDesk): { days: number; limit: number } | null {
  const until = clockStoppedOn ?? today();
  const calendars = useQueries({ queries: yearsBetween(clockFrom, until).map(calendarOf) });
  const closed = new Set(calendars.flatMap(({ data }) => data?.closed ?? []));
  const [latest] = calendars.slice(-1);
  if (!latest?.data || calendars.some(({ data }) => !data)) return null;
  return { days: workingDays(clockFrom, until, closed), limit: latest.data.deskLimitDays };
}
