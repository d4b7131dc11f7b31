import type { Actor } from '@patravali/authorization';
import type { OperationId } from '@patravali/contract';
import { aNote, type Clerks } from '../http/clerks';
import type { Step } from '../http/repetition';
import { enterCopy } from '../office/copy-stands';
import type { TestOffice } from '../office/test-office';
import type { OwnKey } from '../signing/signing-keys';

/** A working day, far ahead. */
const DUE_ON = '2099-12-31';

/** The question of an officer to these posts. */
export function asking(file: string, ...posts: readonly { readonly postId: string }[]): Step {
  const body = { question: 'क्या बजट उपलब्ध है?', posts: posts.map(({ postId }) => ({ postId, dueOn: DUE_ON })) };
  return post('consultPosts', `/files/${file}/consultations`, body);
}

/** The officer consults two posts: one gives its opinion, the other returns the question; to a third question the opinion is signed, and the key given up; a fourth is withdrawn. */
export async function consultation(
  file: string,
  {
    officer,
    clerk,
    stranger,
    key,
    office,
  }: Pick<Clerks, 'officer' | 'clerk' | 'stranger'> & { readonly key: OwnKey; readonly office: TestOffice },
  go: (by: Actor, step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  const other = { question: 'अन्य', posts: [{ postId: clerk.postId, dueOn: DUE_ON }] };
  const { consultedIds } = await go(officer, asking(file, clerk, stranger), other);
  const [opinion = '', returned = ''] = consultedIds as string[];
  await enterCopy(office, opinion);
  const answer = post('answerConsultation', `/consultations/${opinion}/answer`, aNote('बजट उपलब्ध है।'));
  await go(clerk, answer, aNote('अन्य'));
  const back = post('returnConsultation', `/consultations/${returned}/return`, { reason: 'विषय हमसे सम्बन्धित नहीं' });
  await go(stranger, back, { reason: 'अन्य' });
  const third = await go(officer, asking(file, stranger), other);
  const signed = { ...aNote('सहमति है।'), ...key };
  const [toSign = ''] = third.consultedIds as string[];
  await enterCopy(office, toSign);
  await go(stranger, post('signOpinion', `/consultations/${toSign}/sign`, signed), { ...signed, passphrase: 'x' });
  await go(stranger, post('revokeSigningKey', `/signing-keys/${key.keyId}/revoke`), {});
  await go(officer, asking(file, stranger), other);
  const withdrawing = post('withdrawConsultation', `/files/${file}/consultations/withdraw`, { reason: 'अब आवश्यक नहीं' });
  await go(officer, withdrawing, { reason: 'अन्य' });
}

const post = (does: OperationId, path: string, body?: object): Step => ({
  does,
  method: 'post',
  path,
  ...(body ? { body } : {}),
});
