import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type FileChanged, markingInBoth, type PullUpFile as PullUpFileRequest } from '@patravali/contract';
import { changeCustody, lockCustody, withReaders, writeMovement, writeOpening } from '@patravali/custody';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { setNoteAside } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { type PostOnTheWay, postsOnTheWay } from '@patravali/organisation';
import { NOT_SET_ASIDE, writeParkingLine } from '../parking/parking-lines';
import { rememberSent } from '../sending/sent-files';

/**
 * A superior takes a normal file from the desk of a post below, with a reason. A note in writing there stays with that desk,
 * set aside; drafts go with the file. Nobody has sent it: it is forwarded from here, not returned. The other desk finds it
 * among what went from it.
 */
@Injectable()
export class PullUpFile {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-your-subordinate`, `correction-under-way`. */
  @Serves('pullUpFile')
  execute(actor: Actor, fileId: string, { reason }: PullUpFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody, state } = await lockCustody(tx, actor, { fileId, move: 'pull_up', ifMatch });
      const fromPostId = custody.holderPostId ?? actor.postId;
      const own = await refuseUnlessAbove(tx, actor, fromPostId);
      await setNoteAside(tx, custody);
      if (custody.state === 'parked') await writeParkingLine(tx, actor, fileId, { kind: 'taken_up' });
      const sequence = custody.movements + 1;
      await writeMovement(tx, actor, {
        thing: { fileId, notes: custody.notes },
        sequence,
        kind: 'pulled_up',
        fromPostId,
        toPostId: actor.postId,
        urgency: custody.urgency,
        remarks: reason,
      });
      await writeOpening(tx, fileId, sequence);
      const version = await changeCustody(tx, custody, {
        state,
        ...NOT_SET_ASIDE,
        holderPostId: actor.postId,
        senderPostId: null,
        pulledUp: true,
        returned: false,
        action: null,
        decision: null,
        recommendedTo: null,
        dueOn: null,
        sentRemarks: null,
        readerPostIds: withReaders(custody.readerPostIds, custody.grading, [actor.postId], own.superiorPostIds),
        since: NOW,
        openedAt: NOW,
        movements: sequence,
      });
      await rememberSent(tx, fromPostId, fileId);
      await tx.record('file.pulled_up', fileId, { reason, data: { movement: sequence, fromPostId } });
      return { id: fileId, version };
    });
  }
}

/** @returns the post of the actor. @throws Refusal `not-your-subordinate`. */
async function refuseUnlessAbove(tx: Transaction, actor: Actor, holderPostId: string): Promise<PostOnTheWay> {
  const posts = await postsOnTheWay(tx, actor.organisationId, [actor.postId, holderPostId]);
  const holder = posts.find(({ id }) => id === holderPostId);
  const own = posts.find(({ id }) => id === actor.postId);
  if (own && holder?.superiorPostIds.includes(own.id)) return own;
  throw new Refusal('not-your-subordinate', {
    post: markingInBoth(holder),
    ...(holderPostId === actor.postId && { because: 'own-desk' }),
  });
}
