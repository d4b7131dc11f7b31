import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, SecurityEvent, Session } from '@patravali/contract';
import { MakeSignInLink } from '@patravali/identity';
import request from 'supertest';
import { useApi } from '../../../../test/support/http/api';
import { SMALL_OFFICE } from '../../../../test/support/office/small-office';
import { DeleteExpiredSessions } from '../../../../libs/office/identity/src/session/delete-expired';

const PASSWORD = 'four blue trains at noon';
const api = useApi({ holds: 'nothing', config: { demo: false } });

interface Person {
  readonly cookie: string;
  readonly posts: ReadonlyMap<string, string>;
}

function ask(method: 'get' | 'post' | 'put' | 'delete', path: string, from = '203.0.113.1') {
  const server = request(api().app.getHttpServer());
  return server[method](`/api/v1${path}`).set({ 'x-forwarded-for': from, 'accept-language': 'en' });
}
const signIn = (username: string, password: string, from?: string) =>
  ask('post', '/session', from).send({ username, password });
const personOf = ({ headers, body }: request.Response): Person => ({
  cookie: String(headers['set-cookie']).split(';')[0] ?? '',
  posts: new Map((body as Session).posts.map(({ marking, id }) => [marking, id])),
});
const from = ({ cookie, posts }: Person, marking: string) => ({ cookie, 'x-acting-post': posts.get(marking) ?? '' });

let administrator: Person;
const events = async (query = ''): Promise<SecurityEvent[]> => {
  const answer = await ask('get', `/security-events${query}`).set(from(administrator, 'HEAD'));
  return (answer.body as Page<SecurityEvent>).items;
};
/** A refusal is written beside its answer: waits until so many are there. */
const eventsOf = async (kind: string, least = 1): Promise<SecurityEvent[]> => {
  for (;;) {
    const found = await events(`?kind=${kind}`);
    if (found.length >= least) return found;
    await sleep(20);
  }
};

beforeAll(async () => {
  const [section, head, store] = SMALL_OFFICE.posts;
  if (!section || !head || !store) throw new Error('The small office has three posts');
  const posts: typeof SMALL_OFFICE.posts = [section, { ...head, roles: ['officer', 'administrator'] }, store];
  await api().office.load({ ...SMALL_OFFICE, posts });
  const { token } = await api().office.get(MakeSignInLink).execute('ravi');
  administrator = personOf(await ask('post', '/session/link').send({ token, newPassword: PASSWORD }));
}, 120_000);

