import type { Actor } from '@patravali/authorization';
import type { KeepPost } from '@patravali/contract';
import {
  AbolishPost,
  ChangePerson,
  CloseAccount,
  CreatePerson,
  HandOverCharge,
  MakeLinkForPerson,
  PersonChargesQuery,
  PostDetailsQuery,
  ReopenAccount,
} from '@patravali/establishment';
import {
  AbolishUnit,
  ChangePost,
  ChangeUnit,
  CreatePost,
  CreateUnit,
  EndTenure,
  ListPeople,
  ListTenures,
  ListUnits,
  StartTenure,
} from '@patravali/organisation';
import { NAZARAT, ORDER, REASON, useEstablishment } from '../../../../test/support/establishment/establishment';
import { stateOfTheDatabase } from '../../../../test/support/office/state-of-the-database';

const { office, kept, aPost, newPost, aPerson, newPerson, join, today } = useEstablishment();

/** Of the unit into which the suite puts its posts; an officer there, and one elsewhere. */
let head: Actor;
let officer: Actor;
let elsewhere: Actor;
beforeAll(async () => {
  const unitId = kept.unitId;
  const administers = { roles: ['dealing_hand', 'unit_administrator'] as const, administeredUnitId: unitId };
  head = await office().actor({ marking: 'HC(NAZ)', unitId, ...administers });
  officer = await office().actor({ marking: 'SO(NAZ)', unitId, level: 3 });
  elsewhere = await office().actor({ marking: 'SO(GAD)', level: 3 });
});

const superiorPostId = () => officer.postId;
const create = (more: Partial<KeepPost> = {}, by = head) =>
  office()
    .get(CreatePost)
    .execute(by, aPost({ superiorPostId: superiorPostId(), ...more }));
const enter = () => office().get(CreatePerson).execute(head, aPerson());
const charge = (personId: string, postId: string, by = head) =>
  office().get(StartTenure).execute(by, {
    personId,
    postId,
    kind: 'regular',
    cause: 'posted',
    fromOn: '2026-01-01',
    fromHalf: 'forenoon',
    untilOn: null,
    orderReference: ORDER,
  });
const unit = (abbreviation: string, more: object = {}) => ({
  ...NAZARAT,
  abbreviation,
  abbreviationHi: null,
  parentId: kept.unitId as string | null,
  reason: REASON,
  ...more,
});
const close = (id: string) => office().get(CloseAccount).execute(head, id, { cause: 'suspended', reason: REASON });
const correct = (id: string) =>
  office()
    .get(ChangePerson)
    .execute(head, id, { name: { hi: 'सीमा', en: 'Seema' }, email: null, reason: REASON }, 1);
const link = (id: string) => office().get(MakeLinkForPerson).execute(head, id);
const relieve = async (tenureId: string) =>
  office()
    .get(EndTenure)
    .execute(head, tenureId, {
      cause: 'relieved',
      untilOn: await today(),
      untilHalf: 'afternoon',
      now: true,
      orderReference: ORDER,
    });
const alter = (id: string, to: KeepPost, version = 1) => office().get(ChangePost).execute(head, id, to, version);
const abolish = (id: string) => office().get(AbolishPost).execute(head, id, { reason: REASON });

/** Refused so, and nothing is changed. */
async function isRefused(code: string, act: () => Promise<unknown>, field?: string): Promise<void> {
  const before = await stateOfTheDatabase(office());
  const errors = field === undefined ? {} : { errors: [{ pointer: `#/${field}` }] };
  await expect(act()).rejects.toMatchObject({ code, ...errors });
  expect(await stateOfTheDatabase(office())).toBe(before);
}

