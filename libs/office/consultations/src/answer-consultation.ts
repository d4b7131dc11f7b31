import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AnswerConsultation as AnswerRequest, OpinionGiven } from '@patravali/contract';
import { countNote } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { FreezeOpinion, frozenFacts } from '@patravali/notes';
import { backOfLast, cameBack } from './back-of-last';
import { lockQuestion } from './lock-question';
import { endQuestions } from './open-questions';

/** Gives the opinion that was asked for: a note of the sheet from now on, wherever the file is. */
@Injectable()
export class AnswerConsultation {
  constructor(
    private readonly transactions: Transactions,
    private readonly freezeOpinion: FreezeOpinion,
  ) {}

  /** @throws Refusal `not-found`, `consultation-ended`, `note-empty`, `reference-to-nowhere`. */
  execute(actor: Actor, consultedId: string, { text }: AnswerRequest): Promise<OpinionGiven> {
    return this.transactions.run(actor, async (tx) => {
      const { consulted, custody, consultation: seen } = await lockQuestion(tx, actor, consultedId);
      const frozen = await this.freezeOpinion.execute(tx, actor, custody, { text, seen });
      const back = await backOfLast(tx, actor, custody);
      await countNote(tx, custody, frozen.counts, back);
      await endQuestions(tx, actor, [consulted.id], { state: 'answered', note: frozen.number });
      const { fileId, holderPostId: toPostId } = custody;
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'consultation.answered',
        relatedId: consultedId,
        contentHash: frozen.contentHash,
        data: { ...frozenFacts(frozen), toPostId, ...cameBack(back) },
      });
      return { id: consultedId, note: frozen.number };
    });
  }
}
