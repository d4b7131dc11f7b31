import type { Session } from '@patravali/contract';
import { Confirmation, MakeSignInLink } from '@patravali/identity';
import { useApi } from '../../../../test/support/http/api';
import { SMALL_OFFICE } from '../../../../test/support/office/small-office';

const PASSWORD = 'a pass phrase of my own';
const api = useApi({ holds: 'nothing' });
let cookie = '';

const confirm = (body: object, headers: Record<string, string> = {}) =>
  api().ask('post', '/api/v1/session/confirm', { body, headers: { cookie, ...headers } });
const session = async () => (await api().ask('get', '/api/v1/session', { headers: { cookie } })).body as Session;
const events = () =>
  api().office.rows<{ kind: string }>(`SELECT kind FROM security_event WHERE kind LIKE 'confirm%' ORDER BY at, id`);

beforeAll(async () => {
  await api().office.load(SMALL_OFFICE);
  const { token } = await api().office.get(MakeSignInLink).execute('asha');
  const opened = await api().ask('post', '/api/v1/session/link', { body: { token, newPassword: PASSWORD } });
  cookie = String(opened.headers['set-cookie']).split(';')[0] ?? '';
}, 120_000);

describe('confirming that it is still the same person', () => {
  it('is what signing in does too', async () => {
    expect((await session()).confirmedAt).not.toBeNull();
  });

  it('takes the password, and says when it was confirmed', async () => {
    await api().office.rows('UPDATE session SET confirmed_at = NULL');
    expect((await session()).confirmedAt).toBeNull();
    const { status, body } = await confirm({ password: PASSWORD });
    expect([status, body]).toMatchObject([200, { user: { username: 'asha' } }]);
    expect((body as Session).confirmedAt).toBe((await session()).confirmedAt);
    expect((await session()).confirmedAt).not.toBeNull();
    expect(await events()).toEqual([{ kind: 'confirmed' }]);
  });

  it('refuses another password and none, and confirms nothing', async () => {
    await api().office.rows('UPDATE session SET confirmed_at = NULL');
    for (const body of [{ password: 'another pass phrase' }, {}]) {
      const { status, body: problem } = await confirm(body);
      expect([status, problem]).toMatchObject([422, { code: 'wrong-current-password' }]);
    }
    expect((await session()).confirmedAt).toBeNull();
    await api().office.rows('DELETE FROM sign_in_attempt');
  });

  it('is slowed together with signing in', async () => {
    for (let attempt = 0; attempt < 5; attempt++) await confirm({ password: 'wrong' });
    expect(await confirm({ password: PASSWORD })).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } });
    await api().office.rows('DELETE FROM sign_in_attempt');
  });

  it('needs a session, and refuses a page of another site', async () => {
    const stranger = await api().ask('post', '/api/v1/session/confirm', { body: { password: PASSWORD } });
    expect([stranger.status, stranger.body]).toMatchObject([401, { code: 'not-signed-in' }]);
    const across = await confirm({ password: PASSWORD }, { 'sec-fetch-site': 'cross-site' });
    expect([across.status, across.body]).toMatchObject([403, { code: 'cross-site-request' }]);
  });

  it('is a port of its own, so that a second factor can take the place of the password', async () => {
    const prove = jest.spyOn(api().office.get(Confirmation), 'prove').mockResolvedValueOnce(undefined);
    expect((await confirm({})).status).toBe(200);
    expect(prove).toHaveBeenCalledTimes(1);
    prove.mockRestore();
  });
});

describe('a demo person', () => {
  const demo = useApi({ holds: 'nothing', config: { demo: true } });

  it('has no password, and confirms by asking', async () => {
    await demo().office.load({ ...SMALL_OFFICE, organisation: { ...SMALL_OFFICE.organisation, demo: true } });
    const opened = await demo().ask('post', '/api/v1/session/demo', { body: { username: 'asha' } });
    const own = String(opened.headers['set-cookie']).split(';')[0] ?? '';
    await demo().office.rows('UPDATE session SET confirmed_at = NULL');
    const { status, body } = await demo().ask('post', '/api/v1/session/confirm', {
      body: {},
      headers: { cookie: own },
    });
    expect([status, (body as Session).confirmedAt !== null]).toEqual([200, true]);
  });
});
