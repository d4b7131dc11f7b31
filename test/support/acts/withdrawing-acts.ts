import type { OperationId } from '@patravali/contract';
import type { Step } from '../http/repetition';

interface Earlier {
  /** The letter that is superseded, and the file from which both go out. */
  readonly issueId: string;
  readonly file: string;
  /** The text of the later letter. */
  readonly content: object;
}

/** A letter is superseded by a later one of the same file, which is revoked once it has been sent. */
export async function withdrawing(
  { issueId, file, content }: Earlier,
  go: (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  const post = (does: OperationId, path: string, body?: object): Step => ({
    does,
    method: 'post',
    path,
    ...(body ? { body } : {}),
  });
  const other = { content: { ...content, subject: 'अन्य' } };
  const draft = await go(post('createDraft', `/files/${file}/drafts`, { content }), other);
  const on = `/drafts/${String(draft.id)}`;
  await go(post('approveDraft', `${on}/approve`, { draftVersion: 1 }), { draftVersion: 2 });
  const later = await go(post('issueDraft', `${on}/issue`), {});
  const letter = `/issues/${String(later.issueId)}`;
  await go(post('dispatchIssue', `${letter}/dispatches`, { dispatches: [{ recipient: 0, mode: 'by_hand' }] }), {
    dispatches: [{ recipient: 0, mode: 'post' }],
  });
  const superseding = { laterNumber: String(later.number), reason: 'संशोधित पत्र निर्गत' };
  await go(post('supersedeIssue', `/issues/${issueId}/supersede`, superseding), { ...superseding, reason: 'अन्य' });
  await go(post('revokeIssue', `${letter}/revoke`, { reason: 'भूल से निर्गत' }), { reason: 'अन्य' });
}
