import { useQueries } from '@tanstack/react-query';
import { today } from '../../language/dates';
import { calendarOf } from './calendar';
import { workingDays, yearsBetween } from './working-days';

interface Counted {
  readonly days: number;
  /** For how many of them a post may keep a case. */
  readonly limit: number;
}

/** The working days after one day, up to and with another; nothing until the calendars of the office have come. */
export function useWorkingDays(from: string, until = today()): Counted | null {
  const calendars = useQueries({ queries: yearsBetween(from, until).map(calendarOf) });
  const closed = new Set(calendars.flatMap(({ data }) => data?.closed ?? []));
  const [latest] = calendars.slice(-1);
  if (!latest?.data || calendars.some(({ data }) => !data)) return null;
  return { days: workingDays(from, until, closed), limit: latest.data.deskLimitDays };
}
