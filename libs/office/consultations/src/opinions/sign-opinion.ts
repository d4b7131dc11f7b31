import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { OpinionGiven, SignOpinion as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { NoteSigner, type WordsToSign } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { readToSign, ToSign } from '@patravali/signing';
import { AnswerConsultation } from './answer-consultation';

/** Gives the opinion with the signature of its author, made while nothing is held. It is signed under the id of the question to his post, which the note has too. */
@Injectable()
export class SignOpinion {
  constructor(
    private readonly transactions: Transactions,
    private readonly answer: AnswerConsultation,
    private readonly signer: NoteSigner,
  ) {}

  /** @throws Refusal of `AnswerConsultation` and `NoteSigner`. */
  @Serves('signOpinion')
  async execute(actor: Actor, consultedId: string, { text, ...withKey }: Request): Promise<OpinionGiven> {
    const read = await readToSign<WordsToSign, OpinionGiven>(this.transactions, actor, (tx) =>
      this.answer.answerable(tx, actor, consultedId, { text }),
    );
    if (!(read instanceof ToSign)) return read;
    const signature = await this.signer.sign(actor, read.read, withKey);
    return await this.answer.execute(actor, consultedId, { text }, signature);
  }
}
