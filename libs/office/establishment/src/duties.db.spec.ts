import type { Actor } from '@patravali/authorization';
import type { SendOnDuty as Duty } from '@patravali/contract';
import { EndLeave, EndTenure, ListLeaves, SendOnDuty, WithdrawLeave } from '@patravali/organisation';
import { ORDER, useEstablishment } from '../../../../test/support/establishment/establishment';
import { stateOfTheDatabase } from '../../../../test/support/office/state-of-the-database';

const { office, kept, today } = useEstablishment();

const ELECTION = 'विधान सभा सामान्य निर्वाचन ड्यूटी';
/** What time it is in the office. */
const now = (instant: string) =>
  office().rows(
    `CREATE OR REPLACE FUNCTION office_now() RETURNS timestamptz LANGUAGE sql STABLE AS $$ SELECT '${instant}'::timestamptz $$`,
  );
beforeEach(() => now('2026-11-26T04:00:00Z'));

const DAYS = { fromOn: '2026-11-27', fromHalf: 'afternoon', untilOn: '2026-11-30', untilHalf: 'forenoon' } as const;
type Desk = Duty['desks'][number];
const desk = ({ postId }: Pick<Actor, 'postId'>, by: Pick<Actor, 'postId'> | null = null): Desk => {
  return { postId, linkPostId: by?.postId ?? null };
};
const send = (desks: readonly Desk[], more: Partial<Duty> = {}, by = kept.administrator) =>
  office()
    .get(SendOnDuty)
    .execute(by, { duty: ELECTION, ...DAYS, orderReference: ORDER, desks: [...desks], ...more });

/** A section of the unit, whose head stands right above two clerks. */
async function aSection() {
  const superior = await office().actor({ unitId: kept.unitId, level: 3 });
  const clerk = () => office().actor({ unitId: kept.unitId, level: 5, roles: ['dealing_hand'], superior });
  return { superior, clerks: [await clerk(), await clerk()] as const };
}

/** Each of these codes at its field, and nobody has gone. */
async function isRefused(
  expected: Readonly<Record<string, string>>,
  act: () => Promise<unknown>,
  code = 'not-all-can-go',
): Promise<void> {
  const before = await stateOfTheDatabase(office());
  const errors = Object.entries(expected).map(([field, detail]) => ({ pointer: `#/desks/${field}`, detail }));
  await expect(act()).rejects.toMatchObject({ code, errors });
  expect(await stateOfTheDatabase(office())).toBe(before);
}

const isAway = async ({ organisationId, userId, postId }: Actor) =>
  (
    await office().rows<{ away: boolean }>('SELECT is_on_leave($1, $2, $3) AS away', [organisationId, userId, postId])
  )[0]?.away;

