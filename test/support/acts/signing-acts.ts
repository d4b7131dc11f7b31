import type { Actor } from '@patravali/authorization';
import type { OperationId } from '@patravali/contract';
import { makeDemoSigningKey, sealP12 } from '@patravali/typesetting';
import type { Clerks } from '../office/clerks';
import type { Step } from '../http/repetition';

/** With which the keys of tests are kept. */
export const PASSPHRASE = 'a passphrase for signing';

/** A P12 as a certifying authority gives it out, as the body of `addSigningKey`. */
export async function aP12(name = 'Asha Devi') {
  const { p12, password } = await makeDemoSigningKey(name);
  return { p12: Buffer.from(p12).toString('base64'), password, passphrase: PASSPHRASE };
}

/** The certificate of a token, as the body of `addTokenKey`. */
export async function aToken(name = 'Asha Devi') {
  const { p12, password } = await makeDemoSigningKey(name);
  const [own] = (await sealP12(p12, password, PASSPHRASE)).certificates;
  return { certificates: Buffer.from(own?.certificate ?? []).toString('base64') };
}

interface ToSign {
  readonly file: string;
  /** The text of a letter of the officer's post. */
  readonly content: object;
}

/** A letter of two officers is numbered and signed by both, by the second as one of several; a key is given up. @returns the key of the officer. */
export async function signingByTwo(
  { file, content }: ToSign,
  { officer, stranger }: Pick<Clerks, 'officer' | 'stranger'>,
  go: (by: Actor, step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
): Promise<Record<'keyId' | 'passphrase', string>> {
  const post = (does: OperationId, path: string, body?: object): Step => ({
    ...{ does, method: 'post', path },
    ...(body ? { body } : {}),
  });
  const [own, others, spare] = [await aP12(), await aP12('Ravi Kumar'), await aP12()];
  const adding = (key: object) => post('addSigningKey', '/signing-keys', key);
  const first = await go(officer, adding(own), spare);
  const second = await go(stranger, adding(others), spare);
  const cosigned = { ...content, coSignatoryPostIds: [stranger.postId] };
  await go(officer, post('addTokenKey', '/signing-keys/token', await aToken()), await aToken());
  const creating = post('createDraft', `/files/${file}/drafts`, { content: cosigned });
  const draft = await go(officer, creating, { content: { ...cosigned, subject: 'अन्य' } });
  const on = `/drafts/${String(draft.id)}`;
  await go(officer, post('approveDraft', `${on}/approve`, { draftVersion: 1 }), { draftVersion: 2 });
  const { issueId } = await go(officer, post('numberDraft', `${on}/number`), {});
  const letter = `/letters-to-sign/${String(issueId)}`;
  const withKey = (keyId: unknown) => ({ keyId, passphrase: PASSPHRASE });
  await go(officer, post('signLetter', `${letter}/sign`, withKey(first.id)), { ...withKey(first.id), passphrase: 'x' });
  const several = { issueIds: [issueId], ...withKey(second.id) };
  await go(stranger, post('signLetters', '/desk/to-sign/acts', several), { ...several, passphrase: 'x' });
  const dispatches = [{ recipient: 0, mode: 'by_hand' }];
  await go(officer, post('dispatchIssue', `/issues/${String(issueId)}/dispatches`, { dispatches }), {
    dispatches: [{ recipient: 0, mode: 'post' }],
  });
  await go(stranger, post('revokeSigningKey', `/signing-keys/${String(second.id)}/revoke`), {});
  return { keyId: String(first.id), passphrase: PASSPHRASE };
}
