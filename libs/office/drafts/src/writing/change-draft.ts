import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type ChangeDraft as ChangeDraftRequest,
  type DraftChanged,
  type DraftContent,
  markingInBoth,
  prepares,
} from '@patravali/contract';
import { countAsOpening } from '@patravali/custody';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { Draft, DraftVersion } from '../draft/draft.entities';
import { lockDraft, type LockedDraft, shownOf } from '../draft/lock-draft';
import { refuseUnfitEnclosures } from '../enclosures/refuse-unfit-enclosures';
import { refuseUnfitSignatories } from './refuse-unfit-parties';

/** An approval is for one version of the text: a change ends it, and with it the naming of another post. */
const NOT_APPROVED = {
  approvedVersion: null,
  approvedByUserId: null,
  approvedByPostId: null,
  approvedCapacity: null,
  approvedAt: null,
  namedPostId: null,
};

/** Changes the text of a draft, never blindly: a desk changes its own version, and the next desk begins a new one. */
@Injectable()
export class ChangeDraft {
  constructor(private readonly transactions: Transactions) {}

  @Serves('changeDraft')
  execute(actor: Actor, draftId: string, { content }: ChangeDraftRequest, ifMatch: number): Promise<DraftChanged> {
    return this.transactions.run(actor, async (tx) => {
      const locked = await lockDraft(tx, actor, { draftId, move: 'change', ifMatch });
      const { custody, draft, current, state } = locked;
      if (draft.state !== 'draft') refuseAssistant(actor);
      await refuseUnfitSignatories(tx, actor.organisationId, content);
      await refuseUnfitEnclosures(tx, actor.organisationId, {
        fileId: custody.fileId,
        content,
        templateId: draft.templateId,
        before: current.content,
      });
      await countAsOpening(tx, custody);
      const draftVersion = isOwnVersion(actor, locked) ? draft.currentVersion : draft.currentVersion + 1;
      const version = draft.version + 1;
      await writeVersion(tx, actor, locked, { number: draftVersion, content });
      await tx.update(
        Draft,
        { id: draftId },
        { ...shownOf(content), ...NOT_APPROVED, state, currentVersion: draftVersion, changedAt: NOW, version },
      );
      await tx.record('draft.changed', custody.fileId, {
        relatedId: draftId,
        data: { ordinal: draft.ordinal, draftVersion },
      });
      return { id: draftId, version, draftVersion };
    });
  }
}

/** A change ends the approval, which is the officer's. */
function refuseAssistant({ capacity, post }: Actor): void {
  if (prepares(capacity)) throw new Refusal('not-for-assistants', { post: markingInBoth(post), action: 'approve' });
}

/** Still in the same hand, on the same desk, and not approved: an assistant's hand is another than the officer's. */
function isOwnVersion(actor: Actor, { custody, draft, current }: LockedDraft): boolean {
  return (
    draft.state === 'draft' &&
    current.postId === actor.postId &&
    prepares(current.capacity) === prepares(actor.capacity) &&
    current.movementSequence === custody.movements
  );
}

async function writeVersion(
  tx: Transaction,
  { organisationId, userId, postId, capacity }: Actor,
  { custody, draft }: LockedDraft,
  { number, content }: { number: number; content: DraftContent },
): Promise<void> {
  const key = { draftId: draft.id, number };
  const text = { content, userId, postId, capacity, savedAt: NOW };
  if (number === draft.currentVersion) await tx.update(DraftVersion, key, text);
  else await tx.insert(DraftVersion, { ...key, ...text, organisationId, movementSequence: custody.movements });
}