describe('several people on duty by one order', () => {
  it('go and come back by themselves; the post right above keeps the desk where nobody else is named', async () => {
    const { superior, clerks } = await aSection();
    const other = await office().actor({ unitId: kept.unitId, level: 5, roles: ['dealing_hand'] });
    const { tenureIds } = await send([desk(clerks[0]), desk(clerks[1], other)]);
    const links = await office().rows(
      `SELECT user_id AS "userId", post_id AS "postId", kind, duty, order_reference AS "orderReference" FROM tenure
       WHERE id = ANY ($1) ORDER BY array_position($1, id)`,
      [tenureIds],
    );
    const link = { kind: 'link', duty: ELECTION, orderReference: ORDER };
    expect(links).toEqual([
      { ...link, userId: superior.userId, postId: clerks[0].postId },
      { ...link, userId: other.userId, postId: clerks[1].postId },
    ]);
    expect((await office().get(ListLeaves).execute(clerks[0], { limit: 9 })).items).toMatchObject([
      { duty: ELECTION, by: superior.name, state: 'to_come', ...DAYS },
    ]);
    for (const [instant, away] of [
      ['2026-11-27T06:29:00Z', false],
      ['2026-11-27T06:30:00Z', true],
      ['2026-11-30T06:29:00Z', true],
      ['2026-11-30T06:30:00Z', false],
    ] as const) {
      await now(instant);
      expect([instant, await Promise.all(clerks.map(isAway))]).toEqual([instant, [away, away]]);
    }
  });

  it('are one event that names each of them', async () => {
    const { superior, clerks } = await aSection();
    const before = (await office().rows('SELECT 1 FROM event')).length;
    await send(clerks.map((clerk) => desk(clerk)));
    const events = await office().rows<object>('SELECT name, reason, data FROM event ORDER BY id DESC LIMIT 1');
    expect((await office().rows('SELECT 1 FROM event')).length).toBe(before + 1);
    const usernames = async (...people: Actor[]) =>
      Promise.all(
        people.map(
          async ({ userId }) =>
            (await office().rows<{ username: string }>('SELECT username FROM office_user WHERE id = $1', [userId]))[0]
              ?.username,
        ),
      );
    const data = {
      duty: ELECTION,
      people: await usernames(...clerks),
      posts: clerks.map(({ post }) => post.marking),
      linkOfficers: await usernames(superior, superior),
      ...DAYS,
    };
    expect(events).toEqual([{ name: 'organisation.sent_on_duty', reason: ORDER, data }]);
  });

  it('are back before their time by their own act, or are called back by the administrator', async () => {
    const { clerks } = await aSection();
    const { tenureIds } = await send(clerks.map((clerk) => desk(clerk)));
    await now('2026-11-28T06:00:00Z');
    await office().get(EndLeave).execute(clerks[0]);
    const ending = {
      cause: 'relieved',
      untilOn: await today(),
      untilHalf: 'afternoon',
      now: true,
      orderReference: ORDER,
    } as const;
    await office()
      .get(EndTenure)
      .execute(kept.administrator, tenureIds[1] ?? '', ending);
    expect(await Promise.all(clerks.map(isAway))).toEqual([false, false]);
  });

  it('do not withdraw before it begins what an order says', async () => {
    const { clerks } = await aSection();
    const { tenureIds } = await send([desk(clerks[0])]);
    const before = await stateOfTheDatabase(office());
    const withdrawing = office()
      .get(WithdrawLeave)
      .execute(clerks[0], tenureIds[0] ?? '');
    await expect(withdrawing).rejects.toMatchObject({ code: 'duty-by-order', params: { duty: ELECTION } });
    expect(await stateOfTheDatabase(office())).toBe(before);
  });

  it('all go or none: each who cannot is named with the reason', async () => {
    const { superior, clerks } = await aSection();
    const [first, second] = clerks;
    const vacant = await office().actor({ unitId: kept.unitId, level: 5, roles: ['dealing_hand'], superior });
    await office().rows('UPDATE tenure SET until_on = from_on WHERE user_id = $1', [vacant.userId]);
    const other = await office().actor({ unitId: kept.unitId, level: 5, roles: ['dealing_hand'] });
    const unknown = { postId: '00000000-0000-7000-8000-00000000dead' };
    await isRefused({ '1/postId': 'unknown-post' }, () => send([desk(first), desk(unknown, other)]));
    await isRefused({ '1/postId': 'duty-of-nobody' }, () => send([desk(first), desk(vacant)]));
    await isRefused({ '1/postId': 'duty-named-twice' }, () => send([desk(first), desk(first)]));
    await isRefused({ '0/linkPostId': 'keeper-missing' }, () => send([desk(other), desk(first)]));
    await isRefused({ '0/linkPostId': 'keeper-vacant', '1/linkPostId': 'keeper-himself' }, () =>
      send([desk(first, vacant), desk(second, second)]),
    );
    await isRefused({ '0/linkPostId': 'keeper-goes-too' }, () => send([desk(first, second), desk(second)]));
    await isRefused({ '0/linkPostId': 'keeper-no-officer' }, () => send([desk(superior, other)]));
    await send([desk(second)]);
    await isRefused({ '0/postId': 'duty-away-already' }, () => send([desk(second)]));
    await isRefused({ '0/linkPostId': 'keeper-away' }, () => send([desk(first, second)]));
    const head = await office().actor({ level: 2 });
    await isRefused({ '0/postId': 'duty-keeps-another' }, () => send([desk(superior, head)]));
    const later = { fromOn: '2026-12-07', untilOn: '2026-12-08' };
    await office().rows(
      `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on) SELECT gen_random_uuid(), $1, $2, $3, 'additional', '2026-01-01'`,
      [other.organisationId, other.userId, vacant.postId],
    );
    await isRefused({ '0/postId': 'duty-desk-left' }, () => send([desk(other, first)], later));
    await send([desk(other, first), desk(vacant)], later);
  });

  it('go from today on, and come back after they went', async () => {
    const { clerks } = await aSection();
    const desks = [desk(clerks[0])];
    const before = await stateOfTheDatabase(office());
    await expect(send(desks, { fromOn: '2026-11-25' })).rejects.toMatchObject({ code: 'duty-in-past' });
    for (const days of [{ untilOn: '2026-11-26' }, { untilOn: '2026-11-27' }])
      await expect(send(desks, days)).rejects.toMatchObject({ code: 'tenure-backwards' });
    await expect(send(desks, {}, clerks[0])).rejects.toMatchObject({ code: 'not-allowed' });
    expect(await stateOfTheDatabase(office())).toBe(before);
  });

  it('are those of his unit, where the administrator of a unit sends them', async () => {
    const { superior, clerks } = await aSection();
    const administers = { roles: ['dealing_hand', 'unit_administrator'] as const, administeredUnitId: kept.unitId };
    const own = await office().actor({ unitId: kept.unitId, ...administers });
    const above = await office().actor({ level: 2 });
    const elsewhere = await office().actor({ level: 5, roles: ['dealing_hand'], superior: above });
    await isRefused(
      { '1/postId': 'duty-not-yours' },
      () => send([desk(clerks[0]), desk(elsewhere)], {}, own),
      'not-allowed',
    );
    await isRefused(
      { '0/linkPostId': 'keeper-not-yours' },
      () => send([desk(clerks[0], elsewhere)], {}, own),
      'not-allowed',
    );
    await isRefused({ '0/postId': 'duty-not-yours' }, () => send([desk(own, superior)], {}, own), 'not-allowed');
    await office().rows('UPDATE post SET superior_post_id = $1 WHERE id = $2', [above.postId, superior.postId]);
    await isRefused({ '0/linkPostId': 'keeper-not-yours' }, () => send([desk(clerks[0], own)], {}, own), 'not-allowed');
    await send([desk(superior), desk(clerks[0], clerks[1])], {}, own);
  });
});
