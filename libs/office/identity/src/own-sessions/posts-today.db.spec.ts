import type { Type } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { ListTenures as ListTenuresQuery, PageQuery, type TenureKind } from '@patravali/contract';
import {
  createActor,
  FindSession,
  MakeSignInLink,
  type SignedIn,
  SignIn,
  SignInAsDemoPerson,
  WelcomeQuery,
} from '@patravali/identity';
import { ListTenures, OrganisationQueries, superiorsOf } from '@patravali/organisation';
import { useOffice } from '../../../../../test/support/office/office';
import { SMALL_OFFICE } from '../../../../../test/support/office/small-office';

const office = useOffice({ holds: 'nothing', config: { demo: true } });
const DEMO = { ...SMALL_OFFICE, organisation: { ...SMALL_OFFICE.organisation, demo: true } };
const SHOWS = { hi: 'डाक', en: 'Diarising' };

const enter = async (username: string) =>
  (await office().get(SignInAsDemoPerson).execute({ username, address: '::1' })).token;
const find = async (username: string): Promise<SignedIn> =>
  office()
    .get(FindSession)
    .execute(await enter(username));
const held = async (username: string) =>
  (await find(username)).session.posts.map(({ marking, capacity }) => `${marking} ${capacity}`);
const postId = async (marking: string) => {
  const [post] = await office().rows<{ id: string }>('SELECT id FROM post WHERE marking = $1', [marking]);
  return post?.id ?? '';
};
/** The commands of a process of this office whose demo is off. */
const withoutDemo = async () => {
  const off = await office().start({ demo: false });
  return <T>(command: Type<T>) => off.get(command, { strict: false });
};
const refused = (code: string) => expect.objectContaining({ code }) as Error;

/** A tenure of Ravi's on the section, from and until so many days after today in India. */
const NO_RULES = () => [];

async function raviHolds(kind: TenureKind, from: number, until: number | null): Promise<void> {
  await office().rows(`DELETE FROM tenure WHERE order_reference = 'test'`);
  await office().rows(
    `INSERT INTO tenure SELECT gen_random_uuid(), person.organisation_id, person.id, post.id, $1, india_today() + $2::int,
       india_today() + $3::int, 'test' FROM office_user person, post WHERE username = 'ravi' AND marking = 'SO(EST)'`,
    [kind, from, until],
  );
}

beforeAll(async () => {
  const [asha, ravi] = SMALL_OFFICE.people;
  await office().load({ ...DEMO, people: [{ ...asha, shows: SHOWS }, ravi] as typeof SMALL_OFFICE.people });
});

describe('the posts a person holds today in India', () => {
  it('are those of tenures that have begun and not ended, each in its capacity', async () => {
    expect(await held('asha')).toEqual(['SO(EST) regular', 'STORE additional']);
  });

  it.each([
    ['begins today', 0, 5, true],
    ['ends today', -5, 0, true],
    ['has no end', -5, null, true],
    ['begins tomorrow', 1, 5, false],
    ['ended yesterday', -5, -1, false],
  ])('include one whose tenure %s: %#', async (_, from, until, holds) => {
    await raviHolds('link', from, until);
    expect(await held('ravi')).toEqual(holds ? ['HEAD regular', 'SO(EST) link'] : ['HEAD regular']);
  });

  it('name a post held twice once, in the fuller capacity', async () => {
    await office().rows(
      `INSERT INTO tenure SELECT gen_random_uuid(), organisation_id, user_id, post_id, 'assistant', from_on, NULL, 'test'
       FROM tenure WHERE order_reference = '12/2020'`,
    );
    expect(await held('asha')).toEqual(['SO(EST) regular', 'STORE additional']);
  });
});

describe('the post one acts from', () => {
  it('is the one that the request names', async () => {
    const actor = createActor(await find('asha'), await postId('STORE'), NO_RULES);
    expect(actor).toMatchObject({ capacity: 'additional', post: { marking: 'STORE', roles: ['officer'] } });
  });

  it('is the only one when the request names none', async () => {
    await raviHolds('link', -9, -8);
    const actor = createActor(await find('ravi'), undefined, NO_RULES);
    expect(actor).toMatchObject({ capacity: 'regular', post: { marking: 'HEAD', superiorPostId: null } });
  });

  it('must be said by somebody who holds several', async () => {
    const asha = await find('asha');
    expect(() => createActor(asha, undefined, NO_RULES)).toThrow(refused('acting-post-needed'));
  });

  it('is refused when it is not held today, and when it is no post at all', async () => {
    const [asha, head] = [await find('asha'), await postId('HEAD')];
    expect(() => createActor(asha, head, NO_RULES)).toThrow(refused('not-your-post'));
    expect(() => createActor(asha, 'nonsense', NO_RULES)).toThrow(refused('not-your-post'));
    expect(() => createActor({ ...asha, heldPosts: [] }, undefined, NO_RULES)).toThrow(refused('not-your-post'));
  });
});

