import type { HeldPost, Session } from '@patravali/contract';
import { MakeSignInLink } from '@patravali/identity';
import request from 'supertest';
import { useApi } from '../../../../test/support/http/api';
import { SMALL_OFFICE } from '../../../../test/support/office/small-office';

const PASSWORD = 'a pass phrase of my own';
const api = useApi({ holds: 'nothing', config: { secureCookies: true } });

function ask(method: 'get' | 'post' | 'put' | 'delete', path: string, headers: Record<string, string> = {}) {
  const server = request(api().app.getHttpServer());
  return server[method](`/api/v1${path}`).set({ 'accept-language': 'en', ...headers });
}
const signIn = (password = PASSWORD) => ask('post', '/session').send({ username: 'asha', password });
const cookieOf = ({ headers }: request.Response) => String(headers['set-cookie']);
const tokenOf = (response: request.Response) => /__Host-patravali_session=([\w-]+)/.exec(cookieOf(response))?.[1] ?? '';
const code = ({ status, body }: request.Response) => [status, (body as { code?: string }).code];

beforeAll(async () => {
  await api().office.load(SMALL_OFFICE);
  const { token } = await api().office.get(MakeSignInLink).execute('asha');
  const used = await ask('post', '/session/link').send({ token, newPassword: PASSWORD });
  expect(used.status).toBe(201);
}, 120_000);

describe('signing in over HTTP', () => {
  it('puts the token into a cookie that scripts, other sites and plain HTTP never get, and not into the answer', async () => {
    const answer = await signIn();
    expect(answer.status).toBe(201);
    expect(cookieOf(answer)).toMatch(
      /^__Host-patravali_session=[\w-]{43}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict; Secure$/,
    );
    expect(JSON.stringify(answer.body)).not.toContain(tokenOf(answer));
  });

  it('tells the browser to come over HTTPS alone, for a year, to this host and those below it', async () => {
    const { headers } = await ask('get', '/session');
    expect(headers['strict-transport-security']).toBe('max-age=31536000; includeSubDomains');
  });

  it('is taken from the cookie and as a bearer token alike, and ends for both', async () => {
    const token = tokenOf(await signIn());
    for (const headers of [{ cookie: `__Host-patravali_session=${token}` }, { authorization: `Bearer ${token}` }]) {
      const answer = await ask('get', '/session', headers);
      expect([answer.status, (answer.body as Session).user.username]).toEqual([200, 'asha']);
    }
    expect(code(await ask('get', '/session', { cookie: `patravali_session=${token}` }))[0]).toBe(401);
    const out = await ask('delete', '/session', { cookie: `__Host-patravali_session=${token}` });
    expect(out.status).toBe(204);
    expect(cookieOf(out)).toContain('Max-Age=0');
    expect(code(await ask('get', '/session', { authorization: `Bearer ${token}` }))).toEqual([401, 'not-signed-in']);
  });

  it('is found beside cookies of the same name that somebody else has planted', async () => {
    const token = tokenOf(await signIn());
    const own = `__Host-patravali_session=${token}`;
    const planted = `__Host-patravali_session=${'x'.repeat(43)}`;
    for (const cookie of [`${planted}; ${own}`, `${own}; ${planted}`])
      expect((await ask('get', '/session', { cookie })).status).toBe(200);
    expect(code(await ask('get', '/session', { cookie: planted }))).toEqual([401, 'not-signed-in']);
  });

  it('refuses a page of another site also at the door, a wrong password, and fields that are missing', async () => {
    expect(code(await signIn().set('sec-fetch-site', 'cross-site'))).toEqual([403, 'cross-site-request']);
    expect(code(await signIn('wrong'))).toEqual([401, 'wrong-credentials']);
    expect(code(await ask('post', '/session').send({ username: 'asha' }))).toEqual([422, 'invalid-input']);
    expect(code(await ask('post', '/session/demo').send({ username: 'asha' }))).toEqual([401, 'wrong-credentials']);
  });

  it('says when to try again after too many wrong passwords', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await signIn('wrong');
    const refused = await signIn();
    expect(code(refused)).toEqual([429, 'too-many-attempts']);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(20);
    await api().office.rows('DELETE FROM sign_in_attempt');
  });
});

describe('the acting post of a request', () => {
  let token: string;
  let posts: HeldPost[];
  const from = (post: string) => ({ authorization: `Bearer ${token}`, 'x-acting-post': post });
  beforeAll(async () => {
    const answer = await signIn();
    token = tokenOf(answer);
    posts = (answer.body as Session).posts;
  });

  it('must be one of those held today, and is asked for when there are several', async () => {
    expect(posts.map(({ marking }) => marking)).toEqual(['SO(EST)', 'STORE']);
    for (const { id } of posts) expect((await ask('get', '/posts', from(id))).status).toBe(200);
    expect(code(await ask('get', '/posts', { authorization: `Bearer ${token}` }))).toEqual([422, 'acting-post-needed']);
    expect(code(await ask('get', '/posts', from('nonsense')))).toEqual([403, 'not-your-post']);
  });

  it('ends with the tenure, at the next request', async () => {
    const [{ id } = { id: '' }] = posts;
    await api().office.rows('UPDATE tenure SET until_on = india_today() - 1 WHERE post_id = $1', [id]);
    expect(code(await ask('get', '/posts', from(id)))).toEqual([403, 'not-your-post']);
    expect((await ask('get', '/session', from(id))).status).toBe(200);
    await api().office.rows('UPDATE tenure SET until_on = NULL WHERE post_id = $1', [id]);
  });

  it('matters not to what a person does for themselves, such as their password, which is changed once', async () => {
    const change = (newPassword: string) =>
      ask('put', '/session/password', { authorization: `Bearer ${token}`, 'idempotency-key': 'change-1' }).send({
        currentPassword: PASSWORD,
        newPassword,
      });
    expect((await change('another pass phrase')).status).toBe(204);
    expect((await change('another pass phrase')).status).toBe(204);
    expect(code(await change('a third pass phrase'))).toEqual([422, 'idempotency-key-reused']);
    expect(code(await signIn())).toEqual([401, 'wrong-credentials']);
    expect((await signIn('another pass phrase')).status).toBe(201);
  });
});
