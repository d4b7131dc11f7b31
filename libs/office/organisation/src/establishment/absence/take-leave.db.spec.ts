import type { Actor } from '@patravali/authorization';
import type { TakeLeave as Leave } from '@patravali/contract';
import { ForwardFile } from '@patravali/movement';
import { useOffice } from '../../../../../../test/support/office/office';
import { WORDS } from '../../../../../../test/support/office/words';
import { EndLeave } from './end-leave';
import { ListLeaves } from './list-leaves';
import { TakeLeave } from './take-leave';
import { WithdrawLeave } from './withdraw-leave';

const office = useOffice({ holds: 'section' });
const [FRIDAY_NOON, MONDAY_NOON] = ['2026-11-27T06:30:00Z', '2026-11-30T06:30:00Z'];
/** What time it is in the office. */
const now = (instant: string) =>
  office().rows(
    `CREATE OR REPLACE FUNCTION office_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${instant}'::timestamptz $$`,
  );
const before = (instant: string) => new Date(Date.parse(instant) - 1000).toISOString();

/** From Friday afternoon to Monday forenoon. */
const WEEKEND = { fromOn: '2026-11-27', fromHalf: 'afternoon', untilOn: '2026-11-30', untilHalf: 'forenoon' } as const;
const ORDER = 'अर्जित अवकाश आदेश 9/2026';
const take = (by: Actor, link: Pick<Actor, 'postId'>, days: Partial<Leave> = {}) =>
  office()
    .get(TakeLeave)
    .execute(by, { ...WEEKEND, linkPostId: link.postId, orderReference: ORDER, ...days });
const LINKS = `SELECT count(*)::int AS links FROM tenure WHERE kind = 'link'`;
const withdraw = (by: Actor, id: string) => office().get(WithdrawLeave).execute(by, id);
const list = async (by: Actor) => (await office().get(ListLeaves).execute(by, { limit: 9 })).items;
/** In which capacity they act from the post of the first now, and whether he is on leave from it. */
const desk = async (holder: Actor, other: Actor) => {
  const held = async ({ userId }: Actor) => {
    const sql = 'SELECT kind FROM tenure WHERE user_id = $1 AND post_id = $2 AND holds_now(tenure)';
    return (await office().rows<{ kind: string }>(sql, [userId, holder.postId]))[0]?.kind;
  };
  const [away] = await office().rows<{ away: boolean }>('SELECT is_on_leave($1, $2, $3) AS away', [
    holder.organisationId,
    holder.userId,
    holder.postId,
  ]);
  return { holder: await held(holder), other: await held(other), away: away?.away };
};
const forward = (by: Actor, fileId: string) =>
  office()
    .get(ForwardFile)
    .execute(by, fileId, { toPostId: office().at('DS').postId, ...WORDS });

