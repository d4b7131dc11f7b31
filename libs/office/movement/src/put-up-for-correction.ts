import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { FileChanged, PutUpForCorrection as PutUpForCorrectionRequest } from '@patravali/contract';
import { changeCustody, lockCustody, openingOf, withReaders, writeMovement } from '@patravali/custody';
import { NOW, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { putUpPendingNote } from '@patravali/notes';
import { type PostOnTheWay, postsOnTheWay, receivingPost } from '@patravali/organisation';
import { rememberSent } from './sent-files';

/**
 * Sends the file with its yellow note to a superior of the post, who corrects the note, returns it, or confirms it as his
 * own. Nothing freezes.
 */
@Injectable()
export class PutUpForCorrection {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, fileId: string, request: PutUpForCorrectionRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const [{ custody }, posts] = await Promise.all([
        lockCustody(tx, actor, { fileId, move: 'put_up_for_correction', ifMatch }),
        postsOnTheWay(tx, actor.organisationId, [actor.postId, request.toPostId]),
      ]);
      const to = receivingPost(
        posts.find(({ id }) => id === request.toPostId.toLowerCase()),
        custody.holderPostId,
      );
      refuseOtherThanSuperior(actor, posts, to);
      const noteId = await putUpPendingNote(tx, actor, custody);
      await openingOf(tx, custody);
      const sequence = custody.movements + 1;
      const { remarks = null } = request;
      await writeMovement(tx, actor, {
        thing: { fileId, notes: custody.notes },
        ...{ sequence, kind: 'put_up_for_correction', fromPostId: custody.holderPostId, toPostId: to.id },
        ...{ urgency: custody.urgency, remarks },
      });
      const version = await changeCustody(tx, custody, {
        ...{ holderPostId: to.id, senderPostId: actor.postId, forCorrection: true },
        readerPostIds: withReaders(
          custody.readerPostIds,
          custody.grading,
          [actor.postId, to.id],
          posts.flatMap(({ superiorPostIds }) => superiorPostIds),
        ),
        ...{ action: null, decision: null, returned: false, dueOn: null, sentRemarks: remarks },
        ...{ since: NOW, openedAt: null, movements: sequence },
      });
      await rememberSent(tx, actor.postId, fileId);
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'file.put_up_for_correction',
        relatedId: noteId,
        reason: remarks ?? undefined,
        data: { movement: sequence, toPostId: to.id },
      });
      return { id: fileId, version };
    });
  }
}

/** @throws Refusal `not-your-superior`. */
function refuseOtherThanSuperior({ postId }: Actor, posts: readonly PostOnTheWay[], to: PostOnTheWay): void {
  const own = posts.find(({ id }) => id === postId);
  if (own?.superiorPostIds.includes(to.id)) return;
  const errors = [{ pointer: '#/toPostId', detail: 'not-your-superior' }];
  throw new Refusal('not-your-superior', { post: to.marking }, { errors });
}
