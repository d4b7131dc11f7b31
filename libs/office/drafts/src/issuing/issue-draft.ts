import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Actor, Principal } from '@patravali/authorization';
import { addressOnLetters, CONFIG, type Config } from '@patravali/config';
import type { DraftIssued } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Refusal, type RefusalKind } from '@patravali/errors';
import { FinishIssue } from './finish-issue';
import { AlreadyNumbered, numberDraft, type Numbered, type Numbering } from './number-draft';
import { OfficeKey } from './office-key';

/** Seconds after which it is worth asking for the letter again. */
const RETRY_AFTER = 30;

/** The number was cancelled meanwhile; the key was used for something else. All else is about the office. */
const OF_THE_REQUEST: readonly RefusalKind[] = ['conflict', 'invalid'];

/**
 * Issues an approved draft in two steps: it is numbered, then made. When the second one fails, the letter stays numbered:
 * the same request finishes it, as does a job. A draft that is numbered already is only finished.
 */
@Injectable()
export class IssueDraft {
  private readonly logger = new Logger(IssueDraft.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly officeKey: OfficeKey,
    private readonly finishIssue: FinishIssue,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'demo'>,
  ) {}

  /**
   * @throws Refusal of the draft's life cycle, `issued-elsewhere`, `signing-not-configured`, `characters-not-printable`: then
   * no number is drawn. `letter-unfinished`: it is drawn, and the letter is not made yet.
   */
  async execute(actor: Actor, draftId: string, ifMatch?: number): Promise<DraftIssued> {
    const noKey = await this.officeKey.missing();
    const address = addressOnLetters(this.config);
    const { numbered, by } = await this.number(actor, { draftId, ifMatch, noKey, address });
    try {
      return await this.finishIssue.execute(by, numbered.issueId);
    } catch (error) {
      if (error instanceof Refusal && OF_THE_REQUEST.includes(error.kind)) throw error;
      if (!(error instanceof Refusal)) this.logger.error(error);
      throw new Refusal('letter-unfinished', { number: numbered.number }, { retryAfter: RETRY_AFTER, cause: error });
    }
  }

  /** The key of a request counts once: for the step that it has begun with. */
  private async number(actor: Actor, numbering: Numbering): Promise<{ numbered: Numbered; by: Principal }> {
    try {
      const numbered = await this.transactions.run(actor, (tx) => numberDraft(tx, actor, numbering));
      const { organisationId, userId, postId, capacity } = actor;
      return { numbered, by: { organisationId, userId, postId, capacity } };
    } catch (error) {
      if (error instanceof AlreadyNumbered) return { numbered: error.numbered, by: actor };
      throw error;
    }
  }
}
