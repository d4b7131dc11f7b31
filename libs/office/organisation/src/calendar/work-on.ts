import { Bilingual, Day } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

const Worked = z.object({
  today: Day,
  works: z.boolean(),
  /** 0 is Sunday. */
  weekday: z.int(),
  /** What an order declares of it. */
  declared: Bilingual.nullable(),
  next: Day.nullable(),
});
export type Worked = z.infer<typeof Worked>;

/** Whether the office works on that day; if not, why, and on which day it works next. */
export async function workOn(database: SqlRunner, organisationId: string, day: string): Promise<Worked> {
  const [found] = await select(
    database,
    Worked,
    `SELECT india_today() AS today, office.works, extract(dow FROM $2::date)::int AS weekday, 
       CASE WHEN d.day IS NOT NULL THEN json_build_object('hi', d.name_hi, 'en', d.name_en) END AS declared,
       CASE WHEN NOT office.works THEN next_working_day($1, $2::date) END AS next
     FROM (SELECT office_works_on($1, $2::date) AS works) office
     LEFT JOIN declared_day d ON d.organisation_id = $1 AND d.day = $2::date AND d.restricted IS NULL`,
    [organisationId, day],
  );
  return Worked.parse(found);
}
