import type { OperationId } from '@patravali/contract';
import { MakeSignInLink } from '@patravali/identity';
import type { Answer, TestApi } from '../support/http/api';
import type { CountedOperations } from './counted-operations';

const PASSWORDS = ['four blue trains at noon', 'five red trains at dawn'] as const;

/** Each way to sign in, and all that people do with their sessions and passwords. */
export async function signIns(asked: CountedOperations): Promise<void> {
  const { api } = asked;
  const { office } = api;
  const person = await somebody(api, false);
  const demoPerson = await somebody(api, true);
  const { token } = await office.get(MakeSignInLink).execute(person);
  const [first, second] = PASSWORDS;
  const open = async (does: OperationId, way: string, body: object) =>
    cookieOf(await asked.count(does, () => api.ask('post', `/api/v1/session${way}`, { body })));
  const demo = await open('signInAsDemoPerson', '/demo', { username: demoPerson });
  await asked.count('makeDemoKey', () =>
    api.ask('post', '/api/v1/signing-keys/demo', {
      headers: { cookie: demo, 'idempotency-key': crypto.randomUUID() },
    }),
  );
  await open('signInByLink', '/link', { token, newPassword: first });
  await open('signIn', '', { username: person, password: first });
  const cookie = await open('signIn', '', { username: person, password: first });
  const own = (does: OperationId, method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) => {
    const headers = { cookie, 'idempotency-key': crypto.randomUUID() };
    return asked.count(does, () => api.ask(method, `/api/v1${path}`, { headers, ...(body ? { body } : {}) }));
  };
  const { items } = (await own('listSessions', 'get', '/sessions')).body as {
    items: { id: string; current: boolean }[];
  };
  const other = items.find(({ current }) => !current)?.id ?? '';
  await own('endSession', 'delete', `/sessions/${other}`);
  await own('endOtherSessions', 'delete', '/sessions');
  await own('confirmSession', 'post', '/session/confirm', { password: first });
  await own('changePassword', 'put', '/session/password', { currentPassword: first, newPassword: second });
  await own('signOut', 'delete', '/session');
}

/** The user name of a new person. */
async function somebody({ office }: TestApi, demo: boolean): Promise<string> {
  const { userId } = await office.actor();
  const [person] = await office.rows<{ username: string }>(
    'UPDATE office_user SET demo = $2 WHERE id = $1 RETURNING username',
    [userId, demo],
  );
  return person?.username ?? '';
}

function cookieOf({ headers }: Answer): string {
  return String(headers['set-cookie']).split(';')[0] ?? '';
}
