import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AnswerDiscussion as Request } from '@patravali/contract';
import { FileCustody } from '@patravali/custody';
import { Parameters, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { ParticipantAnswer } from './participant.entities';
import { DISCUSSIONS, discussionsOf } from './participant-rows';

const TookPart = z.object({ fileId: z.uuid(), note: z.int() });

/** Says whether one remembers it as it is noted: once, and for good. It moves no file, and waits for nobody. */
@Injectable()
export class AnswerDiscussion {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found` for whoever took no part as this person and from this post, `discussion-answered`. */
  @Serves('answerDiscussion')
  execute(actor: Actor, noteId: string, { answer, remarks }: Request): Promise<{ id: string }> {
    return this.transactions.run(actor, async (tx) => {
      const { fileId, note } = await tookPartIn(tx, actor, noteId);
      const { organisationId, userId, postId, capacity } = actor;
      const participant = { organisationId, userId, postId, fileId, note };
      // What happens on a file is numbered one after the other, whoever may read it.
      const [, before] = await Promise.all([
        tx.lock(FileCustody, { fileId }),
        tx.find(ParticipantAnswer, { userId, postId, fileId, note }),
      ]);
      if (before) throw new Refusal('discussion-answered');
      await tx.insert(ParticipantAnswer, { ...participant, capacity, answer, remarks });
      await tx.record('discussion.answered', fileId, { relatedId: noteId, data: { note, answer } });
      return { id: noteId };
    });
  }
}

async function tookPartIn(tx: Transaction, actor: Actor, noteId: string): Promise<z.infer<typeof TookPart>> {
  const parameters = new Parameters();
  const [found] = await tx.select(
    TookPart,
    `SELECT t.file_id AS "fileId", t.note FROM ${DISCUSSIONS}
     WHERE r.id = ${parameters.bind(noteId)} AND ${discussionsOf(actor, parameters).join(' AND ')}`,
    parameters.values,
  );
  if (!found) throw new Refusal('not-found');
  return found;
}
