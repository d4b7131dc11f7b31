import { CalendarYear, type CalendarYear as Answer, NATIONAL_HOLIDAYS, WEEKDAYS } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { messagesOf } from '@patravali/messages';
import { z } from 'zod';
import { deskLimit } from './desk-limit';

const Row = CalendarYear.pick({ days: true, closed: true, deskLimitDays: true }).extend({
  restDays: z.array(z.object({ weekday: z.int(), weeks: z.array(z.int()) })),
});

/** The calendar of the organisation in one year. */
export async function calendarYear(database: SqlRunner, organisationId: string, year: number): Promise<Answer> {
  const [row] = await select(
    database,
    Row,
    `SELECT
       (SELECT COALESCE(json_agg(json_build_object('weekday', weekday, 'weeks', weeks) ORDER BY weekday), '[]') FROM
         (SELECT weekday, array_agg(week ORDER BY week) AS weeks FROM rest_day WHERE organisation_id = $1 GROUP BY weekday) rest) AS "restDays",
       (SELECT COALESCE(json_agg(json_build_object('day', day, 'works', works, 'restricted', restricted IS NOT NULL,
           'name', json_build_object('hi', name_hi, 'en', name_en)) ORDER BY day), '[]')
         FROM declared_day WHERE organisation_id = $1 AND day BETWEEN make_date($2, 1, 1) AND make_date($2, 12, 31)) AS days,
       (SELECT COALESCE(json_agg(day::date ORDER BY day), '[]')
         FROM generate_series(make_date($2, 1, 1), make_date($2, 12, 31), INTERVAL '1 day') day
         WHERE NOT office_works_on($1, day::date)) AS closed,
       ${deskLimit('$1')} AS "deskLimitDays"`,
    [organisationId, year],
  );
  const { restDays, ...others } = Row.parse(row);
  const nationalHolidays = nationalHolidaysOf(year).filter(({ day }) => !others.days.some((one) => one.day === day));
  return { year, restDays: restDays.flatMap(named), nationalHolidays, ...others };
}

const nationalHolidaysOf = (year: number) =>
  NATIONAL_HOLIDAYS.map((on) => ({
    day: `${year}-${on}`,
    name: {
      hi: messagesOf('lists', 'hi')[`nationalHoliday.${on}`],
      en: messagesOf('lists', 'en')[`nationalHoliday.${on}`],
    },
  }));

function named({ weekday, weeks }: { readonly weekday: number; readonly weeks: number[] }) {
  const name = WEEKDAYS[weekday];
  return name === undefined ? [] : [{ weekday: name, weeks }];
}
