import { useOffice } from '../../../../../test/support/office';
import { SMALL_OFFICE } from '../../../../../test/support/small-office';
import { ChangePassword, FindSession, MakeSignInLink, SignIn, type SignedIn, SignInByLink, SignOut } from '../index';

const office = useOffice({ holds: 'nothing', config: { demo: false } });
const PASSWORD = 'पत्रावली चले 2026';
const ADDRESS = '10.0.0.7';

const signIn = (password: string, { username = 'asha', address = ADDRESS } = {}) =>
  office().get(SignIn).execute({ username, password, address });
const eventsOf = (username: string) =>
  office().rows(
    `SELECT name, post_id FROM event JOIN office_user ON office_user.id = subject_id
     WHERE username = $1 ORDER BY sequence`,
    [username],
  );
const sessions = () =>
  office()
    .rows<{ n: number }>('SELECT count(*)::int AS n FROM session')
    .then(([row]) => row?.n);
const forgetFailures = () => office().rows('DELETE FROM sign_in_failure');
const refused = (code: string) => ({ code });

async function linkFor(username: string): Promise<string> {
  return (await office().get(MakeSignInLink).execute(username)).token;
}

beforeAll(async () => {
  await office().load(SMALL_OFFICE);
  await office()
    .get(SignInByLink)
    .execute({ token: await linkFor('asha'), newPassword: PASSWORD });
});
beforeEach(forgetFailures);

describe('signing in with a password', () => {
  it('opens a session whose token the database does not know, and records it without a post', async () => {
    const { token, session } = await signIn(PASSWORD);
    expect(session).toMatchObject({
      user: { username: 'asha', name: { hi: 'आशा देवी', en: 'Asha Devi' } },
      organisation: { name: { en: 'District Panchayati Raj Office' } },
      demo: false,
    });
    expect(await office().rows('SELECT 1 FROM session WHERE token_hash = $1', [token])).toEqual([]);
    expect((await eventsOf('asha')).at(-1)).toEqual({ name: 'user.signed_in', post_id: null });
  });

  it('takes the name in any letters and the password in any form of the same letters', async () => {
    await expect(signIn(PASSWORD.normalize('NFD'), { username: ' ASHA ' })).resolves.toHaveProperty('token');
  });

  it.each([
    ['a wrong password', 'asha', 'wrong password'],
    ['a name that nobody has', 'nobody', PASSWORD],
    ['somebody who has no password yet', 'ravi', ''],
  ])('refuses %s without saying what was wrong, and opens nothing', async (_, username, password) => {
    const before = await sessions();
    await expect(signIn(password, { username })).rejects.toMatchObject(refused('wrong-credentials'));
    expect(await sessions()).toBe(before);
  });

  it('takes as long to refuse a name that nobody has as a wrong password', async () => {
    const timed = async (username: string, address: string) => {
      const start = performance.now();
      await signIn('wrong password', { username, address }).catch(() => undefined);
      return performance.now() - start;
    };
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 5; round++) {
      await forgetFailures();
      known.push(await timed('asha', '10.1.0.1'));
      unknown.push(await timed(`nobody${round}`, '10.1.0.2'));
    }
    const ratio = Math.min(...unknown) / Math.min(...known);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  it('stops after five wrong attempts on one name, even with the right password, and says for how long', async () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(signIn('wrong password')).rejects.toMatchObject(refused('wrong-credentials'));
    }
    await expect(signIn(PASSWORD)).rejects.toMatchObject({ code: 'too-many-attempts', params: { minutes: 15 } });
    await expect(signIn(PASSWORD)).rejects.toHaveProperty('retryAfter');
    await office().rows(`UPDATE sign_in_failure SET at = at - interval '15 minutes'`);
    await expect(signIn(PASSWORD)).resolves.toHaveProperty('token');
  });

  it('lets at most five of twenty attempts made at once be tried', async () => {
    const tried = await Promise.allSettled(Array.from({ length: 20 }, () => signIn('wrong password')));
    const codes = tried.map((each) => (each.status === 'rejected' ? (each.reason as { code: string }).code : 'in'));
    expect(codes.filter((code) => code === 'wrong-credentials').length).toBeLessThanOrEqual(5);
    expect(new Set(codes).size).toBeLessThanOrEqual(2);
  });

  it('forgets the wrong attempts of a name once the right password came', async () => {
    for (let attempt = 0; attempt < 4; attempt++) await signIn('wrong password').catch(() => undefined);
    await signIn(PASSWORD);
    await expect(signIn('wrong password')).rejects.toMatchObject(refused('wrong-credentials'));
    await expect(signIn(PASSWORD)).resolves.toHaveProperty('token');
  });

  it('stops an address that tries many names', async () => {
    await office().rows(
      `INSERT INTO sign_in_failure (id, username, address)
       SELECT gen_random_uuid(), 'name' || n, '10.9.9.9' FROM generate_series(1, 100) n`,
    );
    await expect(signIn(PASSWORD, { address: '10.9.9.9' })).rejects.toMatchObject(refused('too-many-attempts'));
    await expect(signIn(PASSWORD)).resolves.toHaveProperty('token');
  });
});

