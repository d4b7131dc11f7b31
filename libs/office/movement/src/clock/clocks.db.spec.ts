import type { Actor } from '@patravali/authorization';
import { FileView, MovementView, PageQuery, type StopClock as StopRequest } from '@patravali/contract';
import { ListMovements } from '@patravali/custody';
import { CloseFile, FileHistory, FileViewQuery } from '@patravali/files';
import { ForwardFile, PullBackFile, PutInCallBook, TakeOutOfCallBook } from '@patravali/movement';
import { SetCalendar } from '@patravali/organisation';
import { z } from 'zod';
import { useOffice } from '../../../../../test/support/office/office';
import { WORDS } from '../../../../../test/support/office/words';
import { StartClock } from './start-clock';
import { StopClock } from './stop-clock';

const REST_DAYS = [
  { weekday: 'sunday', weeks: [1, 2, 3, 4, 5] },
  { weekday: 'saturday', weeks: [2] },
] as const;
const COURT: StopRequest = {
  reason: 'court',
  evidence: { kind: 'words', words: 'रिट याचिका 12/2026', on: '2026-01-01' },
};
const WHY = 'अभिलेख अभिलेखागार से विलम्ब से प्राप्त हुए।';

const office = useOffice({ holds: 'section' });
const at = (marking: 'ASO' | 'SO' | 'US' | 'DS') => office().at(marking);
let administrator: Actor;
const declare = (year: number, days: { day: string; works: boolean }[], more: object = {}) =>
  office()
    .get(SetCalendar)
    .execute(administrator, {
      year,
      restDays: REST_DAYS.map(({ weekday, weeks }) => ({ weekday, weeks: [...weeks] })),
      days: days.map((day) => ({ ...day, restricted: false, name: { hi: 'अवकाश', en: 'Holiday' } })),
      ...more,
    });
/** What time it is in the office, and with it which day it is in India. */
const now = (instant: string) =>
  office().rows(
    `CREATE OR REPLACE FUNCTION office_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${instant}'::timestamptz $$`,
  );
/** At noon in India. */
const day = (of: string) => now(`${of}T06:30:00Z`);
const view = (by: Actor, fileId: string) => office().named(FileView, office().get(FileViewQuery).execute(by, fileId));
const daysOf = async (fileId: string, by: Actor = at('SO')) => (await view(by, fileId)).clock.days;
const send = (by: Actor, fileId: string, to: Actor, explanation?: string) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, { toPostId: to.postId, ...WORDS, explanation });
const movements = async (fileId: string) => {
  const list = office().get(ListMovements).execute(at('SO'), fileId, PageQuery.parse({}));
  return await office().named(
    z.array(MovementView),
    list.then(({ items }) => items),
  );
};
/** A file that came to the section officer on that day. */
const arrived = async (on: string) => {
  await day(on);
  const { fileId } = await office().newFile(at('ASO'));
  await send(at('ASO'), fileId, at('SO'));
  return fileId;
};

