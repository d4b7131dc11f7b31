import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ActionAsked, FileChanged, PullBackFile as PullBackFileRequest } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { changeCustody, NOW, writeOpening } from './change-custody';
import type { FileCustody } from './file-custody.entity';
import { lockCustody } from './lock-custody';
import { writeMovement } from './write-movement';

/** The sender takes back what the other desk has not opened. What was noted stays frozen; it may be sent again. */
@Injectable()
export class PullBackFile {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, fileId: string, request: PullBackFileRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const custody = await lockCustody(tx, actor, { fileId, move: 'pull_back', ifMatch });
      if (custody.openedAt) throw new Refusal('already-opened', { post: await markingOf(tx, custody.holderPostId) });
      const earlier = await howItCame(tx, actor, custody);
      const sequence = custody.movements + 1;
      await writeMovement(tx, actor, {
        thing: { fileId },
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
        dueOn: earlier?.dueOn ?? null,
        sentRemarks: earlier?.remarks ?? null,
        since: NOW,
        openedAt: NOW,
        movements: sequence,
      });
      await tx.query('DELETE FROM file_sent WHERE organisation_id = $1 AND post_id = $2 AND file_id = $3', [
        custody.organisationId,
        actor.postId,
        fileId,
      ]);
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'file.pulled_back',
        reason: request.reason,
        data: { movement: sequence, fromPostId: custody.holderPostId },
      });
      return { id: fileId, version };
    });
  }
}

interface Arrival {
  senderPostId: string | null;
  action: ActionAsked | null;
  dueOn: string | null;
  remarks: string | null;
}

/** How the file had come to the actor's desk before it was sent on, so that it can still be returned. */
async function howItCame(tx: Transaction, actor: Actor, custody: FileCustody): Promise<Arrival | undefined> {
  const [arrival] = await tx.query<Arrival>(
    `SELECT from_post_id AS "senderPostId", action, due_on AS "dueOn",
       CASE WHEN kind <> 'reopened' THEN remarks END AS remarks
     FROM movement
     WHERE organisation_id = $1 AND file_id = $2 AND to_post_id = $3 AND kind IN ('forwarded', 'returned', 'reopened')
     ORDER BY sequence DESC LIMIT 1`,
    [custody.organisationId, custody.fileId, actor.postId],
  );
  return arrival;
}

async function markingOf(tx: Transaction, postId: string | null): Promise<string | undefined> {
  const [post] = await tx.query<{ marking: string }>('SELECT marking FROM post WHERE id = $1', [postId]);
  return post?.marking;
}
