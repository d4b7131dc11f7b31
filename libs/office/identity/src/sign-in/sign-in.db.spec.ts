import { Refusal } from '@patravali/errors';
import {
  ChangePassword,
  FindSession,
  MakeSignInLink,
  type SignedIn,
  SignIn,
  SignInByLink,
  SignOut,
} from '@patravali/identity';
import { useOffice } from '../../../../../test/support/office/office';
import { SMALL_OFFICE } from '../../../../../test/support/office/small-office';
import { withPasswordSlot } from '../password/with-password-slot';
import { networkOf } from '../security/network-of';
import { SignInAttempts } from './sign-in-attempts';

const office = useOffice({ holds: 'nothing', config: { demo: false } });
const PASSWORD = 'सड़क पर चले 2026';
const HILLS = 'the hills have eyes';
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
const forgetFailures = () => office().rows('DELETE FROM sign_in_attempt');
const refused = (code: string) => ({ code });

/** As if so much time had gone by since the last attempts. */
const later = (seconds: number) =>
  office().rows(`UPDATE sign_in_attempt SET last_at = last_at - make_interval(secs => $1)`, [seconds]);
/** Failures of a moment ago: name, network and number, by `n`. */
const failures = (row: string, rows: number) =>
  office().rows(
    `INSERT INTO sign_in_attempt (username, network, failures) SELECT ${row} FROM generate_series(1, $1::int) n`,
    [rows],
  );

async function linkFor(username: string): Promise<string> {
  return (await office().get(MakeSignInLink).execute(username)).token;
}

beforeAll(async () => {
  await office().load(SMALL_OFFICE);
  await office()
    .get(SignInByLink)
    .execute({ token: await linkFor('asha'), newPassword: PASSWORD, address: ADDRESS });
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

  it('waits after five wrong attempts, each time twice as long, even with the right password, and says how long', async () => {
    const wrong = () => signIn('wrong password').catch((error: unknown) => error);
    for (let attempt = 0; attempt < 5; attempt++) expect(await wrong()).toMatchObject(refused('wrong-credentials'));
    for (const [longest, minutes] of [30, 60, 120, 240, 480, 900, 900].map((wait) => [wait, Math.ceil(wait / 60)])) {
      const error = (await wrong()) as { params: object; retryAfter: number };
      expect(error).toMatchObject({ code: 'too-many-attempts', params: { minutes } });
      expect(error.retryAfter).toBeGreaterThan((longest ?? 0) * 0.6);
      expect(error.retryAfter).toBeLessThanOrEqual(longest ?? 0);
      await expect(signIn(PASSWORD)).rejects.toMatchObject(refused('too-many-attempts'));
      await later(longest ?? 0);
      expect(await wrong()).toMatchObject(refused('wrong-credentials'));
    }
    await later(900);
    await expect(signIn(PASSWORD)).resolves.toHaveProperty('token');
  });

  it('lets five of twenty attempts made at once be tried, also by two processes', async () => {
    const other = await office().start();
    const tried = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) =>
        (n % 2 === 0 ? office().get(SignIn) : other.get(SignIn, { strict: false })).execute({
          username: 'asha',
          password: 'wrong password',
          address: ADDRESS,
        }),
      ),
    );
    const codes = tried.map((each) => (each.status === 'rejected' ? (each.reason as { code: string }).code : 'in'));
    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'too-many-attempts')).toHaveLength(15);
  });

  it('forgets the wrong attempts once the right password came', async () => {
    for (let attempt = 0; attempt < 4; attempt++) await signIn('wrong password').catch(() => undefined);
    await signIn(PASSWORD);
    await expect(signIn('wrong password')).rejects.toMatchObject(refused('wrong-credentials'));
    await expect(signIn(PASSWORD)).resolves.toHaveProperty('token');
  });

  it('lets the owner of a name in from elsewhere while strangers guess, from one place or from hundreds', async () => {
    for (let attempt = 0; attempt < 8; attempt++)
      await signIn('wrong password', { address: '203.0.113.66' }).catch(() => undefined);
    await expect(signIn(PASSWORD, { address: '10.0.0.8' })).resolves.toHaveProperty('token');
    await failures(`'asha', '198.51.100.' || n, 5`, 200);
    await expect(signIn(PASSWORD, { address: '10.0.0.9' })).resolves.toHaveProperty('token');
    // A new stranger has one attempt where there were five.
    const stranger = { address: '203.0.113.67' };
    await expect(signIn('wrong password', stranger)).rejects.toMatchObject(refused('wrong-credentials'));
    await expect(signIn('wrong password', stranger)).rejects.toMatchObject(refused('too-many-attempts'));
  });

  it('lets in whoever has signed in from a network before, whatever somebody else there tries', async () => {
    await signIn(PASSWORD);
    await failures(`'name' || n, '${ADDRESS}', 1`, 600);
    await expect(signIn(PASSWORD)).resolves.toHaveProperty('token');
    await expect(signIn(HILLS, { username: 'ravi' })).rejects.toMatchObject(refused('too-many-attempts'));
    await expect(signIn('x', { username: 'nobody' })).rejects.toMatchObject(refused('too-many-attempts'));
    await expect(signIn('x', { username: 'nobody', address: '10.0.0.8' })).rejects.toMatchObject(
      refused('wrong-credentials'),
    );
  });

  it('tries two hundred people of one office who come in the same minute', async () => {
    const arriving = Array.from({ length: 200 }, (_, n) =>
      office()
        .get(SignInAttempts)
        .count({ username: `person${n}`, address: ADDRESS }, () => withPasswordSlot(() => Promise.resolve(n))),
    );
    expect(await Promise.all(arriving)).toHaveLength(200);
  });

  it('counts no attempt that was not tried because the server was busy', async () => {
    const busy = () => Promise.reject(new Refusal('too-many-requests'));
    for (let attempt = 0; attempt < 9; attempt++) {
      const counted = office().get(SignInAttempts).count({ username: 'asha', address: ADDRESS }, busy);
      await expect(counted).rejects.toMatchObject(refused('too-many-requests'));
    }
    await expect(signIn(PASSWORD)).resolves.toHaveProperty('token');
  });
});

describe('the network of an address', () => {
  it.each([
    ['10.0.0.7', '10.0.0.7'],
    ['::ffff:10.0.0.7', '10.0.0.7'],
    ['2001:DB8:0:1:aa:bb:cc:dd', '2001:db8:0:1::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['made up', 'made up'],
  ])('%s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
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
  const use = (token: string) => office().get(SignInByLink).execute({ token, newPassword: HILLS, address: ADDRESS });

  it('works once, even when used ten times at once, and sets the password', async () => {
    const token = await linkFor('ravi');
    const used = await Promise.allSettled(Array.from({ length: 10 }, () => use(token)));
    expect(used.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(use(token)).rejects.toMatchObject(refused('link-not-valid'));
    await expect(signIn(HILLS, { username: 'ravi' })).resolves.toHaveProperty('token');
    const names = (await eventsOf('ravi')).map(({ name }) => name);
    expect(names).toEqual(['user.link_made', 'user.link_used', 'user.signed_in']);
  });

  it('ends the sessions that the person had', async () => {
    const { token } = await signIn(HILLS, { username: 'ravi' });
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
