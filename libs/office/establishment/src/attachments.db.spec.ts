import type { Actor } from '@patravali/authorization';
import type { AttachPerson as Attachment } from '@patravali/contract';
import { AttachPerson, EndLeave, EndTenure, WithdrawLeave } from '@patravali/organisation';
import { ORDER, useEstablishment } from '../../../../test/support/establishment/establishment';
import { stateOfTheDatabase } from '../../../../test/support/office/state-of-the-database';

const { office, kept, postsOf } = useEstablishment();

/** What time it is in the office. */
const now = (instant: string) =>
  office().rows(
    `CREATE OR REPLACE FUNCTION office_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${instant}'::timestamptz $$`,
  );
beforeEach(() => now('2026-11-26T04:00:00Z'));

/** An officer, who stands above him, and a post elsewhere. */
async function anOfficer() {
  const superior = await office().actor({ unitId: kept.unitId, level: 2 });
  const officer = await office().actor({ unitId: kept.unitId, level: 3, superior });
  const elsewhere = await office().actor({ unitId: kept.unitId, level: 3 });
  return { superior, officer, elsewhere };
}
const attach = (officer: Actor, to: Actor, more: Partial<Attachment> = {}, by = kept.administrator) =>
  office()
    .get(AttachPerson)
    .execute(by, {
      toPostId: to.postId,
      fromOn: '2026-11-27',
      fromHalf: 'forenoon',
      untilOn: null,
      untilHalf: 'afternoon',
      orderReference: ORDER,
      desks: [{ postId: officer.postId, linkPostId: null }],
      ...more,
    });
const end = (tenureId: string, more: Partial<Parameters<EndTenure['execute']>[2]> = {}) =>
  office()
    .get(EndTenure)
    .execute(kept.administrator, tenureId, {
      cause: 'relieved',
      untilOn: '2026-12-04',
      untilHalf: 'afternoon',
      now: false,
      orderReference: ORDER,
      ...more,
    });
/** Whether he is away from his own desk, and at how many posts he is. */
const where = async ({ organisationId, userId, postId }: Actor) => {
  const sql = 'SELECT is_on_leave($1, $2, $3) AS away';
  const [row] = await office().rows<{ away: boolean }>(sql, [organisationId, userId, postId]);
  return [row?.away, (await postsOf(userId)).length];
};
async function isRefused(code: string, act: () => Promise<unknown>): Promise<void> {
  const before = await stateOfTheDatabase(office());
  await expect(act()).rejects.toMatchObject({ code });
  expect(await stateOfTheDatabase(office())).toBe(before);
}

describe('an attachment', () => {
  it('takes an officer to another post, and his desk is kept until he returns with the last day', async () => {
    const { superior, officer, elsewhere } = await anOfficer();
    await attach(officer, elsewhere, { untilOn: '2026-12-04', untilHalf: 'forenoon' });
    expect(await where(officer)).toEqual([false, 1]);
    await now('2026-11-27T04:00:00Z');
    expect(await where(officer)).toEqual([true, 2]);
    expect(await postsOf(superior.userId)).toEqual(expect.arrayContaining([superior.postId, officer.postId]));
    await now('2026-12-04T06:29:00Z');
    expect(await where(officer)).toEqual([true, 2]);
    await now('2026-12-04T06:30:00Z');
    expect(await where(officer)).toEqual([false, 1]);
    const events = await office().rows('SELECT name, reason FROM event WHERE subject_id = $1', [officer.userId]);
    expect(events).toEqual([{ name: 'user.attached', reason: ORDER }]);
  });

  it('without a last day ends by an order: at once, or on the day that is said', async () => {
    for (const isAtOnce of [true, false]) {
      const { officer, elsewhere } = await anOfficer();
      const { tenureId } = await attach(officer, elsewhere);
      await now('2026-12-01T04:00:00Z');
      expect(await where(officer)).toEqual([true, 2]);
      await end(tenureId, isAtOnce ? { now: true, untilOn: '2026-12-01' } : { untilHalf: 'forenoon' });
      expect(await where(officer)).toEqual(isAtOnce ? [false, 1] : [true, 2]);
      await now('2026-12-04T06:30:00Z');
      expect(await where(officer)).toEqual([false, 1]);
      await now('2026-11-26T04:00:00Z');
    }
  });

  it('is not ended or withdrawn by who is attached', async () => {
    const { officer, elsewhere } = await anOfficer();
    await attach(officer, elsewhere);
    const [link] = await office().rows<{ id: string }>(`SELECT id FROM tenure WHERE post_id = $1 AND kind = 'link'`, [
      officer.postId,
    ]);
    await isRefused('attached-by-order', () =>
      office()
        .get(WithdrawLeave)
        .execute(officer, link?.id ?? ''),
    );
    await now('2026-11-28T04:00:00Z');
    await isRefused('attached-by-order', () => office().get(EndLeave).execute(officer));
  });

  it('is of one person with all his desks, to a post that he does not hold, from today on', async () => {
    const { officer, elsewhere } = await anOfficer();
    const other = await anOfficer();
    const two = [officer, other.officer].map(({ postId }) => ({ postId, linkPostId: null }));
    await isRefused('one-is-attached', () => attach(officer, elsewhere, { desks: two }));
    await isRefused('post-held-then', () => attach(officer, officer));
    await isRefused('duty-in-past', () => attach(officer, elsewhere, { fromOn: '2026-11-25' }));
    await isRefused('tenure-backwards', () => attach(officer, elsewhere, { untilOn: '2026-11-26' }));
    await isRefused('not-allowed', () => attach(officer, elsewhere, {}, officer));
    const without = [{ postId: officer.postId, linkPostId: officer.postId }];
    await isRefused('not-all-can-go', () => attach(officer, elsewhere, { desks: without }));
    await attach(officer, elsewhere);
    await isRefused('not-all-can-go', () => attach(officer, other.elsewhere));
  });

  it('is put off as long as somebody can keep the desk', async () => {
    const { superior, officer, elsewhere } = await anOfficer();
    const { tenureId } = await attach(officer, elsewhere, { untilOn: '2026-12-04' });
    await office().linkOfficerOf(superior);
    await office().rows(
      `UPDATE tenure SET from_on = '2026-12-07', until_on = '2026-12-10' WHERE post_id = $1 AND kind = 'link'`,
      [superior.postId],
    );
    await isRefused('link-officer-on-leave', () => end(tenureId, { untilOn: '2026-12-08' }));
    await end(tenureId, { untilOn: '2026-12-05' });
    await now('2026-12-05T04:00:00Z');
    expect(await where(officer)).toEqual([true, 2]);
  });

  it('is entered by the administrator of a unit within it alone', async () => {
    const { officer, elsewhere } = await anOfficer();
    const administers = { roles: ['dealing_hand', 'unit_administrator'] as const, administeredUnitId: kept.unitId };
    const own = await office().actor({ unitId: kept.unitId, ...administers });
    const outside = await office().actor({ level: 3 });
    await isRefused('not-allowed', () => attach(officer, outside, {}, own));
    await isRefused('not-allowed', () => attach(outside, elsewhere, {}, own));
    await attach(officer, elsewhere, {}, own);
  });
});