describe('the administrator of a unit', () => {
  it('keeps posts, people and their charge in it', async () => {
    const { id: postId } = await create();
    const person = await enter();
    expect(person.token).not.toBeNull();
    const { id: tenureId } = await charge(person.id, postId);
    await correct(person.id);
    await link(person.id);
    const entered = { ...aPost({ superiorPostId: superiorPostId() }), phone: '05462-222222' };
    await alter(postId, entered);
    expect((await office().get(PersonChargesQuery).execute(head, person.id)).charges).toMatchObject([{ post: postId }]);
    await relieve(tenureId);
    const other = await enter();
    await charge(other.id, postId);
    await office().get(HandOverCharge).execute(head, postId, { cause: 'transferred', orderReference: ORDER });
    await abolish(postId);
    await close(person.id);
  });

  it('keeps the units below it, and not itself', async () => {
    const { id } = await office().get(CreateUnit).execute(head, unit('Stores'));
    const below = await office()
      .get(CreateUnit)
      .execute(head, unit('Keys', { parentId: id }));
    await create({ unitId: below.id });
    await office().get(ChangeUnit).execute(head, id, unit('Store'), 1);
    const change = (which: string, more: object = {}, version = 1) =>
      office().get(ChangeUnit).execute(head, which, unit('Other', more), version);
    await isRefused('not-allowed', () => change(id, { parentId: null }, 2), 'parentId');
    await isRefused('not-allowed', () => change(id, { parentId: office().unitId }, 2), 'parentId');
    await isRefused('not-allowed', () => change(kept.unitId));
    await isRefused('not-found', () => change(office().unitId));
    const end = (which: string) => office().get(AbolishUnit).execute(head, which, { reason: REASON });
    await isRefused('not-allowed', () => end(kept.unitId));
    await isRefused('not-found', () => end(office().unitId));
    for (const parentId of [null, office().unitId]) {
      await isRefused(
        'not-allowed',
        () => office().get(CreateUnit).execute(head, unit('Top', { parentId })),
        'parentId',
      );
    }
    const empty = await office().get(CreateUnit).execute(head, unit('Empty'));
    await end(empty.id);
  });

  it('keeps no post of another unit, and puts none there or below one of them', async () => {
    const outside = await newPost({ unitId: office().unitId });
    await isRefused('not-found', () => alter(outside, aPost()));
    await isRefused('not-found', () => abolish(outside));
    await isRefused('not-found', () => office().get(PostDetailsQuery).execute(head, outside));
    const handOver = () =>
      office().get(HandOverCharge).execute(head, elsewhere.postId, { cause: 'retired', orderReference: ORDER });
    await isRefused('not-found', handOver);
    await isRefused('not-allowed', () => create({ unitId: office().unitId }), 'unitId');
    await isRefused('not-allowed', () => create({ superiorPostId: elsewhere.postId }), 'superiorPostId');
    await isRefused('not-allowed', () => create({ superiorPostId: null }), 'superiorPostId');
    const entered = aPost({ superiorPostId: superiorPostId() });
    const { id } = await create(entered);
    for (const [field, to] of [
      ['unitId', { unitId: office().unitId }],
      ['superiorPostId', { superiorPostId: elsewhere.postId }],
      ['superiorPostId', { superiorPostId: null }],
    ] as const) {
      await isRefused('not-allowed', () => alter(id, { ...entered, ...to }), field);
    }
  });

  it('leaves a superior outside as it is, and the level of a post that has none', async () => {
    const below = aPost({ superiorPostId: elsewhere.postId });
    const { id } = await create(below, kept.administrator);
    await alter(id, { ...below, phone: '05462-1' });
    const top = aPost();
    const { id: topId } = await create(top, kept.administrator).then(async (made) => {
      await office().rows('UPDATE post SET superior_post_id = NULL WHERE id = $1', [made.id]);
      return made;
    });
    const seen = (await office().get(PostDetailsQuery).execute(head, topId)).post.version;
    await isRefused('not-allowed', () => alter(topId, { ...top, superiorPostId: null, level: 1 }, seen), 'level');
    await alter(topId, { ...top, superiorPostId: null, phone: '05462-2' }, seen);
  });

  it('gives no roles, and keeps no post that administers or audits, nor its holder', async () => {
    const administeredUnitId = kept.unitId;
    for (const [field, more] of [
      ['roles', { roles: ['officer'] }],
      ['roles', { roles: ['dealing_hand', 'administrator'] }],
      ['roles', { roles: ['unit_administrator'], administeredUnitId }],
      ['informationRole', { informationRole: 'appellate_authority' }],
    ] satisfies [string, Partial<KeepPost>][]) {
      await isRefused('not-allowed', () => create(more), field);
      const entered = aPost({ superiorPostId: superiorPostId() });
      const { id } = await create(entered);
      await isRefused('not-allowed', () => alter(id, { ...entered, ...more }), field);
    }
    const person = await enter();
    for (const roles of [['administrator'], ['auditor'], ['unit_administrator']] satisfies KeepPost['roles'][]) {
      const more = roles[0] === 'unit_administrator' ? { administeredUnitId } : {};
      const powerful = aPost({ roles, ...more });
      const { id } = await create({ ...powerful, superiorPostId: null }, kept.administrator);
      await isRefused('not-allowed', () => alter(id, { ...powerful, superiorPostId: null, phone: '1' }));
      await isRefused('not-allowed', () => abolish(id));
      await isRefused('not-allowed', () => charge(person.id, id), 'postId');
      const bearer = await newPerson();
      const { id: tenureId } = await join({ personId: bearer.id, postId: id });
      await isRefused('not-allowed', () => relieve(tenureId));
      for (const act of [close, correct, link]) await isRefused('not-allowed', () => act(bearer.id));
    }
    for (const act of [close, correct, link]) await isRefused('not-allowed', () => act(head.userId));
  });

  it('keeps nobody who has or had charge elsewhere', async () => {
    const { id: postId } = await create();
    const outside = await newPost({ unitId: office().unitId });
    const stranger = await newPerson();
    for (const act of [close, correct, link]) await isRefused('not-found', () => act(stranger.id));
    await isRefused('not-allowed', () => charge(stranger.id, postId), 'personId');
    const both = await newPerson();
    const { id: there } = await join({ personId: both.id, postId: outside });
    await isRefused('not-found', () => relieve(there));
    await isRefused('not-found', () => office().get(PersonChargesQuery).execute(head, both.id));
    const { id: here } = await join({ personId: both.id, postId, kind: 'additional' });
    for (const act of [close, correct, link]) await isRefused('not-allowed', () => act(both.id));
    await relieve(here);
    for (const act of [close, correct, link]) await isRefused('not-found', () => act(both.id));
    const own = await enter();
    await isRefused('not-allowed', () => charge(own.id, outside), 'postId');
  });

  it('reopens no account: whoever closed it may have known why', async () => {
    const { id } = await enter();
    await close(id);
    await isRefused('not-allowed', () => office().get(ReopenAccount).execute(head, id, { reason: REASON }));
  });

  it('sees the rows of his units, and which of them are his', async () => {
    const mine = await enter();
    const stranger = await newPerson();
    const page = { limit: 200 };
    const units = (await office().get(ListUnits).execute(head, page)).items;
    expect(units.map(({ id }) => id)).toContain(kept.unitId);
    expect(units.map(({ id }) => id)).not.toContain(office().unitId);
    expect(units.filter(({ mayKeep }) => !mayKeep).map(({ id }) => id)).toEqual([kept.unitId]);
    const posts = (await office().get(ListTenures).execute(head, page)).items;
    const ids = new Set(units.map(({ id }) => id));
    expect(posts.filter(({ unitId }) => !ids.has(unitId))).toEqual([]);
    expect(posts.filter(({ id }) => id === officer.postId)).toMatchObject([{ mayKeep: true }]);
    expect(posts.filter(({ id }) => id === head.postId)).toMatchObject([{ mayKeep: false }]);
    const people = (await office().get(ListPeople).execute(head, page)).items;
    const named = new Map(people.map((person) => [person.id, person.mayKeep]));
    expect([mine.id, officer.userId, head.userId, stranger.id, elsewhere.userId].map((id) => named.get(id))).toEqual([
      true,
      true,
      false,
      undefined,
      undefined,
    ]);
    const all = (await office().get(ListPeople).execute(kept.administrator, page)).items;
    expect(all.filter(({ mayKeep }) => !mayKeep)).toEqual([]);
  });

  it('is none any more as soon as the office has taken the role from his post', async () => {
    const { id } = await enter();
    await office().rows(`UPDATE post SET roles = '{dealing_hand}', administered_unit_id = NULL WHERE id = $1`, [
      head.postId,
    ]);
    await isRefused('not-allowed', () => correct(id));
    await isRefused('not-allowed', () => create());
    const people = (await office().get(ListPeople).execute(head, { limit: 9 })).items;
    expect(people).toEqual([]);
  });
});

