import type { Actor } from '@patravali/authorization';
import type { CreatePerson as NewPerson, KeepPost, StartTenure as NewTenure } from '@patravali/contract';
import {
  AbolishPost,
  ChangePerson,
  CloseAccount,
  CreatePerson,
  PostDetailsQuery,
  ReopenAccount,
} from '@patravali/establishment';
import { FindPerson, SignIn, SignInByLink } from '@patravali/identity';
import { ForwardFile, PullBackFile } from '@patravali/movement';
import {
  AbolishUnit,
  ChangePost,
  ChangeUnit,
  CreatePost,
  CreateUnit,
  EndTenure,
  ListPeople,
  ListUnits,
  StartTenure,
} from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { useOffice } from '../../../../test/support/office/office';
import { WORDS } from '../../../../test/support/office/words';

const office = useOffice({ holds: 'section' });
const REASON = 'कार्यालय आदेश संख्या 14/2027';
const ORDER = 'कार्यालय आदेश संख्या 15/2027';
let administrator: Actor;
let unitId: string;

beforeAll(async () => {
  // The people of a demo need no links.
  await office().rows('UPDATE organisation SET demo = false');
  administrator = await office().actor({ marking: 'ADMIN', roles: ['administrator'] });
  const unit = {
    abbreviation: 'Nazarat',
    abbreviationHi: 'नज़ारत',
    name: { hi: 'नज़ारत', en: 'Nazarat' },
    parentId: null,
  };
  unitId = (
    await office()
      .get(CreateUnit)
      .execute(administrator, { ...unit, reason: REASON })
  ).id;
});

let made = 0;
const aPost = (more: Partial<KeepPost> = {}): KeepPost => ({
  marking: `NAZIR-${++made}`,
  markingHi: null,
  designation: { hi: 'नाज़िर', en: 'Nazir' },
  level: 6,
  unitId,
  superiorPostId: null,
  roles: ['dealing_hand'],
  auditedUnitIds: [],
  informationRole: null,
  phone: null,
  email: null,
  reason: REASON,
  ...more,
});
const newPost = async (more: Partial<KeepPost> = {}) =>
  (await office().get(CreatePost).execute(administrator, aPost(more))).id;
const aPerson = (): NewPerson => ({
  username: `person-${uuidv7()}`,
  name: { hi: 'रमेश यादव', en: 'Ramesh Yadav' },
  email: null,
  reason: REASON,
});
const newPerson = () => office().get(CreatePerson).execute(administrator, aPerson());
const join = (tenure: Partial<NewTenure> & Pick<NewTenure, 'personId' | 'postId'>) =>
  office()
    .get(StartTenure)
    .execute(administrator, {
      kind: 'regular',
      fromOn: '2026-01-01',
      fromHalf: 'forenoon',
      untilOn: null,
      orderReference: ORDER,
      ...tenure,
    });
const today = async () => (await office().rows<{ day: string }>('SELECT india_today()::text AS day'))[0]?.day ?? '';
const postsOf = async (personId: string) =>
  (await office().get(FindPerson).execute(office().id, personId)).heldPosts.map(({ id }) => id);

describe('units', () => {
  it('are renamed under the name that they had, moved, and abolished when they are empty', async () => {
    const unit = { abbreviationHi: null, parentId: null, reason: REASON };
    const name = { hi: 'अभिलेखागार', en: 'Record room' };
    const create = (abbreviation: string, more: object = {}) =>
      office()
        .get(CreateUnit)
        .execute(administrator, { ...unit, abbreviation, name, ...more });
    const { id } = await create('Records');
    await expect(create('Records')).rejects.toMatchObject({ code: 'name-taken' });
    const below = await create('Copies', { parentId: id });
    const change = (to: object, version = 1) =>
      office()
        .get(ChangeUnit)
        .execute(administrator, id, { ...unit, abbreviation: 'Archive', name, ...to }, version);
    await expect(change({ parentId: below.id })).rejects.toMatchObject({ code: 'circle-of-units' });
    expect(await change({})).toEqual({ id, version: 2 });
    await expect(change({})).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const former = await office().rows('SELECT short FROM former_name WHERE unit_id = $1', [id]);
    expect(former).toEqual([{ short: 'Records' }]);
    const abolish = (which: string) => office().get(AbolishUnit).execute(administrator, which, { reason: REASON });
    await expect(abolish(id)).rejects.toMatchObject({ code: 'unit-in-use', params: { units: 1 } });
    await abolish(below.id);
    await abolish(id);
    await expect(newPost({ unitId: id })).rejects.toMatchObject({ code: 'unit-abolished' });
    const { items } = await office().get(ListUnits).execute(administrator, { limit: 50 });
    expect(items.find((each) => each.id === id)).toMatchObject({ abbreviation: 'Archive', posts: 0 });
  });
});

