import { Day, type ParkFile } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

const DAYS = z.object({ earliest: Day, latest: Day });

/**
 * A day on which something shall happen lies ahead in India, and not too far; the database holds the same.
 * @param pointer where in the request the day stands
 * @param days how many days from today the earliest and the latest are.
 * @throws Refusal `day-too-early`, `day-too-late`, which name them.
 */
export async function refuseDay(
  database: SqlRunner,
  day: string,
  pointer: string,
  days: { readonly earliest: number; readonly latest?: number },
): Promise<void> {
  const { earliest, latest = null } = days;
  const [row] = await select(
    database,
    DAYS,
    'SELECT india_today() + $1::integer AS earliest, india_today() + COALESCE($2::integer, 0) AS latest',
    [earliest, latest],
  );
  if (!row) throw new Error('The database told no day');
  const refused = (code: 'day-too-early' | 'day-too-late', params: object) =>
    new Refusal(code, { ...params }, { errors: [{ pointer, detail: code }] });
  if (day < row.earliest) throw refused('day-too-early', { earliest: row.earliest });
  if (latest !== null && day > row.latest) throw refused('day-too-late', { latest: row.latest });
}

/** A file is parked until a day that lies ahead, if until any. @throws Refusal `day-too-early`. */
export async function refuseUnfitEnd(database: SqlRunner, { until }: Pick<ParkFile, 'until'>): Promise<void> {
  if (until !== null) await refuseDay(database, until, '#/until', { earliest: 1 });
}
