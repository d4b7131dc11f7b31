import { Day } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

const DAYS = z.object({ earliest: Day, latest: Day.nullable() });

/** The earliest day on which something may happen, and the latest if there is one. */
export type Days = z.infer<typeof DAYS>;

/** The same as numbers of days from today. */
interface DaysFromToday {
  readonly earliest: number;
  readonly latest?: number;
}

/**
 * A day on which something shall happen lies ahead in India, and not too far; the database holds the same.
 * @param pointer where in the request the day stands
 * @throws Refusal `day-too-early`, `day-too-late`, which name them.
 */
export async function refuseDay(database: SqlRunner, day: string, pointer: string, days: DaysFromToday): Promise<void> {
  refuseDayOutside(await readDays(database, days), day, pointer);
}

export async function readDays(database: SqlRunner, { earliest, latest }: DaysFromToday): Promise<Days> {
  const [days] = await select(
    database,
    DAYS,
    'SELECT india_today() + $1::integer AS earliest, india_today() + $2::integer AS latest',
    [earliest, latest ?? null],
  );
  if (!days) throw new Error('The database told no day');
  return days;
}

/** The same as `refuseDay`, with days that were read already. */
export function refuseDayOutside({ earliest, latest }: Days, day: string, pointer: string): void {
  const refused = (code: 'day-too-early' | 'day-too-late', params: object) =>
    new Refusal(code, { ...params }, { errors: [{ pointer, detail: code }] });
  if (day < earliest) throw refused('day-too-early', { earliest });
  if (latest !== null && day > latest) throw refused('day-too-late', { latest });
}
