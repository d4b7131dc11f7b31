const MS_PER_DAY = 86_400_000;

/**
 * The working days after one day, up to and with another: as the database counts them.
 * @param closed the days on which the office does not work.
 */
export function workingDays(from: string, until: string, closed: ReadonlySet<string>): number {
  let days = 0;
  for (let at = Date.parse(from) + MS_PER_DAY; at <= Date.parse(until); at += MS_PER_DAY)
    if (!closed.has(new Date(at).toISOString().slice(0, 10))) days += 1;
  return days;
}

/** The years of which a calendar is needed for that. */
export function yearsBetween(from: string, until: string): number[] {
  const [first, last] = [from, until].map((day) => Number(day.slice(0, 4))) as [number, number];
  return Array.from({ length: Math.max(0, last - first) + 1 }, (_, index) => first + index);
}
