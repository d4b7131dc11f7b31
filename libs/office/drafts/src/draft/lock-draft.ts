import type { Actor } from '@patravali/authorization';
import { type DraftContent, type DraftMove, type DraftState, markingInBoth, prepares } from '@patravali/contract';
import { authorizeReadingFile, FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { issuingPosts } from './approvals';
import { mayMoveDraft } from './draft-abilities';
import { draftStateAfter } from './draft-lifecycle';
import { Draft, DraftVersion } from './draft.entities';

export interface DraftRequest {
  readonly draftId: string;
  readonly move: DraftMove;
  /** The version that the person was looking at, if they said so. */
  readonly ifMatch?: number | undefined;
  /** The post that may issue the letter, when the move names one. */
  readonly namedPostId?: string | null;
}

export interface LockedDraft {
  readonly custody: FileCustody;
  readonly draft: Draft;
  /** The text as it stands. */
  readonly current: DraftVersion;
  /** The state that the move leads to. */
  readonly state: DraftState;
}

/**
 * Locks a draft's file and then the draft, in this order everywhere. Refusals come in the order that reveals nothing:
 * may you read the file (404), is your version current (412), may you do it (403), does its state allow it (409).
 */
export async function lockDraft(tx: Transaction, actor: Actor, request: DraftRequest): Promise<LockedDraft> {
  const { draftId: id, move, ifMatch } = request;
  const custody = await tx.lock(FileCustody, { fileId: await fileOf(tx, id) });
  await authorizeReadingFile(tx, actor, custody);
  const draft = await tx.lock(Draft, { id });
  if (ifMatch !== undefined && ifMatch !== draft.version) throw new Refusal('changed-meanwhile');
  await authorizeMove(tx, actor, request, { custody, draft });
  const state = draftStateAfter(move, draft.state);
  const current = await tx.lock(DraftVersion, { draftId: id, number: draft.currentVersion });
  return { custody, draft, current, state };
}

/** @throws Refusal `not-allowed`; `issued-elsewhere`, which says from where; `naming-not-yours` but for the signing post. */
async function authorizeMove(
  tx: Transaction,
  { ability, capacity, post }: Actor,
  { move, namedPostId }: DraftRequest,
  { custody, draft }: Pick<LockedDraft, 'custody' | 'draft'>,
): Promise<void> {
  if (!mayMoveDraft(ability, move, custody, draft)) {
    if (prepares(capacity)) throw new Refusal('not-for-assistants', { post: markingInBoth(post), action: move });
    if (move === 'issue' && draft.state !== 'numbered' && ability.can('issue', custody)) {
      throw new Refusal('issued-elsewhere', { posts: await issuingPosts(tx, draft) });
    }
    throw new Refusal('not-allowed', { post: markingInBoth(post), action: move });
  }
  if (namedPostId && post.id !== draft.signatoryPostId) {
    const [signatory] = await issuingPosts(tx, draft);
    throw new Refusal('naming-not-yours', { post: signatory });
  }
}

/** A draft never leaves its file, so this needs no lock. */
async function fileOf(tx: Transaction, draftId: string): Promise<string> {
  const draft = await tx.find(Draft, { id: draftId });
  if (!draft) throw new Refusal('not-found');
  return draft.fileId;
}

/** What lists show of a text, and whose name it bears. */
export function shownOf({ form, subject, addressees, copyTo, signatoryPostId }: DraftContent) {
  // An order names nobody but those who get a copy.
  const [first] = [...addressees, ...copyTo];
  return { form, subject, signatoryPostId, addressee: [first?.name, first?.designation].filter(Boolean).join(', ') };
}
