import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { AnswerConsultation as AnswerRequest, OpinionGiven } from '@patravali/contract';
import { countNote } from '@patravali/custody';
import { type Transaction, Transactions } from '@patravali/database';
import { FreezeOpinion, frozenFacts, type PendingSignature, type WordsToSign } from '@patravali/notes';
import { returnInEvent } from '@patravali/movement';
import { Serves } from '@patravali/operations';
import { lockQuestion, refuseWithoutSnapshot } from '../question/lock-question';
import { endQuestions } from '../question/open-questions';
import { returnAfterLastAnswer } from './return-from-parking';

/** Gives the opinion that was asked for: a note of the sheet from now on, wherever the file is. */
@Injectable()
export class AnswerConsultation {
  constructor(
    private readonly transactions: Transactions,
    private readonly freezeOpinion: FreezeOpinion,
  ) {}

  /**
   * @param signature of its author, over these very words.
   * @throws Refusal `not-found`, `consultation-ended`, `snapshot-not-ready`, `note-empty`,
   *   `reference-to-nowhere`, `opinion-unsigned`.
   */
  @Serves('answerConsultation')
  execute(
    actor: Actor,
    consultedId: string,
    { text }: AnswerRequest,
    signature?: PendingSignature,
  ): Promise<OpinionGiven> {
    return this.transactions.run(actor, async (tx) => {
      const { consulted, custody, consultation: seen } = await lockQuestion(tx, actor, consultedId);
      refuseWithoutSnapshot(seen);
      const opinion = { id: consulted.id, text, seen };
      const frozen = await this.freezeOpinion.execute(tx, actor, custody, opinion, signature);
      const back = await returnAfterLastAnswer(tx, actor, custody);
      await countNote(tx, custody, frozen.counts, back);
      await endQuestions(tx, actor, [consulted.id], { state: 'answered', note: frozen.number });
      const { fileId, holderPostId: toPostId } = custody;
      await tx.record('consultation.answered', fileId, {
        relatedId: consultedId,
        contentHash: frozen.contentHash,
        data: { ...frozenFacts(frozen), toPostId, ...returnInEvent(back) },
      });
      return { id: consultedId, note: frozen.number };
    });
  }

  /** What its author would sign; locks the file and changes nothing. @throws Refusal the same, except for want of the signature. */
  async answerable(tx: Transaction, actor: Actor, consultedId: string, { text }: AnswerRequest): Promise<WordsToSign> {
    const { consulted, custody, consultation: seen } = await lockQuestion(tx, actor, consultedId);
    refuseWithoutSnapshot(seen);
    return await this.freezeOpinion.words(tx, actor, custody, { id: consulted.id, text, seen });
  }
}
