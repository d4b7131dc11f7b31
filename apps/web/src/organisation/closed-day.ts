import { type CalendarYear, WEEKDAYS } from '@patravali/contract';
import { useQuery } from '@tanstack/react-query';
import { today } from '../language/dates';
import { readDay } from '../language/read-day';
import { useTranslations } from '../language/use-translations';
import { calendarOf } from '../ui/days/calendar';

const MS_PER_DAY = 86_400_000;

/**
 * Why nothing can be asked for by that day: the office is closed. It names the reason and the next working day.
 * @param typed what stands in the field; what is no day is asked about elsewhere.
 * @returns undefined for a working day, and as long as the calendar has not come.
 */
export function useClosedDay(typed: string): string | undefined {
  const { t, day, translate } = useTranslations();
  const isDay = readDay(typed) === typed;
  const year = Number((isDay ? typed : today()).slice(0, 4));
  const { data } = useQuery(calendarOf(year));
  if (!isDay || !data?.closed.includes(typed)) return undefined;
  const declared = data.days.find((one) => one.day === typed && !one.restricted);
  const why = declared ? translate(declared.name) : t(`weekday.${weekdayOf(typed)}`);
  const next = nextOpen(data.closed, typed);
  return next.startsWith(`${year}`)
    ? t('page.dayClosedUntil', { day: day(typed), why, next: day(next) })
    : t('page.dayClosed', { day: day(typed), why });
}

function weekdayOf(day: string): (typeof WEEKDAYS)[number] {
  return WEEKDAYS[new Date(day).getUTCDay()] ?? 'sunday';
}

/** The first day after that one which is not among them; of the next year this calendar says nothing. */
function nextOpen(closed: CalendarYear['closed'], day: string): string {
  const next = new Date(Date.parse(day) + MS_PER_DAY).toISOString().slice(0, 10);
  return closed.includes(next) ? nextOpen(closed, next) : next;
}
