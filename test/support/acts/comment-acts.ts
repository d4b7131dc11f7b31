import type { OperationId } from '@patravali/contract';
import type { Step } from '../http/repetition';

/** Two comments on the draft at that path, of which one is answered and resolved. */
export async function commenting(
  draft: string,
  go: (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  const post = (does: OperationId, path: string, body?: object): Step => ({
    does,
    method: 'post',
    path,
    ...(body ? { body } : {}),
  });
  const passage = { part: 'subject', quote: 'सड़क', occurrence: 1 };
  const [first, second] = [{ passage, words: 'कौन सी सड़क?' }, { words: 'सन्दर्भ जोड़ें।' }];
  const { id } = await go(post('commentDraft', `${draft}/comments`, first), second);
  await go(post('commentDraft', `${draft}/comments`, second), first);
  const [answer, other] = [{ words: 'मुख्य मार्ग' }, { words: 'अन्य' }];
  await go(post('answerDraftComment', `/draft-comments/${String(id)}/answers`, answer), other);
  await go(post('resolveDraftComment', `/draft-comments/${String(id)}/resolve`), {});
}
