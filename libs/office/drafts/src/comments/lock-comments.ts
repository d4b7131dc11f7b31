import { type Actor, authorizeAction, authorizeReading } from '@patravali/authorization';
import { authorizeReadingFile, FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Draft } from '../draft/draft.entities';
import { isInTheMaking } from '../draft/draft-lifecycle';
import { DraftComment } from './comment.entities';

interface Commented {
  readonly custody: FileCustody;
  readonly draft: Draft;
}

/**
 * Locks a draft with its file, to say something about it: whoever reads the file does so, until the letter has its number.
 * @throws Refusal `not-found`, `not-for-assistants`, `comments-ended`.
 */
export async function lockCommentedDraft(tx: Transaction, actor: Actor, draftId: string): Promise<Commented> {
  const locked = await lockReadable(tx, actor, draftId);
  refuseToComment(actor, locked.draft);
  return locked;
}

/**
 * Locks a comment behind its draft and its file. One that is meant for others is not found.
 * @throws Refusal as above; `comment-resolved` once it is.
 */
export async function lockComment(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<Commented & { comment: DraftComment }> {
  const found = await tx.find(DraftComment, { id });
  if (!found) throw new Refusal('not-found');
  const locked = await lockReadable(tx, actor, found.draftId);
  const comment = await tx.lock(DraftComment, { id });
  authorizeReading(actor, comment);
  refuseToComment(actor, locked.draft);
  if (comment.resolvedAt !== null) throw new Refusal('comment-resolved');
  return { ...locked, comment };
}

async function lockReadable(tx: Transaction, actor: Actor, draftId: string): Promise<Commented> {
  const draft = await tx.find(Draft, { id: draftId });
  if (!draft) throw new Refusal('not-found');
  const custody = await tx.lock(FileCustody, { fileId: draft.fileId });
  await authorizeReadingFile(tx, actor, custody);
  return { custody, draft: await tx.lock(Draft, { id: draftId }) };
}

function refuseToComment(actor: Actor, draft: Draft): void {
  authorizeAction(actor, 'comment', draft);
  if (!isInTheMaking(draft.state)) throw new Refusal('comments-ended', { state: draft.state });
}
