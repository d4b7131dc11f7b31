import { Injectable, Logger } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { RefusalKind } from '@patravali/contract';
import { type Principal, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { kindOf } from '@patravali/operations';
import { CheckEnclosures } from '../enclosures/check-enclosures';
import { AlreadyNumbered, numberDraft, type Numbered, type Numbering } from './number-draft';

/** Seconds after which it is worth asking for the letter again. */
const RETRY_AFTER = 30;

/** The number was cancelled meanwhile; the key was used for something else. All else is about the office. */
const OF_THE_REQUEST: readonly RefusalKind[] = ['conflict', 'invalid'];

interface Drawn {
  readonly numbered: Numbered;
  readonly by: Principal;
  /** The number was drawn before. */
  readonly again: boolean;
}

/** The first step of issuing and what may go wrong in the second, whether the office seals the letter or its officers sign it. */
@Injectable()
export class DrawNumber {
  private readonly logger = new Logger(DrawNumber.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly checkEnclosures: CheckEnclosures,
  ) {}

  /** The key of a request counts once: for the step that it has begun with. */
  async execute(actor: Actor, numbering: Numbering): Promise<Drawn> {
    await this.checkEnclosures.execute(actor, numbering.draftId);
    try {
      const numbered = await this.transactions.run(actor, (tx) => numberDraft(tx, actor, numbering));
      const { organisationId, userId, postId, capacity } = actor;
      return { numbered, by: { organisationId, userId, postId, capacity }, again: false };
    } catch (error) {
      if (error instanceof AlreadyNumbered) return { numbered: error.numbered, by: actor, again: true };
      throw error;
    }
  }

  /** @throws Refusal `letter-unfinished` when the second step fails: the number is drawn. */
  async finish<T>({ number }: Pick<Numbered, 'number'>, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (error instanceof Refusal && OF_THE_REQUEST.includes(kindOf(error))) throw error;
      if (!(error instanceof Refusal)) this.logger.error(error);
      throw new Refusal('letter-unfinished', { number }, { retryAfter: RETRY_AFTER, cause: error });
    }
  }
}
