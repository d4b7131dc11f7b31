import type { Actor } from '@patravali/authorization';
import type { OperationId } from '@patravali/contract';
import type { Clerks } from '../http/clerks';
import type { Step } from '../http/repetition';
import { aKey, type Holder } from '../signing/made-keys';
import { certificatesIn, type OwnKey } from '../signing/signing-keys';

/** With which the keys of tests are kept. */
export const PASSPHRASE = 'a passphrase for signing';

/** A P12 as a certifying authority gives it to that person, as the body of `addSigningKey`; another one each time. */
export async function aP12(holder: Holder) {
  return { ...(await aKey(holder)), passphrase: PASSPHRASE };
}

/** The certificate of the token of that person, as the body of `addTokenKey`; another one each time. */
export async function aToken(holder: Holder) {
  const { p12, password } = await aKey(holder);
  const [{ certificate }] = await certificatesIn(p12, password);
  return { certificates: Buffer.from(certificate).toString('base64') };
}

interface ToSign {
  readonly file: string;
  /** The text of a letter of the officer's post. */
  readonly content: object;
}

/** A letter of two officers is numbered and signed by both, by the second as one of several. @returns the keys that both have added. */
export async function signingByTwo(
  { file, content }: ToSign,
  { officer, stranger }: Pick<Clerks, 'officer' | 'stranger'>,
  go: (by: Actor, step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
): Promise<Record<'officer' | 'stranger', OwnKey>> {
  const post = (does: OperationId, path: string, body?: object): Step => ({
    does,
    method: 'post',
    path,
    ...(body ? { body } : {}),
  });
  const [own, others, spare] = [await aP12(officer), await aP12(stranger), await aP12(officer)];
  const adding = (key: object) => post('addSigningKey', '/signing-keys', key);
  const first = await go(officer, adding(own), spare);
  const second = await go(stranger, adding(others), spare);
  const cosigned = { ...content, coSignatoryPostIds: [stranger.postId] };
  await go(officer, post('addTokenKey', '/signing-keys/token', await aToken(officer)), await aToken(officer));
  const creating = post('createDraft', `/files/${file}/drafts`, { content: cosigned });
  const draft = await go(officer, creating, { content: { ...cosigned, subject: 'अन्य' } });
  const on = `/drafts/${String(draft.id)}`;
  await go(officer, post('approveDraft', `${on}/approve`, { draftVersion: 1 }), { draftVersion: 2 });
  const { issueId } = await go(officer, post('numberDraft', `${on}/number`), {});
  const letter = `/letters-to-sign/${String(issueId)}`;
  const keyOf = ({ id }: Readonly<Record<string, unknown>>) => ({ keyId: String(id), passphrase: PASSPHRASE });
  await go(officer, post('signLetter', `${letter}/sign`, keyOf(first)), { ...keyOf(first), passphrase: 'x' });
  const several = { issueIds: [issueId], ...keyOf(second) };
  await go(stranger, post('signLetters', '/desk/to-sign/acts', several), { ...several, passphrase: 'x' });
  const dispatches = [{ recipient: 0, mode: 'by_hand' }];
  await go(officer, post('dispatchIssue', `/issues/${String(issueId)}/dispatches`, { dispatches }), {
    dispatches: [{ recipient: 0, mode: 'post' }],
  });
  return { officer: keyOf(first), stranger: keyOf(second) };
}
