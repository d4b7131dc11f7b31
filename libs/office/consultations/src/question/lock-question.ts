import { type Actor, authorizeAction } from '@patravali/authorization';
import { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Consultation } from './consultation.entity';
import { ConsultedPost } from './consulted-post.entity';

export interface LockedQuestion {
  readonly consulted: ConsultedPost;
  readonly custody: FileCustody;
  readonly consultation: Consultation;
}

/**
 * Locks the file on which a post was consulted, for the answer of that post: it reads nothing of the file.
 * @throws Refusal `not-found` for whoever was not asked, or is asked no longer of a graded file; `consultation-ended` when it was
 *   answered or withdrawn meanwhile.
 */
export async function lockQuestion(tx: Transaction, actor: Actor, consultedId: string): Promise<LockedQuestion> {
  const asked = await tx.find(ConsultedPost, { id: consultedId });
  if (asked?.postId !== actor.postId) throw new Refusal('not-found');
  authorizeAction(actor, 'give_opinion', asked);
  // Whatever ends it holds this lock.
  const custody = await tx.lock(FileCustody, { fileId: asked.fileId });
  const [consulted, consultation] = await Promise.all([
    tx.lock(ConsultedPost, { id: consultedId }),
    tx.lock(Consultation, { id: asked.consultationId }),
  ]);
  const { state } = consulted;
  // Of a file that is graded higher they are told nothing any more, not even that they were asked.
  if (state === 'withdrawn' && custody.grading !== 'normal') throw new Refusal('not-found');
  if (state !== 'asked') throw new Refusal('consultation-ended', { state });
  return { consulted, custody, consultation };
}

/** How soon a copy that is being made is mostly there. */
const COPY_SECONDS = 30;

/** An opinion is given on the copy of the file, and never before that is there. @throws Refusal `snapshot-not-ready`. */
export function refuseWithoutSnapshot({ snapshot }: Pick<Consultation, 'snapshot'>): void {
  if (snapshot === 'waiting')
    throw new Refusal('snapshot-not-ready', { seconds: COPY_SECONDS }, { retryAfter: COPY_SECONDS });
  if (snapshot === 'failed') throw new Refusal('snapshot-not-ready', { because: 'failed' });
}