describe('the clock of a desk', () => {
  beforeAll(async () => {
    administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
    await declare(2026, [{ day: '2026-12-25', works: false }]);
  });

  it('counts the working days of the office, also over the end of a year, from midnight to midnight in India', async () => {
    // A Monday. Neither Christmas nor any Sunday is counted; the second Saturday of January is one more day of rest.
    const fileId = await arrived('2026-12-21');
    const seen: (number | null)[] = [];
    for (const each of ['2026-12-21', '2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28']) {
      await day(each);
      seen.push(await daysOf(fileId));
    }
    expect(seen).toEqual([0, 3, 3, 4, 4, 5]);
    await now('2026-12-31T18:29:59Z');
    expect(await daysOf(fileId)).toBe(8);
    await now('2026-12-31T18:30:00Z');
    expect(await daysOf(fileId)).toBe(9);
    await day('2027-01-09');
    expect(await daysOf(fileId)).toBe(15);
  });

  it('asks on the eighth working day, and not before, why the file was kept; what is said stands on the record', async () => {
    const fileId = await arrived('2026-12-21');
    await day('2026-12-30');
    expect((await view(at('SO'), fileId)).clock).toMatchObject({ days: 7, limit: 7, stop: null });
    await day('2026-12-31');
    await expect(send(at('SO'), fileId, at('US'))).rejects.toMatchObject({
      code: 'explanation-needed',
      params: { days: 8, limit: 7 },
      errors: [{ pointer: '#/explanation' }],
    });
    await send(at('SO'), fileId, at('US'), WHY);
    expect((await movements(fileId)).at(-1)).toMatchObject({ kind: 'forwarded', keptDays: 8, explanation: WHY });
    const { items } = await office().get(FileHistory).execute(at('SO'), fileId, PageQuery.parse({}));
    expect(items.at(-1)).toMatchObject({ name: 'file.forwarded', data: { explanation: WHY } });
    // Nobody wanted to know it of the next desk, and so it is not kept.
    await send(at('US'), fileId, at('DS'), 'कुछ नहीं');
    expect((await movements(fileId)).at(-1)).toMatchObject({ keptDays: 0, explanation: null });
  });

  it('is that of the post: whoever takes over with a new tenure says why it was kept', async () => {
    const fileId = await arrived('2026-12-21');
    await office().rows(`UPDATE tenure SET until_on = '2026-12-31' WHERE post_id = $1`, [at('SO').postId]);
    await now('2026-12-31T18:30:00Z');
    expect(await daysOf(fileId)).toBe(9);
    await expect(send(at('SO'), fileId, at('US'))).rejects.toMatchObject({ code: 'explanation-needed' });
    await office().rows(`UPDATE tenure SET until_on = NULL WHERE post_id = $1`, [at('SO').postId]);
  });

  it('stands while it is stopped, and counts on from where it was', async () => {
    const fileId = await arrived('2027-03-01');
    await day('2027-03-04');
    const { version } = await office().get(StopClock).execute(at('SO'), fileId, COURT);
    await expect(office().get(StopClock).execute(at('SO'), fileId, COURT)).rejects.toMatchObject({
      code: 'clock-stopped',
      params: { reason: 'court' },
    });
    await day('2027-04-15');
    const { clock, allowedMoves, ...file } = await view(at('SO'), fileId);
    expect(file).toMatchObject({ version, clockStoppedOn: '2027-03-04', clockStoppedFor: 'court' });
    expect([allowedMoves.includes('start_clock'), allowedMoves.includes('stop_clock')]).toEqual([true, false]);
    expect(clock).toMatchObject({ days: 3, age: 3, stop: { ...COURT, stoppedOn: '2027-03-04', startedOn: null } });
    await office().get(StartClock).execute(at('SO'), fileId);
    await expect(office().get(StartClock).execute(at('SO'), fileId)).rejects.toMatchObject({ code: 'clock-runs' });
    expect((await view(at('SO'), fileId)).clock).toMatchObject({ days: 3, age: 3, stop: null });
    await day('2027-04-17');
    expect((await view(at('SO'), fileId)).clock).toMatchObject({ days: 5, age: 5 });
    await send(at('SO'), fileId, at('US'));
    expect((await movements(fileId)).slice(-2)).toMatchObject([
      { to: { marking: 'SO' }, stops: [{ reason: 'court', stoppedOn: '2027-03-04', startedOn: '2027-04-15' }] },
      { keptDays: 5, stops: [], toLevel: 2 },
    ]);
  });

  it('is stopped on the evidence of a letter or a note of the file, or of words that tell of no day to come', async () => {
    const fileId = await arrived('2027-03-01');
    const stop = (evidence: StopRequest['evidence']) =>
      office().get(StopClock).execute(at('SO'), fileId, { reason: 'applicant', evidence });
    await expect(stop({ kind: 'correspondence', number: 1 })).rejects.toMatchObject({
      code: 'evidence-not-on-file',
      params: { evidence: 'C/1' },
      errors: [{ pointer: '#/evidence/number' }],
    });
    await expect(stop({ kind: 'note', number: 2 })).rejects.toMatchObject({ params: { evidence: 'N/2' } });
    await expect(stop({ kind: 'words', words: 'पत्र', on: '2027-03-02' })).rejects.toMatchObject({
      code: 'date-in-future',
      errors: [{ pointer: '#/evidence/on' }],
    });
    await stop({ kind: 'note', number: 1 });
    // It leaves the desk: the clock of the next one runs, and this stop has its end.
    await send(at('SO'), fileId, at('US'));
    expect((await view(at('SO'), fileId)).clock.stop).toBeNull();
    expect((await movements(fileId)).at(-2)).toMatchObject({
      stops: [{ evidence: { kind: 'note', number: 1 }, startedOn: '2027-03-01' }],
    });
  });

  it('stands by itself in the call book, and counts on when the case is taken out', async () => {
    const fileId = await arrived('2027-05-03');
    await day('2027-05-06');
    await office()
      .get(PutInCallBook)
      .execute(at('SO'), fileId, { cause: 'court', reason: 'विचाराधीन', reviewOn: '2027-06-05' });
    expect((await view(at('SO'), fileId)).clock.stop).toMatchObject({
      reason: 'call_book',
      evidence: { kind: 'words', words: 'विचाराधीन', on: '2027-05-06' },
    });
    await day('2027-06-05');
    expect(await daysOf(fileId)).toBe(3);
    await office().get(TakeOutOfCallBook).execute(at('SO'), fileId, {});
    expect(await daysOf(fileId)).toBe(3);
  });

  it('is that of the sender as before when he pulls the file back', async () => {
    const fileId = await arrived('2027-05-03');
    await day('2027-05-12');
    await send(at('SO'), fileId, at('US'));
    await day('2027-05-20');
    await office().get(PullBackFile).execute(at('SO'), fileId, {});
    expect(await daysOf(fileId)).toBe(7);
    await day('2027-05-21');
    await expect(send(at('SO'), fileId, at('US'))).rejects.toMatchObject({ params: { days: 8 } });
  });

  it('follows what is declared of a day afterwards, and the limit that the office sets', async () => {
    const fileId = await arrived('2027-08-02');
    await day('2027-08-11');
    expect(await daysOf(fileId)).toBe(8);
    await declare(2027, [{ day: '2027-08-05', works: false }]);
    expect(await daysOf(fileId)).toBe(7);
    expect((await declare(2027, [], { deskLimitDays: 3 })).deskLimitDays).toBe(3);
    await expect(send(at('SO'), fileId, at('US'))).rejects.toMatchObject({ params: { days: 8, limit: 3 } });
    expect((await declare(2027, [])).deskLimitDays).toBe(3);
    await declare(2027, [], { deskLimitDays: 7 });
  });

  it('says of a closed file how long it took from end to end', async () => {
    const fileId = await arrived('2027-09-01');
    await day('2027-09-03');
    await office().get(CloseFile).execute(at('SO'), fileId, { reason: 'निस्तारित', confirmNote: true });
    await day('2027-10-01');
    expect((await view(at('SO'), fileId)).clock).toMatchObject({ days: null, age: 2, stop: null });
  });
});
