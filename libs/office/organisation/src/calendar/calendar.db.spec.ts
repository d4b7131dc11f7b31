import type { Actor } from '@patravali/authorization';
import type { SetCalendar as Request } from '@patravali/contract';
import { DeclareDays, OrganisationQueries, SetCalendar, SetRestDays, WithdrawDay } from '@patravali/organisation';
import fc from 'fast-check';
import { useOffice } from '../../../../../test/support/office/office';

const DIWALI = { day: '2027-10-29', works: false, restricted: false, name: { hi: 'दीपावली', en: 'Diwali' } };
/** The second Saturday of October 2027, on which the office works by order. */
const INSTEAD = {
  day: '2027-10-09',
  works: true,
  restricted: false,
  name: { hi: 'कार्य दिवस घोषित', en: 'Declared a working day' },
};
const UP: Request = {
  year: 2027,
  restDays: [
    { weekday: 'sunday', weeks: [1, 2, 3, 4, 5] },
    { weekday: 'saturday', weeks: [2] },
  ],
  days: [DIWALI, INSTEAD],
};

const office = useOffice({ holds: 'section' });
let administrator: Actor;
beforeAll(async () => {
  administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
});
const set = (by: Actor, request: Request) => office().get(SetCalendar).execute(by, request);
const works = async (day: string) =>
  (await office().rows<{ works: boolean }>('SELECT office_works_on($1, $2::date) AS works', [office().id, day]))[0]
    ?.works;
const next = async (day: string) =>
  (await office().rows<{ next: string }>('SELECT next_working_day($1, $2::date)::text AS next', [office().id, day]))[0]
    ?.next;

