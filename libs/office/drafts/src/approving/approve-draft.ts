import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type ApproveDraft as ApproveDraftRequest,
  type DraftChanged,
  isEmptyText,
  textsOfLetter,
  withoutEmptyBlocks,
} from '@patravali/contract';
import { countAsOpening } from '@patravali/custody';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { canonicalHash } from '@patravali/ledger';
import { letterFrame, lookNow, refuseUnprintable } from '@patravali/letters';
import { Serves } from '@patravali/operations';
import { refuseNonOfficer } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { refuseSecondApproval } from '../draft/approvals';
import { CheckEnclosures } from '../enclosures/check-enclosures';
import { Draft, DraftApproval } from '../draft/draft.entities';
import { lockDraft } from '../draft/lock-draft';
import { enclosedBy, refuseUnfitEnclosures } from '../enclosures/refuse-unfit-enclosures';
import { keepLook } from './approved-look';
import { refuseUndecidedLetter } from './refuse-undecided-letter';

/**
 * Approves exactly the version that the officer has read, and fixes what it looks like. The signatory may name one other post, which then may issue the
 * letter; whoever else approves is a level on the way to him and names nobody.
 */
@Injectable()
export class ApproveDraft {
  constructor(
    private readonly transactions: Transactions,
    private readonly checkEnclosures: CheckEnclosures,
  ) {}

  /**
   * @throws Refusal `naming-not-yours`, `draft-version-passed`, `already-approved`, `case-not-decided`, `draft-incomplete`,
   * `characters-not-printable`, `enclosure-not-on-file`, and those of the store for what it encloses; `unknown-post` and `officer-needed` for the post that is named.
   */
  @Serves('approveDraft')
  async execute(actor: Actor, draftId: string, request: ApproveDraftRequest, ifMatch?: number): Promise<DraftChanged> {
    await this.checkEnclosures.execute(actor, draftId);
    return await this.transactions.run(actor, async (tx) => {
      const { custody, draft, current, state } = await lockDraft(tx, actor, {
        draftId,
        move: 'approve',
        ifMatch,
        namedPostId: request.namedPostId,
      });
      const draftVersion = draft.currentVersion;
      if (request.draftVersion !== draftVersion) throw new Refusal('draft-version-passed', { current: draftVersion });
      await refuseSecondApproval(tx, draft, actor.postId);
      if (actor.postId === draft.signatoryPostId) await refuseUndecidedLetter(tx, actor, draft);
      if (textsOfLetter(current.content).some((text) => isEmptyText(withoutEmptyBlocks(text)))) {
        throw new Refusal('draft-incomplete');
      }
      refuseUnprintable(current.content);
      await refuseUnfitEnclosures(tx, actor.organisationId, enclosedBy(custody.fileId, draft, current));
      const namedPostId = await namedBy(tx, draft, request);
      const look = await keepLook(
        tx,
        lookNow(await letterFrame(tx, actor.organisationId, draft.fileId, current.content)),
      );
      await countAsOpening(tx, custody);
      await tx.insert(DraftApproval, {
        id: uuidv7(),
        organisationId: actor.organisationId,
        draftId,
        draftVersion,
        namedPostId,
        at: NOW,
        userId: actor.userId,
        postId: actor.postId,
        capacity: actor.capacity,
        signatoryPostId: draft.signatoryPostId,
        ...look,
      });
      const version = draft.version + 1;
      await tx.update(
        Draft,
        { id: draftId },
        {
          state,
          approvedVersion: draftVersion,
          approvedAt: NOW,
          changedAt: NOW,
          version,
          approvedByUserId: actor.userId,
          approvedByPostId: actor.postId,
          approvedCapacity: actor.capacity,
          namedPostId,
        },
      );
      await tx.record('draft.approved', custody.fileId, {
        relatedId: draftId,
        contentHash: canonicalHash(current.content),
        data: { ordinal: draft.ordinal, draftVersion, namedPostId },
      });
      return { id: draftId, version, draftVersion };
    });
  }
}

/** Who may issue it beside the signatory; naming one's own post names nobody. */
async function namedBy(
  tx: Transaction,
  { organisationId, signatoryPostId }: Draft,
  { namedPostId }: ApproveDraftRequest,
): Promise<string | null> {
  if (namedPostId === null || namedPostId === signatoryPostId) return null;
  await refuseNonOfficer(tx, organisationId, { postId: namedPostId, pointer: '#/namedPostId' });
  return namedPostId;
}
