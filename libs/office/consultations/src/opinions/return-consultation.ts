import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { ReturnConsultation as ReturnRequest } from '@patravali/contract';
import { changeCustody } from '@patravali/custody';
import { Transactions } from '@patravali/database';
import { returnInEvent } from '@patravali/movement';
import { Serves } from '@patravali/operations';
import { lockQuestion } from '../question/lock-question';
import { endQuestions } from '../question/open-questions';
import { returnAfterLastAnswer } from './return-from-parking';

/** "Not for us": the question goes back with a reason, and without a note. */
@Injectable()
export class ReturnConsultation {
  constructor(private readonly transactions: Transactions) {}

  /** @throws Refusal `not-found`, `consultation-ended`. */
  @Serves('returnConsultation')
  execute(actor: Actor, consultedId: string, { reason }: ReturnRequest): Promise<{ id: string }> {
    return this.transactions.run(actor, async (tx) => {
      const { custody } = await lockQuestion(tx, actor, consultedId);
      const back = await returnAfterLastAnswer(tx, actor, custody);
      if (back.state) await changeCustody(tx, custody, back);
      await endQuestions(tx, actor, [consultedId], { state: 'returned', reason });
      const { fileId, holderPostId: toPostId } = custody;
      await tx.record('consultation.returned', fileId, {
        relatedId: consultedId,
        reason,
        data: { toPostId, ...returnInEvent(back) },
      });
      return { id: consultedId };
    });
  }
}
