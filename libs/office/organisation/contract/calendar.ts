import { Bilingual, Day, oneLine, operation, Reason } from '@patravali/contract-base';
import { z } from 'zod';

/** In the order of PostgreSQL’s `dow`. */
export const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;

/** A day of the week on which the office rests: every one, or those of these weeks of the month (the second Saturday). */
export const RestDay = z
  .strictObject({
    weekday: z.enum(WEEKDAYS),
    weeks: z.array(z.int().min(1).max(5)).min(1).max(5).default([1, 2, 3, 4, 5]),
  })
  .meta({ id: 'RestDay' });
export type RestDay = z.infer<typeof RestDay>;

/**
 * A day that an order has declared a holiday or, where the office would rest, a working day. A restricted holiday is one of those of which
 * each may choose some: the office works as on any other day.
 */
export const DeclaredDay = z
  .strictObject({
    day: Day,
    works: z.boolean().default(false),
    restricted: z.boolean().default(false),
    name: z.strictObject({ hi: oneLine(200), en: oneLine(200) }),
  })
  .refine(({ works, restricted }) => !works || !restricted, { error: 'restricted-works', path: ['restricted'] })
  .meta({ id: 'DeclaredDay' });
export type DeclaredDay = z.infer<typeof DeclaredDay>;

/** For so many working days a post keeps a case without saying why, unless the office says otherwise. */
export const USUAL_DESK_LIMIT = 7;
export const LONGEST_DESK_LIMIT = 60;

/** For how many working days a post keeps a case without saying why. */
export const DeskLimit = z.int().min(1).max(LONGEST_DESK_LIMIT);

const Year = z.int().min(2000).max(2200);

/** Month and day on which the whole country rests, by law. */
export const NATIONAL_HOLIDAYS = ['01-26', '08-15', '10-02'] as const;

const RestDays = z
  .array(RestDay)
  .max(7)
  .superRefine((restDays, context) => {
    restDays.forEach(({ weekday }, index) => {
      if (restDays.findIndex((other) => other.weekday === weekday) < index)
        context.addIssue({ code: 'custom', message: 'twice', path: [index, 'weekday'] });
    });
  });

interface DaysOfYear {
  readonly year: number;
  readonly days: readonly DeclaredDay[];
}

/** Each day once, and all in the year that is said. */
function refuseUnfitDays({ year, days }: DaysOfYear, context: z.RefinementCtx<DaysOfYear>): void {
  days.forEach(({ day }, index) => {
    if (!day.startsWith(`${year}-`))
      context.addIssue({ code: 'custom', message: 'another-year', path: ['days', index, 'day'] });
    if (days.findIndex((other) => other.day === day) < index)
      context.addIssue({ code: 'custom', message: 'twice', path: ['days', index, 'day'] });
  });
}

/** The rest days of every year, and all declared days of this one: what is not in the list is declared no longer. */
export const SetCalendar = z
  .strictObject({
    year: Year,
    restDays: RestDays,
    days: z.array(DeclaredDay).max(366),
    /** Left out, it stays as it is. */
    deskLimitDays: DeskLimit.optional(),
  })
  .superRefine(refuseUnfitDays)
  .meta({ id: 'SetCalendar' });
export type SetCalendar = z.infer<typeof SetCalendar>;

export const CalendarQuery = z.strictObject({ year: z.coerce.number().int().min(2000).max(2200) });
export type CalendarQuery = z.infer<typeof CalendarQuery>;

export const CalendarYear = z
  .object({
    year: Year,
    restDays: z.array(z.object({ weekday: z.enum(WEEKDAYS), weeks: z.array(z.int()) })),
    days: z.array(z.object({ day: Day, works: z.boolean(), restricted: z.boolean(), name: Bilingual })),
    /** Those of which nothing is declared yet. */
    nationalHolidays: z.array(z.object({ day: Day, name: Bilingual })),
    /** Every day of the year on which the office does not work. */
    closed: z.array(Day),
    deskLimitDays: z.int(),
  })
  .meta({ id: 'CalendarYear' });
export type CalendarYear = z.infer<typeof CalendarYear>;

/** Days of one year that are declared, or declared otherwise; the others stay as they are. */
export const DeclareDays = z
  .strictObject({ year: Year, days: z.array(DeclaredDay).min(1).max(366), reason: Reason })
  .superRefine(refuseUnfitDays)
  .meta({ id: 'DeclareDays' });
export type DeclareDays = z.infer<typeof DeclareDays>;

export const WithdrawDay = z.strictObject({ day: Day, reason: Reason }).meta({ id: 'WithdrawDay' });
export type WithdrawDay = z.infer<typeof WithdrawDay>;

export const SetRestDays = z.strictObject({ restDays: RestDays, reason: Reason }).meta({ id: 'SetRestDays' });
export type SetRestDays = z.infer<typeof SetRestDays>;

export const calendarOperations = {
  getCalendar: operation('GET', '/calendar', {
    summary: 'Show the rest days and holidays of a year',
    query: CalendarQuery,
    answer: CalendarYear,
    shows: ['calendar'],
  }),
  setCalendar: operation('PUT', '/calendar', {
    summary: 'Set the rest days and holidays of the office',
    body: SetCalendar,
    answer: CalendarYear,
    changes: ['calendar'],
    event: 'organisation.calendar_set',
  }),
  declareDays: operation('POST', '/calendar/days', {
    summary: 'Declare holidays and working days by an order',
    body: DeclareDays,
    answer: CalendarYear,
    changes: ['calendar'],
    event: 'organisation.days_declared',
  }),
  withdrawDay: operation('POST', '/calendar/days/withdraw', {
    summary: 'Take back what was declared of a day',
    body: WithdrawDay,
    answer: CalendarYear,
    changes: ['calendar'],
    event: 'organisation.day_withdrawn',
    refuses: ['day-not-declared'],
  }),
  setRestDays: operation('PUT', '/calendar/rest-days', {
    summary: 'Set on which weekdays the office rests',
    body: SetRestDays,
    answer: CalendarYear,
    changes: ['calendar'],
    event: 'organisation.rest_days_set',
  }),
};
