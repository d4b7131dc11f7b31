import type { Actor } from '@patravali/authorization';
import { hash } from '@node-rs/argon2';
import { type Answer, useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';

const PASSWORD = 'पेंशन-प्रकरण-१९';

describe('signing in', () => {
  const api = useApi();
  let clerks: Clerks;
  let username: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    const [user] = await api().office.rows<{ username: string }>('SELECT username FROM office_user WHERE id = $1', [
      clerks.clerk.userId,
    ]);
    username = user?.username ?? '';
    const passwordHash = await hash(PASSWORD);
    await api().office.rows(`UPDATE office_user SET password_hash = $1 WHERE id = $2 RETURNING id`, [
      passwordHash,
      clerks.clerk.userId,
    ]);
  });

  const signIn = async (password: string, name = username) =>
    await api().ask('post', '/api/v1/session', { body: { username: name, password } });

  it('gives a cookie that no script reads and no other site sends, and the posts to act from', async () => {
    const { status, headers, body } = await signIn(PASSWORD);
    expect(status).toBe(201);
    expect(headers['set-cookie']?.[0]).toMatch(
      /^patravali_session=[\w-]{20,}; Path=\/; Max-Age=28800; HttpOnly; SameSite=Strict$/,
    );
    expect(body).toMatchObject({ user: { username }, posts: [{ marking: 'DH(EST)-1', roles: ['dealing_hand'] }] });
    expect(JSON.stringify(body)).not.toContain('argon2');
  });

  it('lets the cookie work until signing out, and no longer', async () => {
    const cookie = cookieOf(await signIn(PASSWORD));
    const session = () => api().ask('get', '/api/v1/session', { headers: { cookie } });
    expect((await session()).status).toBe(200);
    expect((await api().ask('delete', '/api/v1/session', { headers: { cookie } })).status).toBe(204);
    expect((await session()).body).toMatchObject({ status: 401, code: 'not-signed-in' });
  });

  it('lets a program use the same token as a bearer', async () => {
    const token = cookieOf(await signIn(PASSWORD)).replace('patravali_session=', '');
    const { status } = await api().ask('get', '/api/v1/desk', { headers: { authorization: `Bearer ${token}` } });
    expect(status).toBe(200);
  });

  it('says the same of an unknown name as of a wrong password, in either language', async () => {
    const [wrong, unknown] = [await signIn('not-the-password'), await signIn('not-the-password', 'nobody')];
    expect(wrong.body).toMatchObject({
      status: 401,
      code: 'wrong-credentials',
      detail: 'User name or password is wrong.',
    });
    expect({ ...(wrong.body as object), requestId: '' }).toEqual({ ...(unknown.body as object), requestId: '' });
    const hindi = await api().ask('post', '/api/v1/session', {
      headers: { 'accept-language': 'hi-IN,hi;q=0.9,en;q=0.8' },
      body: { username, password: 'x' },
    });
    expect(hindi.body).toMatchObject({ detail: 'उपयोगकर्ता नाम या पासवर्ड सही नहीं है।' });
  });

  it('stops guessing: after some wrong passwords even the right one waits, and it says how long', async () => {
    const answers: Answer[] = [];
    for (let attempt = 0; attempt < 7; attempt++) answers.push(await signIn('guess', 'pestered'));
    const last = answers.at(-1);
    expect(last?.body).toMatchObject({ status: 429, code: 'too-many-attempts', params: { minutes: 1 } });
    expect(Number(last?.headers['retry-after'])).toBeGreaterThan(20);
  });

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbouring host', { 'sec-fetch-site': 'same-site' }],
    ['an origin that is not ours', { origin: 'https://evil.example' }],
  ])('is not done for a page of %s, nor is anything else', async (_, headers) => {
    const cookie = cookieOf(await signIn(PASSWORD));
    const asked = await api().ask('post', '/api/v1/session', { headers, body: { username, password: PASSWORD } });
    expect(asked.body).toMatchObject({ status: 403, code: 'cross-site-request' });
    const create = await api().ask('post', '/api/v1/files', { headers: { ...headers, cookie }, body: {} });
    expect(create.body).toMatchObject({ status: 403, code: 'cross-site-request' });
  });
});

describe('acting from a post', () => {
  const api = useApi();
  let clerks: Clerks;
  let second: Actor;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    second = await api().office.actor({ marking: 'DH(ACC)-1', roles: ['dealing_hand'] });
    await api().office.rows(
      `INSERT INTO tenure (id, organisation_id, user_id, post_id, kind, from_on)
       VALUES (gen_random_uuid(), $1, $2, $3, 'additional', '2020-01-01')`,
      [api().office.id, clerks.clerk.userId, second.postId],
    );
  });

  const from = (postId: string | undefined, path: string, body?: object) => async () => {
    const headers = {
      authorization: `Bearer ${await api().token(clerks.clerk)}`,
      ...(postId === undefined ? {} : { 'x-acting-post': postId }),
    };
    return await api().ask(body ? 'post' : 'get', `/api/v1${path}`, body ? { headers, body } : { headers });
  };

  it('asks a person of two posts which one, and takes no post of somebody else', async () => {
    expect((await from(undefined, '/desk')()).body).toMatchObject({ status: 422, code: 'acting-post-needed' });
    expect((await from(clerks.officer.postId, '/desk')()).body).toMatchObject({ status: 403, code: 'not-your-post' });
    expect((await from('x', '/desk')()).body).toMatchObject({ status: 403, code: 'not-your-post' });
  });

  it('keeps two tabs of one session apart: each acts from its own post, also at the same time', async () => {
    const file = { headId: api().office.headId, subject: 'दो पटल' };
    const both = await Promise.all(
      [clerks.clerk.postId, second.postId, clerks.clerk.postId, second.postId].map(async (postId) => {
        const created = (await from(postId, '/files', file)()).body as { id: string };
        const seen = (await from(postId, `/files/${created.id}`)()).body as {
          createdBy: object;
          holder: string;
          posts: Record<string, { marking: string }>;
        };
        return [postId, seen] as const;
      }),
    );
    for (const [postId, seen] of both) {
      const capacity = postId === second.postId ? 'additional' : 'regular';
      expect(seen).toMatchObject({ holder: postId, createdBy: { post: postId, capacity } });
      expect(seen.posts[postId]?.marking).toMatch(/./);
    }
  });
});

function cookieOf({ headers }: Answer): string {
  return String(headers['set-cookie']?.[0]).split(';')[0] ?? '';
}
