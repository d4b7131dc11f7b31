import { makeSetUpLink } from '@patravali/identity';
import { useApi } from '../../support/http/api';

const PASSWORD = 'four blue trains at noon';
const RIGHT = {
  office: { hi: 'खण्ड विकास कार्यालय', en: 'Block Development Office' },
  name: { hi: 'मीना सोनकर', en: 'Meena Sonkar' },
  username: 'meena',
  newPassword: PASSWORD,
};

describe('setting up an office over HTTP', () => {
  const api = useApi({ holds: 'nothing', config: { demo: false } });
  const send = (body: object, headers: Record<string, string> = {}) =>
    api().ask('post', '/api/v1/set-up', { headers: { 'idempotency-key': crypto.randomUUID(), ...headers }, body });
  let token = '';
  beforeAll(async () => {
    token = (await makeSetUpLink(api().office.dataSource.manager)) ?? '';
  });

  it.each([
    ['no name in any language', { office: { hi: null, en: null } }, '#/office/hi'],
    ['an empty name', { office: { hi: ' ', en: null } }, '#/office/hi'],
    ['a name on two lines', { name: { hi: 'मीना\nसोनकर', en: null } }, '#/name/hi'],
    ['a null byte', { name: { hi: 'मीना\u0000', en: null } }, '#/name/hi'],
    ['half a character', { office: { hi: 'क \ud83d', en: null } }, '#/office/hi'],
    ['a name longer than a line', { office: { hi: 'क'.repeat(201), en: null } }, '#/office/hi'],
    ['a user name with spaces', { username: 'meena sonkar' }, '#/username'],
    ['a short password', { newPassword: 'short' }, '#/newPassword'],
    ['a number as token', { token: 7 }, '#/token'],
  ])('is refused with the field’s name: %s', async (_, changes, pointer) => {
    const answer = await send({ token, ...RIGHT, ...changes });
    expect(answer.body).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ pointer }] });
    expect(answer.text).not.toContain(PASSWORD);
  });

  it('is refused from another site, and with a link that was never made', async () => {
    expect((await send({ token, ...RIGHT }, { 'sec-fetch-site': 'cross-site' })).body).toMatchObject({
      code: 'cross-site-request',
    });
    expect((await send({ ...RIGHT, token: 'x'.repeat(43) })).body).toMatchObject({
      status: 401,
      code: 'set-up-link-not-valid',
    });
    expect(await api().office.rows('SELECT FROM organisation')).toEqual([]);
  });

  it('opens a session by cookie, and the welcome names the office; a second time it is refused in a plain sentence', async () => {
    const { status, headers } = await send({ token, ...RIGHT });
    expect(status).toBe(201);
    const cookie = String(headers['set-cookie']).split(';')[0] ?? '';
    expect((await api().ask('get', '/api/v1/session', { headers: { cookie } })).body).toMatchObject({
      user: { username: 'meena' },
      posts: [{ marking: 'ADMIN' }],
    });
    expect((await api().ask('get', '/api/v1/welcome')).body).toMatchObject({ organisation: RIGHT.office });
    expect((await send({ token, ...RIGHT })).body).toMatchObject({
      status: 409,
      code: 'already-set-up',
      detail: expect.stringContaining('already been set up') as unknown,
    });
  });
});
