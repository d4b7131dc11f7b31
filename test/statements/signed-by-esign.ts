import type { ESignBegun, OperationId } from '@patravali/contract';
import { aLetter } from '../support/http/clerks';
import { backFromESign, type ESignOffice } from '../support/signing/esign-office';
import { trustRoot } from '../support/signing/signing-keys';
import type { CountedOperations } from './counted-operations';

/** A letter of the file that the officer signs by eSign, the first of two. */
export async function signedByESign(counted: CountedOperations, fileId: string, office: ESignOffice): Promise<void> {
  const { officer, stranger } = counted.people;
  await trustRoot(counted.api.office, office.authority.pem);
  const content = { ...aLetter(officer.postId), coSignatoryPostIds: [stranger.postId] };
  const step = (does: OperationId, path: string, body?: object) =>
    counted.do(officer, { does, method: 'post', path, ...(body ? { body } : {}) }, {});
  const { id } = await step('createDraft', `/files/${fileId}/drafts`, { content });
  await step('approveDraft', `/drafts/${String(id)}/approve`, { draftVersion: 1 });
  const { issueId } = await step('numberDraft', `/drafts/${String(id)}/number`);
  const letter = `/letters-to-sign/${String(issueId)}`;
  const ask = (does: OperationId, path: string) =>
    counted.count(does, () => counted.api.as(officer, 'post', `${letter}${path}`));
  const { body } = await ask('beginESign', '/esign');
  const form = office.visit(body as ESignBegun, { person: officer.name.en, number: officer.userId });
  await counted.api.ask('post', `/esign/${String(issueId)}`, backFromESign(form));
  await ask('completeESign', '/esign/complete');
}
