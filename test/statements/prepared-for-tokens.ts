import type { Actor } from '@patravali/authorization';
import type { OperationId, SigningKeyView } from '@patravali/contract';
import { type Answer, type TestApi } from '../support/http/api';
import { aNote, type Clerks } from '../support/http/clerks';
import { aToken } from '../support/acts/signing-acts';

type Count = (does: OperationId, ask: () => Promise<Answer>) => Promise<Answer>;

/** The token with which that person signs. */
export async function tokenOf(api: TestApi, by: Actor): Promise<string | undefined> {
  const { items } = (await api.as(by, 'get', '/signing-keys')).body as { items: SigningKeyView[] };
  return items.find(({ kind, state }) => kind === 'token' && state === 'in_use')?.id;
}

/** What tokens sign of the officer's note in writing, and of the opinion for which the clerk is asked. */
export async function prepareForTokens(
  api: TestApi,
  { officer, clerk }: Pick<Clerks, 'officer' | 'clerk'>,
  { fileId, consultedId }: { readonly fileId: string; readonly consultedId: string },
  count: Count,
): Promise<void> {
  const ask = (does: OperationId, by: Actor, path: string, body: object) =>
    count(does, () => api.as(by, 'post', path, { body }));
  await api.as(clerk, 'post', '/signing-keys/token', { body: await aToken(clerk) });
  await ask('prepareNote', officer, `/files/${fileId}/notes/pending/prepare`, { keyId: await tokenOf(api, officer) });
  const opinion = { ...aNote('अभिमत'), keyId: await tokenOf(api, clerk) };
  await ask('prepareOpinion', clerk, `/consultations/${consultedId}/prepare`, opinion);
}
