import { Day, type DeclaredDay, type RestDay, WEEKDAYS } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import type { Upserted } from '../organisation/upsert';

/** When nothing else is said of a new office: every Sunday and the second Saturday. */
export const USUAL_REST_DAYS: readonly RestDay[] = [
  { weekday: 'sunday', weeks: [1, 2, 3, 4, 5] },
  { weekday: 'saturday', weeks: [2] },
];

/** These are the rest days from now on, in the past as in the future. */
export async function replaceRestDays(tx: Transaction, restDays: readonly RestDay[]): Promise<Upserted> {
  const wanted = restDays.flatMap(({ weekday, weeks }) =>
    weeks.map((week) => ({ weekday: WEEKDAYS.indexOf(weekday), week })),
  );
  const values = [tx.by.organisationId, JSON.stringify(wanted)];
  const asked = 'jsonb_to_recordset($2::jsonb) AS wanted (weekday smallint, week smallint)';
  const gone = await tx.select(
    z.object({ week: z.int() }),
    `DELETE FROM rest_day WHERE organisation_id = $1 AND (weekday, week) NOT IN (SELECT weekday, week FROM ${asked}) RETURNING week`,
    values,
  );
  const added = await tx.select(
    z.object({ week: z.int() }),
    `INSERT INTO rest_day (organisation_id, weekday, week) SELECT DISTINCT $1::uuid, weekday, week FROM ${asked}
     ON CONFLICT DO NOTHING RETURNING week`,
    values,
  );
  if (gone.length > 0) return 'changed';
  return added.length > 0 ? 'added' : 'same';
}

/** Declares these days, or says anew what is declared of them. */
export async function declareDays(tx: Transaction, days: readonly DeclaredDay[]): Promise<Upserted[]> {
  const written = await tx.select(
    z.object({ added: z.boolean() }),
    `INSERT INTO declared_day AS known (organisation_id, day, works, restricted, name_hi, name_en)
     SELECT $1, day, works, NULLIF(restricted, false), name->>'hi', name->>'en'
     FROM jsonb_to_recordset($2::jsonb) AS wanted (day date, works boolean, restricted boolean, name jsonb)
     ON CONFLICT (organisation_id, day) DO UPDATE SET works = EXCLUDED.works, restricted = EXCLUDED.restricted,
       name_hi = EXCLUDED.name_hi, name_en = EXCLUDED.name_en
     WHERE (known.works, known.restricted, known.name_hi, known.name_en)
       IS DISTINCT FROM (EXCLUDED.works, EXCLUDED.restricted, EXCLUDED.name_hi, EXCLUDED.name_en)
     RETURNING xmax = 0 AS added`,
    [tx.by.organisationId, JSON.stringify(days)],
  );
  return written.map(({ added }): Upserted => (added ? 'added' : 'changed'));
}

/** Takes back what is declared of the other days of the year. */
export async function undeclareOtherDays(tx: Transaction, year: number, days: readonly DeclaredDay[]): Promise<void> {
  await tx.execute(
    `DELETE FROM declared_day WHERE organisation_id = $1 AND day BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)
       AND day <> ALL ($3::date[])`,
    [tx.by.organisationId, year, days.map(({ day }) => day)],
  );
}

/** Takes back what is declared of this day. @returns whether anything was */
export async function undeclareDay(tx: Transaction, day: string): Promise<boolean> {
  const gone = await tx.select(
    z.object({ day: Day }),
    'DELETE FROM declared_day WHERE organisation_id = $1 AND day = $2 RETURNING day',
    [tx.by.organisationId, day],
  );
  return gone.length > 0;
}

/** The days of a list by what they are, as an event tells of them. */
export function daysInEvent(days: readonly DeclaredDay[]) {
  const restrictedHolidays = days.filter(({ restricted }) => restricted).map(({ day }) => day);
  return {
    holidays: days.filter(({ works, restricted }) => !works && !restricted).map(({ day }) => day),
    ...(restrictedHolidays.length > 0 && { restrictedHolidays }),
    workedDays: days.filter(({ works }) => works).map(({ day }) => day),
  };
}

/** `sunday 1 2 3 4 5, saturday 2` */
export function restDaysInText(restDays: readonly RestDay[]): string {
  return restDays.map(({ weekday, weeks }) => [weekday, ...weeks].join(' ')).join(', ');
}