describe('the demo', () => {
  it('shows who can show what, while it is on', async () => {
    const welcome = await office().get(WelcomeQuery).execute();
    expect(welcome).toMatchObject({ organisation: SMALL_OFFICE.organisation.name, demo: true });
    expect(welcome.demoPeople.map(({ username, posts }) => [username, posts.map(({ marking }) => marking)])).toEqual([
      ['ravi', ['HEAD']],
      ['asha', ['SO(EST)', 'STORE']],
    ]);
    expect(welcome.demoPeople[1]?.shows).toEqual(SHOWS);
    expect(await (await withoutDemo())(WelcomeQuery).execute()).toMatchObject({ demo: false, demoPeople: [] });
  });

  it('makes its people and their sessions void as soon as it is off', async () => {
    const token = await enter('asha');
    const off = await withoutDemo();
    await expect(off(FindSession).execute(token)).rejects.toThrow(refused('not-signed-in'));
    await expect(off(SignInAsDemoPerson).execute({ username: 'asha', address: '::1' })).rejects.toThrow(
      refused('wrong-credentials'),
    );
    for (const password of ['', 'asha', 'demo', 'patravali', 'password']) {
      await expect(off(SignIn).execute({ username: 'asha', password, address: '10.0.0.1' })).rejects.toThrow();
    }
    await expect(office().get(MakeSignInLink).execute('asha')).rejects.toThrow(refused('not-found'));
    await expect(office().rows(`UPDATE office_user SET password_hash = 'x'`)).rejects.toThrow(/demo_people/);
  });

  it('opens no door for somebody who does not belong to it', async () => {
    await expect(office().get(SignInAsDemoPerson).execute({ username: 'nobody', address: '::1' })).rejects.toThrow(
      refused('wrong-credentials'),
    );
  });
});

describe('the lists of posts and heads', () => {
  const page = (query: object) => PageQuery.parse(query);

  it('go from the head of the office down, page by page, with who holds each post', async () => {
    const queries = office().get(OrganisationQueries);
    const actor = createActor(await find('ravi'), undefined, NO_RULES);
    const first = await queries.listPosts(actor, page({ limit: 2 }));
    const rest = await queries.listPosts(actor, page({ limit: 2, cursor: first.next }));
    expect([...first.items, ...rest.items].map(({ marking, holder }) => [marking, holder?.en])).toEqual([
      ['HEAD', 'Ravi Kumar'],
      ['SO(EST)', 'Asha Devi'],
      ['STORE', 'Asha Devi'],
    ]);
    expect(rest.next).toBeNull();
  });

  it('show an administrator who holds and held which post by which order, the latest first, and nobody else', async () => {
    const list = (actor: Actor, query: object) =>
      office().get(ListTenures).execute(actor, ListTenuresQuery.parse(query));
    const officer = createActor(await find('ravi'), undefined, NO_RULES);
    await expect(list(officer, {})).rejects.toThrow(refused('not-allowed'));
    await office().rows(`DELETE FROM tenure WHERE order_reference = 'test'`);
    await office().rows(`UPDATE post SET roles = '{administrator}' WHERE marking = 'HEAD'`);
    const administrator = createActor(await find('ravi'), undefined, NO_RULES);
    const first = await list(administrator, { limit: 1 });
    const rest = await list(administrator, { cursor: first.next });
    expect(first.items).toMatchObject([{ marking: 'HEAD', tenures: [{ username: 'ravi', orderReference: null }] }]);
    expect(rest.items.map(({ marking, tenures }) => [marking, tenures.map(({ person }) => person.en)])).toEqual([
      ['SO(EST)', ['Asha Devi']],
      ['STORE', ['Asha Devi']],
    ]);
    const kept = { username: 'asha', kind: 'additional', fromOn: '2021-01-01', fromHalf: 'forenoon', untilOn: null };
    expect(rest.items[1]?.tenures).toMatchObject([kept]);
    expect(rest.next).toBeNull();
    const found = async (query: object) => (await list(administrator, query)).items.map(({ marking }) => marking);
    expect(await found({ q: 'asha' })).toEqual(['SO(EST)', 'STORE']);
    expect(await found({ q: 'stor' })).toEqual(['STORE']);
    expect(await found({ q: 'stor', unitId: crypto.randomUUID() })).toEqual([]);
    await office().rows(`UPDATE post SET roles = '{officer}' WHERE marking = 'HEAD'`);
  });

  it('print each head as a file number begins', async () => {
    const actor = createActor(await find('ravi'), undefined, NO_RULES);
    const queries = office().get(OrganisationQueries);
    const first = await queries.listNumberHeads(actor, page({ limit: 1 }));
    const rest = await queries.listNumberHeads(actor, page({ cursor: first.next }));
    expect([...first.items, ...rest.items].map(({ series }) => series)).toEqual(['A-11011', 'A-11012']);
  });

  it('know the superiors of a post, who stand in no circle', async () => {
    const { organisationId } = createActor(await find('ravi'), undefined, NO_RULES);
    const [head, section, store] = await Promise.all([postId('HEAD'), postId('SO(EST)'), postId('STORE')]);
    const above = (...posts: string[]) => superiorsOf(office().dataSource, organisationId, posts);
    expect(await above(section, store)).toEqual([head]);
    expect(await above(head)).toEqual([]);
    const below = office().rows('UPDATE post SET superior_post_id = $2 WHERE id = $1', [head, section]);
    await expect(below).rejects.toMatchObject({ constraint: 'no_circle_of_superiors' });
  });
});
