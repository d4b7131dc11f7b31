const MS_PER_MINUTE = 60_000;
const MINUTES_PER_DAY = 1440;
/** India is five and a half hours ahead of UTC. */
const AHEAD = 330;
const OPENS = 10 * 60;
const CLOSES = 17 * 60 + 30;
/** In working minutes. */
export const WORKING_DAY = CLOSES - OPENS;

interface IndianTime {
  /** Days since 1 January 1970 in India. */
  readonly day: number;
  /** Minutes since midnight. */
  readonly minute: number;
}

/** That many minutes of work later, when the office is open. */
export function laterAtWork(at: Date, minutes: number): Date {
  let { day, minute } = opening(inIndia(at));
  let left = minutes;
  while (left >= CLOSES - minute) {
    left -= CLOSES - minute;
    ({ day, minute } = opening({ day: day + 1, minute: OPENS }));
  }
  return dateOf({ day, minute: minute + left }, at);
}

/** The opening of the office so many working days ago; 0 is today, or the last day that it worked. */
export function workingDayAgo(days: number, now: Date): Date {
  let { day } = inIndia(now);
  while (!works(day)) day--;
  for (let left = days; left > 0; left--) {
    do day--;
    while (!works(day));
  }
  return new Date((day * MINUTES_PER_DAY + OPENS - AHEAD) * MS_PER_MINUTE);
}

/** The next minute at which the office is open: this one, if it is. */
function opening({ day, minute }: IndianTime): IndianTime {
  if (works(day) && minute < CLOSES) return { day, minute: Math.max(minute, OPENS) };
  let next = day + 1;
  while (!works(next)) next++;
  return { day: next, minute: OPENS };
}

/** The holidays of the demo office, which `office.json` declares: month and day. */
export const HOLIDAYS: readonly string[] = ['01-26', '04-14', '08-15', '10-02', '12-25'];

/** That day (`YYYY-MM-DD`), or the next one on which the office works. */
export function workingDayFrom(day: string): string {
  let next = new Date(`${day}T00:00:00Z`).getTime() / (MINUTES_PER_DAY * MS_PER_MINUTE);
  while (!works(next)) next++;
  return isoDay(next);
}

/** Not on Sundays, not on the second Saturday of a month, not on holidays. */
function works(day: number): boolean {
  const date = new Date(day * MINUTES_PER_DAY * MS_PER_MINUTE);
  const [weekday, ofMonth] = [date.getUTCDay(), date.getUTCDate()];
  return weekday !== 0 && !(weekday === 6 && ofMonth > 7 && ofMonth <= 14) && !HOLIDAYS.includes(isoDay(day).slice(5));
}

const isoDay = (day: number): string => new Date(day * MINUTES_PER_DAY * MS_PER_MINUTE).toISOString().slice(0, 10);

function inIndia(at: Date): IndianTime {
  const minutes = Math.floor(at.getTime() / MS_PER_MINUTE) + AHEAD;
  return { day: Math.floor(minutes / MINUTES_PER_DAY), minute: minutes % MINUTES_PER_DAY };
}

/** Seconds stay as they were, so that not everything happens on the full minute. */
function dateOf({ day, minute }: IndianTime, at: Date): Date {
  const seconds = at.getTime() % MS_PER_MINUTE;
  return new Date((day * MINUTES_PER_DAY + minute - AHEAD) * MS_PER_MINUTE + seconds);
}
