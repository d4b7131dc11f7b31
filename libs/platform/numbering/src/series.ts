import { select, type SqlRunner, type Transaction } from '@patravali/database';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import type { NumberedKind } from './draw-number';

/** In which numbers run: what they print besides serial and year, in one year. */
export interface Series {
  readonly kind: NumberedKind;
  readonly series: string;
  readonly year: string;
}

const LAST = z.object({ series: z.string(), value: z.int() });

/** The last number of each of these series of a kind; none of one that has not begun. */
export async function lastSerials(
  database: SqlRunner,
  organisationId: string,
  { kind, year, series }: Omit<Series, 'series'> & { readonly series: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const rows = await select(
    database,
    LAST,
    `SELECT series, value FROM counter
     WHERE organisation_id = $1 AND scheme = $2 AND period = $3 AND series = ANY ($4::text[])`,
    [organisationId, kind, year, series],
  );
  return new Map(rows.map(({ series: name, value }) => [name, value]));
}

/**
 * Lets a series go on from the last number that was given elsewhere: the next one that is drawn is one higher.
 * @returns null, or the number that was drawn already, below which it cannot begin
 */
export async function startSeries(
  tx: Transaction,
  { kind, series, year }: Series,
  last: number,
): Promise<number | null> {
  const key = [tx.by.organisationId, kind, series, year];
  const [drawn] = await tx.select(
    LAST,
    `SELECT series, value FROM counter
     WHERE organisation_id = $1 AND scheme = $2 AND series = $3 AND period = $4 FOR UPDATE`,
    key,
  );
  if (drawn && drawn.value >= last) return drawn.value;
  await tx.execute(
    'INSERT INTO number_start (id, organisation_id, scheme, series, period, last) VALUES ($1, $2, $3, $4, $5, $6)',
    [uuidv7(), ...key, last],
  );
  await tx.execute(
    `INSERT INTO counter (organisation_id, scheme, series, period, value) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organisation_id, scheme, series, period) DO UPDATE SET value = $5`,
    [...key, last],
  );
  return null;
}
