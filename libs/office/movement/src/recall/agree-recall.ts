import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AgreeRecall as AgreeRecallRequest, FileChanged } from '@patravali/contract';
import { answerRecall, lastArrival, lockCustody, openRecall } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { setNoteAside } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { SendFile } from '../sending/send-file';

/**
 * The holder gives the file back to the sender who asked for it. What froze stays frozen. A yellow note of the holder becomes
 * official by this act or is set aside, as he says; without a word from him the act is refused. What had been asked of the
 * other desk before is asked of it again.
 */
@Injectable()
export class AgreeRecall {
  constructor(
    private readonly transactions: Transactions,
    private readonly sendFile: SendFile,
  ) {}

  /** @throws Refusal `no-recall`, `explanation-needed`, `note-unconfirmed`, `note-up-for-correction`, and what freezing a note is refused for. */
  @Serves('agreeRecall')
  execute(actor: Actor, fileId: string, request: AgreeRecallRequest, ifMatch?: number): Promise<FileChanged> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'agree_recall', ifMatch });
      const recall = await openRecall(tx, custody);
      await answerRecall(tx, actor, recall, 'agreed');
      if (request.pendingNote === 'set_aside') await setNoteAside(tx, custody);
      const toPostId = recall.askedByPostId;
      const beforeOf = await this.sendFile.read(tx, actor, [fileId], toPostId);
      const earlier = await lastArrival(tx, custody, toPostId);
      return await this.sendFile.execute(
        tx,
        actor,
        { custody, ...beforeOf(fileId) },
        {
          kind: 'recalled',
          toPostId,
          remarks: null,
          urgency: undefined,
          action: null,
          dueOn: null,
          asBefore: { action: earlier?.action ?? null, dueOn: earlier?.dueOn ?? null },
          freezing: { note: undefined, confirmNote: request.pendingNote === 'confirm', signsAlone: false },
          explanation: request.explanation,
        },
      );
    });
  }
}
