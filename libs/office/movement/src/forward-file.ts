import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import {
  type ActionAsked,
  type FileChanged,
  type ForwardFile as ForwardFileRequest,
  likelyAction,
} from '@patravali/contract';
import { lockCustody, refuseUnfitDueDate, refuseUrgencyOfOthers } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import type { PostOnTheWay } from '@patravali/organisation';
import { freezingOf, receiverOf } from './forward-rules';
import { SendFile } from './send-file';

/** Sends the file to another post, with what is asked there. To a vacant post is allowed; to oneself is not. */
@Injectable()
export class ForwardFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly sendFile: SendFile,
  ) {}

  @Serves('forwardFile')
  execute(actor: Actor, fileId: string, request: ForwardFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const [{ custody }, before] = await Promise.all([
        lockCustody(tx, actor, { fileId, move: 'forward', ifMatch }),
        this.sendFile.read(tx, actor, fileId, request.toPostId),
      ]);
      if (request.urgency) await refuseUrgencyOfOthers(tx, actor, request.urgency, custody.urgency);
      const post = receiverOf(custody, request, before.posts);
      await refuseUnfitDueDate(tx, actor.organisationId, request.dueOn, '#/dueOn');
      return await this.sendFile.execute(
        tx,
        actor,
        { custody, before },
        {
          kind: 'forwarded',
          toPostId: post.id,
          action: request.action ?? usualAction(actor, before.posts, post),
          urgency: request.urgency,
          dueOn: request.dueOn ?? null,
          remarks: request.remarks ?? null,
          freezing: freezingOf(request),
          explanation: request.explanation,
        },
      );
    });
  }
}

function usualAction({ postId }: Actor, posts: readonly PostOnTheWay[], to: PostOnTheWay): ActionAsked {
  const from = posts.find(({ id }) => id === postId);
  return from ? likelyAction(from, to) : 'put_up';
}