describe('a post', () => {
  it('administers a unit if it has the role, and has the role if it administers one', async () => {
    const field = { code: 'invalid-input', errors: [{ pointer: '#/administeredUnitId' }] };
    await expect(newPost({ roles: ['unit_administrator'] })).rejects.toMatchObject(field);
    await expect(newPost({ administeredUnitId: kept.unitId })).rejects.toMatchObject(field);
    const id = await newPost({ roles: ['dealing_hand', 'unit_administrator'], administeredUnitId: kept.unitId });
    for (const [set, constraint] of [
      ['administered_unit_id = NULL', 'unit_administrators_have_a_unit'],
      [`roles = '{dealing_hand}'`, 'unit_administrators_have_a_unit'],
      ['administered_unit_id = id', 'administered_unit'],
    ] as const) {
      const write = office().rows(`UPDATE post SET ${set} WHERE id = $1`, [id]);
      await expect(write).rejects.toMatchObject({ constraint });
    }
  });

  it('keeps the unit that it administers from being abolished', async () => {
    const { id } = await office().get(CreateUnit).execute(kept.administrator, unit('Watched'));
    await newPost({ roles: ['unit_administrator'], administeredUnitId: id });
    const abolishUnit = () => office().get(AbolishUnit).execute(kept.administrator, id, { reason: REASON });
    await isRefused('unit-in-use', abolishUnit);
    await expect(
      office().rows('UPDATE unit SET abolished_at = office_now() WHERE id = $1', [id]),
    ).rejects.toMatchObject({ constraint: 'empty_units_are_abolished' });
  });
});
