import type { ESignBegun, OperationId, SigningKeyView } from '@patravali/contract';
import { aLetter } from '../support/clerks';
import { backFromESign, type ESignOffice } from '../support/esign-office';
import type { EveryOperation } from './every-operation';

/** A letter of the file that has its number, and that two officers will sign. @returns the id of its entry. */
async function numbered({ people, do: doing }: EveryOperation, fileId: string): Promise<string> {
  const { officer, stranger } = people;
  const content = { ...aLetter(officer.postId), coSignatoryPostIds: [stranger.postId] };
  const step = (does: OperationId, path: string, body?: object) =>
    doing(officer, { does, method: 'post', path, ...(body ? { body } : {}) }, {});
  const { id } = await step('createDraft', `/files/${fileId}/drafts`, { content });
  await step('approveDraft', `/drafts/${String(id)}/approve`, { draftVersion: 1 });
  return String((await step('numberDraft', `/drafts/${String(id)}/number`)).issueId);
}

/** A letter that waits for the signature of the officer, prepared for his token. @returns the id of its entry. */
export async function letterToSign(every: EveryOperation, fileId: string): Promise<string> {
  const { officer } = every.people;
  const letterId = await numbered(every, fileId);
  const { items } = (await every.api.as(officer, 'get', '/signing-keys')).body as { items: SigningKeyView[] };
  const body = { keyId: items.find(({ kind, state }) => kind === 'token' && state === 'in_use')?.id };
  await every.count('prepareLetter', () =>
    every.api.as(officer, 'post', `/letters-to-sign/${letterId}/prepare`, { body }),
  );
  await every.count('prepareLetters', () =>
    every.api.as(officer, 'post', '/desk/to-sign/prepare', { body: { ...body, issueIds: [letterId] } }),
  );
  return letterId;
}

/** Another, which the officer signs by eSign. */
export async function signedByESign(every: EveryOperation, fileId: string, office: ESignOffice): Promise<void> {
  const { officer } = every.people;
  const letterId = await numbered(every, fileId);
  const ask = (does: OperationId, path: string) =>
    every.count(does, () => every.api.as(officer, 'post', `/letters-to-sign/${letterId}${path}`));
  const { body } = await ask('beginESign', '/esign');
  const form = office.visit(body as ESignBegun, { person: officer.name.en });
  await every.api.ask('post', `/esign/${letterId}`, backFromESign(form));
  await ask('completeESign', '/esign/complete');
}