describe('posts', () => {
  it('are created vacant, and changed by whoever saw them last', async () => {
    const superior = await newPost({ level: 5 });
    const id = await newPost({ superiorPostId: superior });
    const { post } = await office().get(PostDetailsQuery).execute(administrator, id);
    const change = (to: Partial<KeepPost>, version = post.version) => {
      const { id: _, abolishedAt, version: __, ...fields } = post;
      expect(abolishedAt).toBeNull();
      return office()
        .get(ChangePost)
        .execute(administrator, id, { ...fields, ...to, reason: REASON }, version);
    };
    await expect(change({ superiorPostId: id })).rejects.toMatchObject({ code: 'circle-of-posts' });
    await expect(change({ level: 5 })).rejects.toMatchObject({ code: 'superior-not-above' });
    await expect(change({ auditedUnitIds: [unitId] })).rejects.toMatchObject({ code: 'invalid-input' });
    await change({ marking: 'NAZIR-SADAR' });
    await expect(change({ marking: 'NAZIR-TEHSIL' })).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const details = await office().get(PostDetailsQuery).execute(administrator, id);
    expect(details.formerNames.map(({ short }) => short)).toEqual([post.marking]);
    expect(details.post).toMatchObject({ marking: 'NAZIR-SADAR', version: 2 });
    await expect(office().get(PostDetailsQuery).execute(office().at('SO'), id)).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('are abolished when nothing hangs on them, and then nothing goes to them', async () => {
    const id = await newPost();
    const { id: personId } = await newPerson();
    const { id: tenureId } = await join({ personId, postId: id });
    const so = office().at('SO');
    const { fileId } = await office().newFile(so);
    const send = (file: string) =>
      office()
        .get(ForwardFile)
        .execute(so, file, { toPostId: id, action: 'for_necessary_action', ...WORDS });
    await send(fileId);
    const abolish = () => office().get(AbolishPost).execute(administrator, id, { reason: REASON });
    await expect(abolish()).rejects.toMatchObject({ code: 'post-in-use', params: { files: 1, holders: 1 } });
    await office().get(PullBackFile).execute(so, fileId, {});
    const ending = { untilOn: await today(), untilHalf: 'afternoon', now: true, orderReference: ORDER } as const;
    const end = () =>
      office()
        .get(EndTenure)
        .execute(administrator, tenureId, { cause: 'retired', ...ending });
    await end();
    await expect(end()).rejects.toMatchObject({ code: 'tenure-ended' });
    await abolish();
    await expect(abolish()).rejects.toMatchObject({ code: 'post-abolished' });
    const { fileId: another } = await office().newFile(so);
    await expect(send(another)).rejects.toMatchObject({ code: 'unknown-post' });
    await expect(office().rows('UPDATE desk_entry SET post_id = $2 WHERE id = $1', [another, id])).rejects.toThrow(
      'nothing goes to a post that is abolished',
    );
  });
});

describe('people', () => {
  it('sign in by the link they get, and are corrected under the name they had', async () => {
    const person = aPerson();
    const { id, token } = await office().get(CreatePerson).execute(administrator, person);
    await expect(office().get(CreatePerson).execute(administrator, person)).rejects.toMatchObject({
      code: 'name-taken',
    });
    const opened = await office()
      .get(SignInByLink)
      .execute({ token: token ?? '', newPassword: 'चार-घोड़े-नदी-पर-72', address: '127.0.0.1' });
    expect(opened.session.user.name).toEqual(person.name);
    const name = { hi: 'रमेश चन्द्र यादव', en: 'Ramesh Chandra Yadav' };
    const change = () =>
      office().get(ChangePerson).execute(administrator, id, { name, email: null, reason: REASON }, 1);
    expect(await change()).toEqual({ id, version: 2 });
    await expect(change()).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const { items } = await office().get(ListPeople).execute(administrator, { limit: 9, q: 'CHANDRA' });
    expect(items).toMatchObject([{ id, name, hasPassword: true, formerNames: [{ name: person.name }] }]);
  });

  it('whose account is closed are out at once, and hold nothing when it is opened again', async () => {
    const person = aPerson();
    const { id, token } = await office().get(CreatePerson).execute(administrator, person);
    const postId = await newPost();
    await join({ personId: id, postId });
    const newPassword = 'चार-घोड़े-नदी-पर-72';
    const visitor = { address: '127.0.0.1' };
    await office()
      .get(SignInByLink)
      .execute({ token: token ?? '', newPassword, ...visitor });
    expect(await postsOf(id)).toEqual([postId]);
    const close = () => office().get(CloseAccount).execute(administrator, id, { cause: 'suspended', reason: REASON });
    expect(await close()).toEqual({ id, sessions: 1, posts: [postId] });
    expect(await postsOf(id)).toEqual([]);
    await expect(close()).rejects.toMatchObject({ code: 'account-closed' });
    const signIn = () =>
      office()
        .get(SignIn)
        .execute({ username: person.username, password: newPassword, ...visitor });
    await expect(signIn()).rejects.toMatchObject({ code: 'wrong-credentials' });
    const reopen = () => office().get(ReopenAccount).execute(administrator, id, { reason: REASON });
    await reopen();
    await expect(reopen()).rejects.toMatchObject({ code: 'account-in-use' });
    expect((await signIn()).session.posts).toEqual([]);
  });
});

describe('who holds a post', () => {
  const half = (personId: string, postId: string, days: Partial<NewTenure>) => join({ personId, postId, ...days });

  it('takes charge when the last is relieved, on one day by halves', async () => {
    const postId = await newPost();
    const [first, second] = [await newPerson(), await newPerson()];
    const { id: tenureId } = await half(first.id, postId, { fromOn: '2026-01-01' });
    await expect(half(second.id, postId, { fromOn: '2026-06-01' })).rejects.toMatchObject({ code: 'post-held-then' });
    const ending = { cause: 'transferred', untilOn: '2030-03-01', now: false, orderReference: ORDER } as const;
    const end = (untilHalf: 'forenoon' | 'afternoon') =>
      office()
        .get(EndTenure)
        .execute(administrator, tenureId, { ...ending, untilHalf });
    await end('afternoon');
    await expect(half(second.id, postId, { fromOn: '2030-03-01' })).rejects.toMatchObject({ code: 'post-held-then' });
    await end('forenoon');
    await expect(half(second.id, postId, { fromOn: '2030-03-01' })).rejects.toMatchObject({ code: 'post-held-then' });
    await half(second.id, postId, { fromOn: '2030-03-01', fromHalf: 'afternoon' });
    const held = await office().rows('SELECT until_forenoon, end_order FROM tenure WHERE id = $1', [tenureId]);
    expect(held).toEqual([{ until_forenoon: true, end_order: ORDER }]);
  });

  it('is not said backwards, without a last day of a link officer, or of one who is not there', async () => {
    const postId = await newPost();
    const { id: personId } = await newPerson();
    const backwards = half(personId, postId, { fromOn: '2027-02-01', untilOn: '2027-01-01' });
    await expect(backwards).rejects.toMatchObject({ code: 'tenure-backwards' });
    await expect(half(personId, postId, { kind: 'link' })).rejects.toMatchObject({ code: 'last-day-needed' });
    await expect(half(uuidv7(), postId, {})).rejects.toMatchObject({ code: 'no-such-person' });
    await expect(half(personId, uuidv7(), {})).rejects.toMatchObject({ code: 'unknown-post' });
  });

  it('is not the last administrator who is relieved', async () => {
    const [{ id: tenureId } = { id: '' }] = await office().rows<{ id: string }>(
      'SELECT id FROM tenure WHERE user_id = $1',
      [administrator.userId],
    );
    const ending = { cause: 'retired', untilOn: await today(), untilHalf: 'afternoon', orderReference: ORDER } as const;
    const end = (now: boolean) =>
      office()
        .get(EndTenure)
        .execute(administrator, tenureId, { ...ending, now });
    await expect(end(true)).rejects.toMatchObject({ code: 'last-administrator' });
    await expect(end(false)).rejects.toMatchObject({ code: 'last-administrator' });
    const other = await newPerson();
    await join({ personId: other.id, postId: await newPost({ roles: ['administrator'] }) });
    await end(false);
  });
});
