import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { NotePrepared, PrepareOpinion as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { NoteSigner, type WordsToSign } from '@patravali/notes';
import { Serves } from '@patravali/operations';
import { readToSign, ToSign } from '@patravali/signing';
import { AnswerConsultation } from './answer-consultation';

/** What a token has to sign of an opinion that is about to be given; changes nothing. */
@Injectable()
export class PrepareOpinion {
  constructor(
    private readonly transactions: Transactions,
    private readonly answer: AnswerConsultation,
    private readonly signer: NoteSigner,
  ) {}

  /** @throws Refusal of `AnswerConsultation` and `NoteSigner`. */
  @Serves('prepareOpinion')
  async execute(actor: Actor, consultedId: string, { text, keyId }: Request): Promise<NotePrepared> {
    const read = await readToSign<WordsToSign, NotePrepared>(this.transactions, actor, (tx) =>
      this.answer.answerable(tx, actor, consultedId, { text }),
    );
    return read instanceof ToSign ? await this.signer.prepare(actor, read.read, keyId) : read;
  }
}
