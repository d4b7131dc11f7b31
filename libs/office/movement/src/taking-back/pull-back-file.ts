import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FileChanged, markingInBoth, type PullBackFile as PullBackFileRequest } from '@patravali/contract';
import {
  changeCustody,
  CLOCK_BEFORE_SENDING,
  type FileCustody,
  lastArrival,
  lockCustody,
  WITHOUT_LAST_JUMPS,
  writeMovement,
  writeOpening,
} from '@patravali/custody';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { hasPendingNote } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { Post } from '@patravali/organisation';
import { forgetSent } from '../sending/sent-files';

/**
 * The sender takes back what the other desk has not opened. What was noted stays frozen; it may be sent again. A yellow note
 * comes back with the file.
 */
@Injectable()
export class PullBackFile {
  constructor(private readonly transactions: Transactions) {}

  @Serves('pullBackFile')
  execute(actor: Actor, fileId: string, request: PullBackFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'pull_back', ifMatch });
      if (custody.openedAt) throw await alreadyOpened(tx, custody);
      const [earlier, hasNote] = await Promise.all([
        lastArrival(tx, custody, actor.postId),
        hasPendingNote(tx, custody),
      ]);
      // On a desk that has not opened the file, a yellow note came with it: to be corrected, or home from that.
      const forCorrection = hasNote && !custody.forCorrection;
      const sequence = custody.movements + 1;
      await writeMovement(tx, actor, {
        thing: { fileId, notes: custody.notes },
        sequence,
        kind: 'pulled_back',
        fromPostId: custody.holderPostId,
        toPostId: actor.postId,
        remarks: request.reason,
      });
      await writeOpening(tx, fileId, sequence);
      const version = await changeCustody(tx, custody, {
        holderPostId: actor.postId,
        senderPostId: earlier?.senderPostId ?? null,
        action: earlier?.action ?? null,
        decision: earlier?.decision ?? null,
        recommendedTo: earlier?.recommendedTo ?? null,
        returned: earlier?.returned ?? false,
        forCorrection,
        dueOn: earlier?.dueOn ?? null,
        sentRemarks: earlier?.remarks ?? null,
        since: NOW,
        openedAt: NOW,
        movements: sequence,
        jumpedPostIds: WITHOUT_LAST_JUMPS,
        clockFrom: CLOCK_BEFORE_SENDING,
      });
      await forgetSent(tx, actor.postId, fileId);
      await tx.record('file.pulled_back', fileId, {
        reason: request.reason,
        data: { movement: sequence, fromPostId: custody.holderPostId },
      });
      return { id: fileId, version };
    });
  }
}

/** Says on whose desk it has been opened. */
async function alreadyOpened(tx: Transaction, { holderPostId }: FileCustody): Promise<Refusal> {
  const post = holderPostId === null ? null : await tx.find(Post, { id: holderPostId });
  return new Refusal('already-opened', { post: markingInBoth(post) });
}