describe('the calendar of the office', () => {
  it('is set by the administrator alone, is recorded, and is the same however often it is set', async () => {
    await expect(set(office().at('SO'), UP)).rejects.toMatchObject({ code: 'not-allowed' });
    const answer = await set(administrator, UP);
    expect(answer).toMatchObject({ year: 2027, restDays: UP.restDays, days: [INSTEAD, DIWALI] });
    expect(await set(administrator, UP)).toEqual(answer);
    expect(await office().get(OrganisationQueries).calendar(office().at('ASO'), { year: 2027 })).toEqual(answer);
    const events = await office().rows(`SELECT data FROM event WHERE name = 'organisation.calendar_set'`);
    const data = {
      year: 2027,
      restDays: 'sunday 1 2 3 4 5, saturday 2',
      holidays: [DIWALI.day],
      workedDays: [INSTEAD.day],
    };
    expect(events).toEqual([{ data }, { data }]);
  });

  it('closes on Sundays, second Saturdays and declared holidays, and opens where an order says so', async () => {
    await set(administrator, UP);
    const { closed } = await office().get(OrganisationQueries).calendar(administrator, { year: 2027 });
    expect(closed.filter((day) => day.startsWith('2027-10'))).toEqual(
      ['03', '10', '17', '24', '29', '31'].map((day) => `2027-10-${day}`),
    );
    expect(await next('2027-10-29')).toBe('2027-10-30');
    expect(await next('2027-11-13')).toBe('2027-11-15');
    expect(await next('2027-11-12')).toBe('2027-11-12');
  });

  it('takes back what is no longer declared of that year, and leaves the other years', async () => {
    await set(administrator, { ...UP, year: 2028, days: [{ ...DIWALI, day: '2028-10-17' }] });
    await set(administrator, { ...UP, days: [] });
    expect([await works('2027-10-29'), await works('2027-10-09'), await works('2028-10-17')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('knows no day when the office never works', async () => {
    const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'] as const;
    await set(administrator, {
      year: 2027,
      days: [],
      restDays: weekdays.map((weekday) => ({ weekday, weeks: [1, 2, 3, 4, 5] })),
    });
    expect(await next('2027-10-29')).toBeNull();
    await set(administrator, UP);
  });

  it('is, on any day, what a plain reading of the rule says', async () => {
    await set(administrator, UP);
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(days, async (date) => {
        const day = date.toISOString().slice(0, 10);
        const secondSaturday = date.getUTCDay() === 6 && date.getUTCDate() > 7 && date.getUTCDate() < 15;
        const rests = date.getUTCDay() === 0 || secondSaturday;
        expect([day, await works(day)]).toEqual([day, day === INSTEAD.day || (!rests && day !== DIWALI.day)]);
      }),
      { numRuns: 200 },
    );
  });

  it('counts from one day to another as many as it works on, and none from a day to itself or to one before it', async () => {
    await set(administrator, UP);
    const from = fc.date({ min: new Date('2027-06-01'), max: new Date('2028-01-31'), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(from, fc.integer({ min: -3, max: 200 }), async (date, ahead) => {
        const [row] = await office().rows(
          `SELECT working_days($1, $2::date, $2::date + $3::int) AS counted, (SELECT count(*)::int FROM generate_series(1, $3::int) n
             WHERE office_works_on($1, $2::date + n)) AS "oneByOne"`,
          [office().id, date.toISOString().slice(0, 10), ahead],
        );
        const { counted, oneByOne } = row as { counted: number; oneByOne: number };
        expect([date, ahead, counted]).toEqual([date, ahead, oneByOne]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a day at a day’s notice', () => {
  const REASON = 'जिलाधिकारी का आदेश संख्या 26/2027';
  const fair = { day: '2027-11-03', works: false, restricted: false, name: { hi: 'स्थानीय मेला', en: 'Local fair' } };
  const declare = (day: object = {}, by = administrator) =>
    office()
      .get(DeclareDays)
      .execute(by, { year: 2027, days: [{ ...fair, ...day }], reason: REASON });
  const withdraw = (day: string, by = administrator) => office().get(WithdrawDay).execute(by, { day, reason: REASON });
  const between = async (from: string, until: string) =>
    (await office().rows<{ days: number }>('SELECT working_days($1, $2, $3) AS days', [office().id, from, until]))[0]
      ?.days;
  beforeAll(() => set(administrator, UP));

  it('is declared by administrators with a reason, counted from then on, and taken back', async () => {
    await expect(declare({}, office().at('SO'))).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await between('2027-11-01', '2027-11-04')).toBe(3);
    const { days } = await declare();
    expect(days).toEqual([INSTEAD, DIWALI, fair]);
    expect([await works(fair.day), await next(fair.day)]).toEqual([false, '2027-11-04']);
    expect(await between('2027-11-01', '2027-11-04')).toBe(2);
    await withdraw(fair.day);
    expect(await between('2027-11-01', '2027-11-04')).toBe(3);
    await expect(withdraw(fair.day)).rejects.toMatchObject({ code: 'day-not-declared', params: { day: fair.day } });
    await expect(withdraw(DIWALI.day, office().at('SO'))).rejects.toMatchObject({ code: 'not-allowed' });
    const events = await office().rows(
      `SELECT name, reason, data FROM event WHERE name IN ('organisation.days_declared', 'organisation.day_withdrawn')
       ORDER BY sequence`,
    );
    expect(events).toEqual([
      {
        name: 'organisation.days_declared',
        reason: REASON,
        data: { year: 2027, holidays: [fair.day], workedDays: [] },
      },
      { name: 'organisation.day_withdrawn', reason: REASON, data: { withdrawnDay: fair.day } },
    ]);
  });

  it('that is a restricted holiday stops no clock, and opens no Sunday', async () => {
    await declare({ restricted: true });
    await declare({ day: '2027-11-07', restricted: true });
    expect([await works(fair.day), await works('2027-11-07')]).toEqual([true, false]);
    expect(await between('2027-11-01', '2027-11-08')).toBe(6);
    await withdraw(fair.day);
    await withdraw('2027-11-07');
  });

  it('lies in a week of five days or of six', async () => {
    const rest = (saturdays: number[]) =>
      office()
        .get(SetRestDays)
        .execute(administrator, {
          restDays: [
            { weekday: 'sunday', weeks: [1, 2, 3, 4, 5] },
            ...(saturdays.length > 0 ? [{ weekday: 'saturday' as const, weeks: saturdays }] : []),
          ],
          reason: REASON,
        });
    const week = () => between('2027-11-07', '2027-11-14');
    await rest([1, 2, 3, 4, 5]);
    expect(await week()).toBe(5);
    await rest([]);
    expect(await week()).toBe(6);
    await rest([2]);
    expect([await week(), await between('2027-11-14', '2027-11-21')]).toEqual([5, 6]);
  });
});