describe('the record of security events', () => {
  it('tells of links made, tried and used, and of signing in, with name and address', async () => {
    const { token } = await api().office.get(MakeSignInLink).execute('asha');
    await ask('post', '/session/link', '203.0.113.9').send({ token: 'x'.repeat(43), newPassword: PASSWORD });
    await ask('post', '/session/link', '203.0.113.2').send({ token, newPassword: PASSWORD });
    await signIn('Asha', PASSWORD, '203.0.113.3');
    expect(await events('?username=asha')).toMatchObject([
      { kind: 'signed_in', name: { en: 'Asha Devi' }, address: '203.0.113.3', data: { way: 'password' } },
      { kind: 'signed_in', address: '203.0.113.2', data: { way: 'link' } },
      { kind: 'link_used', address: '203.0.113.2' },
      { kind: 'link_made', address: null },
      { kind: 'link_made', address: null },
    ]);
    expect(await events('?kind=link_failed')).toMatchObject([{ username: null, address: '203.0.113.9' }]);
  });

  it('tells of failed sign-ins with the name that was typed, and once of each wait', async () => {
    for (let attempt = 0; attempt < 9; attempt++) await signIn('nobody here', 'x', '203.0.113.66');
    await signIn('asha', 'wrong', '203.0.113.67');
    const failed = await events('?kind=sign_in_failed');
    expect(failed.map(({ username, name, address }) => [username, name?.en, address])).toEqual([
      ['asha', 'Asha Devi', '203.0.113.67'],
      ...Array.from({ length: 5 }, () => ['nobody here', undefined, '203.0.113.66']),
    ]);
    expect(await eventsOf('sign_in_slowed')).toMatchObject([{ username: 'nobody here', address: '203.0.113.66' }]);
  });

  it('tells of changed passwords, wrong ones, and of sessions that ended and why', async () => {
    const asha = personOf(await signIn('asha', PASSWORD, '203.0.113.4'));
    const change = (currentPassword: string) =>
      ask('put', '/session/password', '203.0.113.4')
        .set({ cookie: asha.cookie })
        .send({ currentPassword, newPassword: 'five red trains at dawn' });
    await change('wrong');
    await change(PASSWORD);
    await ask('delete', '/session', '203.0.113.4').set({ cookie: asha.cookie });
    expect(await eventsOf('password_change_failed')).toMatchObject([{ username: 'asha', address: '203.0.113.4' }]);
    expect(await events('?kind=password_changed')).toMatchObject([{ username: 'asha', address: '203.0.113.4' }]);
    expect((await events('?kind=session_ended')).map(({ address, data }) => [address, data.how])).toEqual([
      ['203.0.113.4', 'signed_out'],
      ['203.0.113.3', 'password_changed'],
      ['203.0.113.2', 'password_changed'],
    ]);
  });

  it('tells of what was refused for want of rights: who, from which post, what', async () => {
    const asha = personOf(await signIn('asha', 'five red trains at dawn'));
    const head = administrator.posts.get('HEAD') ?? '';
    await ask('get', '/security-events', '203.0.113.5').set(from(asha, 'SO(EST)'));
    await ask('get', '/desk', '203.0.113.5').set({ cookie: asha.cookie, 'x-acting-post': head });
    await ask('post', '/session', '203.0.113.6').set({ 'sec-fetch-site': 'cross-site' }).send({});
    const [site, rights] = await eventsOf('refused', 2);
    expect(rights).toMatchObject({
      username: 'asha',
      post: 'SO(EST)',
      address: '203.0.113.5',
      data: { code: 'not-allowed', method: 'GET', route: '/api/v1/security-events' },
    });
    expect(site).toMatchObject({ username: null, address: '203.0.113.6', data: { code: 'cross-site-request' } });
    expect(await eventsOf('acting_post_refused')).toMatchObject([
      { username: 'asha', post: null, data: { post: head } },
    ]);
  });

  it('tells once that the demo was switched on or off', async () => {
    for (const demo of [true, true, false, false]) await api().office.start({ demo });
    expect((await events()).slice(0, 2).map(({ kind }) => kind)).toEqual(['demo_off', 'demo_on']);
    expect(await events('?kind=demo_on')).toHaveLength(1);
  });

  it('is for administrators, page by page, filtered, and to be taken out as JSON lines', async () => {
    const all = await events('?limit=200');
    const pages: SecurityEvent[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const path = `/security-events?limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = (await ask('get', path).set(from(administrator, 'HEAD'))).body as Page<SecurityEvent>;
      pages.push(...page.items);
      cursor = page.next;
    }
    expect(pages).toEqual(all);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .sort()
        .reverse(),
    );
    expect(await events('?address=203.0.113.66&kind=sign_in_failed')).toHaveLength(5);
    expect(await events('?to=2020-01-01')).toEqual([]);
    const taken = await ask('get', '/security-events/export?kind=link_made')
      .set(from(administrator, 'HEAD'))
      .buffer(true)
      .parse((answer, done) => {
        let text = '';
        answer.on('data', (part: Buffer) => (text += part.toString()));
        answer.on('end', () => done(null, text));
      });
    expect(taken.headers).toMatchObject({ 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' });
    const lines = String(taken.body).trim().split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual(all.filter(({ kind }) => kind === 'link_made'));
    expect(await events('?kind=log_exported')).toMatchObject([{ username: 'ravi', data: { kind: 'link_made' } }]);
    const asha = personOf(await signIn('asha', 'five red trains at dawn'));
    const refused = (await events('?kind=refused')).length;
    const paths = ['/security-events', '/security-events/export'];
    for (const path of paths) expect((await ask('get', path).set(from(asha, 'SO(EST)'))).status).toBe(403);
    await eventsOf('refused', refused + paths.length);
  });

  it('cannot be changed, shortened or dated back by the application', async () => {
    const { dataSource, owner } = api().office;
    const before = await events('?limit=200');
    await expect(dataSource.query(`UPDATE security_event SET username = 'x'`)).rejects.toThrow(/permission denied/);
    await expect(dataSource.query('TRUNCATE security_event')).rejects.toThrow(/permission denied/);
    await expect(dataSource.query('DELETE FROM security_event')).rejects.toThrow(/kept for 180 days/);
    const dated = `INSERT INTO security_event (kind, data, at) VALUES ('refused', '{}', '2020-01-01')`;
    await expect(dataSource.query(dated)).rejects.toThrow(/permission denied/);
    await expect(owner.query('DELETE FROM security_event')).rejects.toThrow(/kept for 180 days/);
    expect(await events('?limit=200')).toEqual(before);
  });

  it('is kept for 180 days and then deleted', async () => {
    const { owner } = api().office;
    for (const days of [179, 181])
      await owner.query(
        `INSERT INTO security_event (kind, username, data, at) VALUES ('refused', $1, '{}', office_now() - make_interval(days => $2))`,
        [`${days} days ago`, days],
      );
    const before = await events('?limit=200');
    await api().office.get(DeleteExpiredSessions).execute();
    expect(await events('?limit=200')).toEqual(before.filter(({ username }) => username !== '181 days ago'));
  });

  it('fails no request when it cannot be written, but nobody signs in unrecorded', async () => {
    const { owner } = api().office;
    const [asha] = [personOf(await signIn('asha', 'five red trains at dawn'))];
    await owner.query('REVOKE INSERT ON security_event FROM patravali_app');
    await owner.query(
      'REVOKE INSERT (organisation_id, kind, user_id, username, address, post_id, data) ON security_event FROM patravali_app',
    );
    try {
      expect((await signIn('asha', 'wrong')).status).toBe(401);
      expect((await ask('get', '/security-events').set(from(asha, 'SO(EST)'))).status).toBe(403);
      expect((await signIn('asha', 'five red trains at dawn')).status).toBe(500);
    } finally {
      await owner.query(
        'GRANT INSERT (organisation_id, kind, user_id, username, address, post_id, data) ON security_event TO patravali_app',
      );
    }
    expect((await signIn('asha', 'five red trains at dawn')).status).toBe(201);
  });
});