describe('a session', () => {
  it('ends by signing out, once', async () => {
    const [signOut, findSession] = [office().get(SignOut), office().get(FindSession)];
    const { token } = await signIn(PASSWORD);
    const signedIn = await findSession.execute(token);
    await signOut.execute(signedIn);
    await expect(findSession.execute(token)).rejects.toMatchObject(refused('not-signed-in'));
    await expect(signOut.execute(signedIn)).rejects.toMatchObject(refused('not-signed-in'));
    expect((await eventsOf('asha')).at(-1)).toMatchObject({ name: 'user.signed_out' });
  });

  it('ends by itself when its time is over', async () => {
    const { token } = await signIn(PASSWORD);
    await office().rows(`UPDATE session SET expires_at = clock_timestamp() - interval '1 second'`);
    await expect(office().get(FindSession).execute(token)).rejects.toMatchObject(refused('not-signed-in'));
  });

  it('costs one statement to find, whoever asks', async () => {
    const { token } = await signIn(PASSWORD);
    const asked = jest.spyOn(office().dataSource, 'query');
    await office().get(FindSession).execute(token);
    expect(asked).toHaveBeenCalledTimes(1);
    asked.mockRestore();
  });
});

describe("changing one's own password", () => {
  const change = (signedIn: SignedIn, currentPassword: string, newPassword: string) =>
    office().get(ChangePassword).execute(signedIn, { currentPassword, newPassword }, ADDRESS);
  const find = (token: string) => office().get(FindSession).execute(token);

  it('ends the other sessions and keeps this one', async () => {
    const [here, elsewhere] = [await signIn(PASSWORD), await signIn(PASSWORD)];
    await change(await find(here.token), PASSWORD, 'a new password 1');
    await expect(find(here.token)).resolves.toHaveProperty('session');
    await expect(find(elsewhere.token)).rejects.toMatchObject(refused('not-signed-in'));
    await expect(signIn(PASSWORD)).rejects.toMatchObject(refused('wrong-credentials'));
    await change(await find(here.token), 'a new password 1', PASSWORD);
    expect((await eventsOf('asha')).at(-1)).toMatchObject({ name: 'user.password_changed' });
  });

  it('is refused with a wrong current password, which counts as a wrong attempt; nothing changes', async () => {
    const { token } = await signIn(PASSWORD);
    const before = await eventsOf('asha');
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(change(await find(token), 'wrong', 'a new password 2')).rejects.toMatchObject(
        refused('wrong-current-password'),
      );
    }
    await expect(change(await find(token), PASSWORD, 'a new password 2')).rejects.toMatchObject(
      refused('too-many-attempts'),
    );
    expect(await eventsOf('asha')).toEqual(before);
  });

  it('sent twice with one key changes it once and answers the second as the first', async () => {
    const { token } = await signIn(PASSWORD);
    const signedIn = await find(token);
    const idempotency = { key: 'once', requestHash: 'the same' };
    const request = { ...signedIn, person: { ...signedIn.person, idempotency } };
    await change(request, PASSWORD, 'a new password 3');
    await change(request, PASSWORD, 'a new password 3');
    expect((await eventsOf('asha')).filter(({ name }) => name === 'user.password_changed')).toHaveLength(3);
    await change(signedIn, 'a new password 3', PASSWORD);
  });
});

describe('a one-time link', () => {
  const use = (token: string) => office().get(SignInByLink).execute({ token, newPassword: 'ravi has a password' });

  it('works once, even when used ten times at once, and sets the password', async () => {
    const token = await linkFor('ravi');
    const used = await Promise.allSettled(Array.from({ length: 10 }, () => use(token)));
    expect(used.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(use(token)).rejects.toMatchObject(refused('link-not-valid'));
    await expect(signIn('ravi has a password', { username: 'ravi' })).resolves.toHaveProperty('token');
    const names = (await eventsOf('ravi')).map(({ name }) => name);
    expect(names).toEqual(['user.link_made', 'user.link_used', 'user.signed_in']);
  });

  it('ends the sessions that the person had', async () => {
    const { token } = await signIn('ravi has a password', { username: 'ravi' });
    await use(await linkFor('ravi'));
    await expect(office().get(FindSession).execute(token)).rejects.toMatchObject(refused('not-signed-in'));
  });

  it('becomes void by a newer one, and after 72 hours', async () => {
    const [older, newer] = [await linkFor('ravi'), await linkFor('ravi')];
    await expect(use(older)).rejects.toMatchObject(refused('link-not-valid'));
    await office().rows(`UPDATE sign_in_link SET expires_at = expires_at - interval '72 hours'`);
    await expect(use(newer)).rejects.toMatchObject(refused('link-not-valid'));
  });

  it('is refused when it was never made, and made for nobody who does not exist', async () => {
    await expect(use('A'.repeat(43))).rejects.toMatchObject(refused('link-not-valid'));
    await expect(linkFor('nobody')).rejects.toMatchObject(refused('not-found'));
  });
});