describe('the leave of an officer', () => {
  beforeEach(() => now('2026-11-26T04:00:00Z'));

  it('begins and ends by itself, and meanwhile another acts', async () => {
    const [officer, other] = [await office().actor(), await office().actor()];
    const { id } = await take(officer, other);
    const leave = {
      id,
      post: officer.postId,
      by: other.name,
      absent: officer.name,
      ...WEEKEND,
      orderReference: ORDER,
      duty: null,
    };
    expect(await list(officer)).toEqual([{ ...leave, forAnother: false, state: 'to_come' }]);
    expect(await list(other)).toEqual([{ ...leave, forAnother: true, state: 'to_come' }]);
    const there = { holder: 'regular', other: undefined, away: false };
    const away = { holder: 'regular', other: 'link', away: true };
    for (const [instant, expected] of [
      [before(FRIDAY_NOON), there],
      [FRIDAY_NOON, away],
      [before(MONDAY_NOON), away],
      [MONDAY_NOON, there],
    ] as const) {
      await now(instant);
      expect([instant, await desk(officer, other)]).toEqual([instant, expected]);
    }
    expect(await list(officer)).toMatchObject([{ id, state: 'over' }]);
    const events = await office().rows('SELECT name, data FROM event WHERE subject_id = $1', [officer.userId]);
    const { username } = await personOf(other);
    const data = { posts: [officer.post.marking], person: username, ...WEEKEND };
    expect(events).toEqual([{ name: 'user.leave_taken', data }]);
  });

  it('is refused in words where it does not fit, and nothing changes', async () => {
    const [officer, other] = [await office().actor(), await office().actor()];
    const clerk = await office().actor({ roles: ['dealing_hand'] });
    const second = await office().linkOfficerOf(await office().actor());
    await take(officer, other);
    const ofOther = {
      fromOn: '2026-12-21',
      fromHalf: 'forenoon',
      untilOn: '2026-12-24',
      untilHalf: 'afternoon',
    } as const;
    await take(other, office().at('DS'), ofOther);
    const counted = await office().counts();
    const links = await office().rows(LINKS);
    const later = {
      fromOn: '2026-12-22',
      fromHalf: 'forenoon',
      untilOn: '2026-12-22',
      untilHalf: 'afternoon',
    } as const;
    const refused = async (code: string, taking: Promise<unknown>, params: object = {}) => {
      await expect(taking).rejects.toMatchObject({ code, params });
    };
    await refused('tenure-backwards', take(officer, other, { ...later, untilOn: '2026-12-21' }));
    const noHalf = { ...later, fromHalf: 'afternoon', untilHalf: 'forenoon' } as const;
    await refused('tenure-backwards', take(officer, other, noHalf));
    await refused('leave-in-past', take(officer, other, { fromOn: '2026-11-25' }));
    await refused('link-to-oneself', take(officer, officer, later));
    await refused('leave-overlaps', take(officer, office().at('DS')), { by: other.name, from: '2026-11-27' });
    await refused('link-officer-on-leave', take(officer, other, later), { person: other.name, from: '2026-12-21' });
    await refused('acts-for-another', take(other, office().at('US')), { person: officer.name, from: '2026-11-27' });
    await refused('officer-needed', take(officer, clerk, later));
    await refused('leave-of-holder', take(second, other, later));
    await office().rows(`UPDATE tenure SET until_on = '2026-11-25' WHERE user_id = $1`, [clerk.userId]);
    await refused('link-post-vacant', take(await office().actor({ roles: ['dealing_hand'] }), clerk, later));
    const { event, movement, sealed_row: sealed } = await office().counts();
    expect({ event, movement, sealed }).toEqual({
      event: counted.event,
      movement: counted.movement,
      sealed: counted.sealed_row,
    });
    expect(await office().rows(LINKS)).toEqual(links);
  });

  it('is followed by the next one, on the half day after it', async () => {
    const [officer, other] = [await office().actor(), await office().actor()];
    await take(officer, other);
    const next = {
      fromOn: '2026-11-30',
      fromHalf: 'afternoon',
      untilOn: '2026-12-01',
      untilHalf: 'afternoon',
    } as const;
    await take(
      { ...officer, absence: { by: other.name, until: null, untilForenoon: false, duty: null, isAttached: false } },
      other,
      next,
    );
    expect(await list(officer)).toMatchObject([{ fromOn: '2026-11-30' }, { fromOn: '2026-11-27' }]);
  });

  it('is ended by him before its last day, and then says so', async () => {
    const [officer, other] = [await office().actor(), await office().actor()];
    await take(officer, other);
    await now('2026-11-28T04:00:00Z');
    await office().get(EndLeave).execute(officer);
    expect(await desk(officer, other)).toMatchObject({ other: undefined, away: false });
    const ended = { fromOn: '2026-11-27', untilOn: '2026-11-28', untilHalf: 'forenoon', state: 'over' };
    expect(await list(officer)).toMatchObject([ended]);
  });

  it('is withdrawn before it begins, by himself alone', async () => {
    const [officer, other] = [await office().actor(), await office().actor()];
    const { id } = await take(officer, other);
    await expect(withdraw(other, id)).rejects.toMatchObject({ code: 'not-found' });
    await withdraw(officer, id);
    await expect(withdraw(officer, id)).rejects.toMatchObject({ code: 'leave-begun' });
    expect(await list(officer)).toEqual([]);
    const { id: again } = await take(officer, other);
    await now(FRIDAY_NOON);
    expect(await desk(officer, other)).toMatchObject({ other: 'link', away: true });
    await expect(withdraw(officer, again)).rejects.toMatchObject({ code: 'leave-begun' });
  });

  it('is kept by the database too: he sends nothing, and nobody is put in his place twice or on leave', async () => {
    const [officer, other] = [await office().actor(), await office().actor()];
    const { fileId } = await office().newFile(officer);
    const { id } = await take(officer, other);
    await now(FRIDAY_NOON);
    await expect(forward(officer, fileId)).rejects.toThrow('whoever is on leave from a post sends nothing from it');
    await forward({ ...officer, userId: other.userId, name: other.name, capacity: 'link' }, fileId);
    const put = (userId: string, postId: string) =>
      office().rows(
        `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on, until_on)
         VALUES (gen_random_uuid(), $1, $2, $3, 'link', '2026-11-28', '2026-11-28')`,
        [office().id, userId, postId],
      );
    await expect(put(office().at('DS').userId, officer.postId)).rejects.toThrow('one other person acts at a time');
    await expect(put(other.userId, other.postId)).rejects.toThrow('one other person acts at a time');
    await expect(put(officer.userId, office().at('US').postId)).rejects.toThrow('who is on leave acts for nobody');
    await office().rows('UPDATE tenure SET ended_at = office_now() WHERE id = $1', [id]);
    await put(officer.userId, office().at('US').postId);
  });
});

const personOf = async ({ userId }: Actor): Promise<{ username: string }> => {
  const [person] = await office().rows<{ username: string }>('SELECT username FROM office_user WHERE id = $1', [
    userId,
  ]);
  return person ?? { username: '' };
};
