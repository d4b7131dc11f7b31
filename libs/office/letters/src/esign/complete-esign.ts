import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { LetterSigned } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { Serves } from '@patravali/operations';
import {
  endSpentKey,
  ESignKey,
  keepSpentKey,
  officeTime,
  PREPARED_FOR_MINUTES,
  type SpentKey,
} from '@patravali/signing';
import { EntityManager } from 'typeorm';
import { LetterSigning, type Signing, SignedBefore } from '../signing/letter-signing';
import { refuseOutOfTurn } from '../signing/to-be-signed';
import { signaturesOf } from '../register/standing-pdf';
import { Issue } from '../register/issue.entities';
import { LettersToSign } from '../signing/letters-to-sign';
import { endESignRequest, type PendingESign, pendingESign } from './esign-requests';

/** After these the officer goes to the service anew; else what came may still be completed. */
const OF_THE_ANSWER: readonly string[] = ['esign-late', 'esign-declined', 'esign-unfit', 'esign-other-person'];

interface Completed {
  readonly pending: PendingESign;
  readonly key: SpentKey;
  readonly signing: Signing;
}

/**
 * An officer has come back from the eSign service: its signature is put into the letter, once. It is one over what he was shown, since
 * the same bytes come out of the same words and the same time, and by him, since its certificate names him.
 */
@Injectable()
export class CompleteESign {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly letters: LettersToSign,
    private readonly eSignKey: ESignKey,
    private readonly letterSigning: LetterSigning,
  ) {}

  /**
   * @throws Refusal `not-found` for whoever does not sign it; `esign-unknown` when nothing is waited for, `esign-late`,
   * `esign-unanswered`, `esign-declined`, `esign-unfit`, `esign-other-person`; `illegal-draft-move`, `not-your-turn`,
   * `signatory-changed`, `certificate-not-valid`, `timestamp-unavailable`, and those of typesetter and store.
   */
  @Serves('completeESign')
  async execute(actor: Actor, issueId: string): Promise<LetterSigned> {
    const { organisationId } = actor;
    const turn = await this.letters.turn(actor, issueId);
    const pending = await pendingESign(this.database, { organisationId, issueId, ordinal: turn.ordinal });
    if (!pending || turn.signed >= turn.ordinal) return await this.answerAgain(actor, issueId);
    const issue = await this.database.findOneByOrFail(Issue, { organisationId, id: issueId });
    refuseOutOfTurn(actor, issue, turn);
    try {
      const now = await officeTime(this.database);
      const key = await this.eSignKey.execute(actor, signedIn(pending, now));
      const toSign = { issue, turn, key, at: new Date(pending.at) };
      const made = await this.letterSigning.execute(actor, toSign).catch((error: unknown) => {
        // A token would be asked anew.
        const isUnfit = error instanceof Refusal && error.code === 'signature-unfit';
        throw isUnfit ? new Refusal('esign-unfit', {}, { cause: error }) : error;
      });
      // The key is younger than what was prepared: the letter was signed while he was away.
      const signing = { ...made, at: now };
      return await this.transactions.run(actor, (tx) => this.enter(tx, actor, { pending, key, signing }));
    } catch (error) {
      if (error instanceof SignedBefore) return await this.answerAgain(actor, issueId);
      if (error instanceof Refusal && OF_THE_ANSWER.includes(error.code)) {
        await endESignRequest(this.database, pending.transaction);
      }
      throw error;
    }
  }

  /** The answer that was kept, if the request comes again. @throws Refusal `esign-unknown` */
  private async answerAgain(actor: Actor, issueId: string): Promise<LetterSigned> {
    return await this.transactions.run<LetterSigned>(actor, async (tx) => {
      // What was answered under its key comes with the first that is asked.
      await signaturesOf(tx, actor.organisationId, issueId);
      throw new Refusal('esign-unknown');
    });
  }

  private async enter(tx: Transaction, actor: Actor, { pending, key, signing }: Completed): Promise<LetterSigned> {
    if (!(await endESignRequest(tx, pending.transaction))) throw new SignedBefore();
    await keepSpentKey(tx, actor.userId, key);
    const signed = await this.letterSigning.enter(tx, actor, signing);
    await endSpentKey(tx, key);
    return signed;
  }
}

function signedIn({ at, answered, signature, certificate }: PendingESign, now: Date) {
  const minutes = (now.getTime() - new Date(at).getTime()) / 60_000;
  if (minutes > PREPARED_FOR_MINUTES) throw new Refusal('esign-late', { minutes: PREPARED_FOR_MINUTES });
  if (!answered) throw new Refusal('esign-unanswered');
  if (signature === null || certificate === null) throw new Refusal('esign-declined');
  return { signature, certificate };
}
