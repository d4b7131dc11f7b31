import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import type { LetterSigned, SignLetter as Request } from '@patravali/contract';
import { Transactions } from '@patravali/database';
import { Serves } from '@patravali/operations';
import { officeTime, OpenKey, preparedAt } from '@patravali/signing';
import { EntityManager } from 'typeorm';
import { refuseSettled } from '../register/refuse-settled';
import { signaturesOf } from '../register/standing-pdf';
import { Issue } from '../register/issue.entities';
import { LetterSigning, SignedBefore } from './letter-signing';
import { refuseOutOfTurn } from './to-be-signed';
import { LettersToSign } from './letters-to-sign';

/**
 * An officer signs a numbered letter with a key of his own. The signature is made while nothing is held; then it is entered, and the
 * last one issues the letter, or has the own copies of its addressees made, with which it is issued. What fails leaves the
 * letter waiting, and at most an object that no row names.
 */
@Injectable()
export class SignLetter {
  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly letters: LettersToSign,
    private readonly openKey: OpenKey,
    private readonly letterSigning: LetterSigning,
  ) {}

  /**
   * @throws Refusal `not-found` for whoever does not sign it; `illegal-draft-move` once its number is cancelled, `not-your-turn`,
   * `signatory-changed`; `key-ended`, `certificate-not-valid`, `passphrase-wrong`; of a token `signature-unfit`, `prepared-long-ago`;
   * `timestamp-unavailable`, which is remembered; those of typesetter and store.
   */
  @Serves('signLetter')
  async execute(actor: Actor, issueId: string, request: Request): Promise<LetterSigned> {
    const { organisationId } = actor;
    const turn = await this.letters.turn(actor, issueId);
    if (turn.signed >= turn.ordinal) return await this.answerAgain(actor, issueId);
    const issue = await this.database.findOneByOrFail(Issue, { organisationId, id: issueId });
    refuseOutOfTurn(actor, issue, turn);
    const { made, ...withKey } = request;
    const key = await this.openKey.execute(actor, { ...withKey, signature: made?.signature ?? null });
    const now = await officeTime(this.database);
    const at = made ? preparedAt(made.at, now) : now;
    const signing = await this.letterSigning.execute(actor, { issue, turn, key, at });
    try {
      return await this.transactions.run(actor, (tx) => this.letterSigning.enter(tx, actor, signing));
    } catch (error) {
      if (error instanceof SignedBefore) return await this.answerAgain(actor, issueId);
      throw error;
    }
  }

  /** The answer that was kept, if the request comes again; else how the letter stands. */
  private async answerAgain(actor: Actor, issueId: string): Promise<LetterSigned> {
    try {
      return await this.transactions.run<LetterSigned>(actor, async (tx) => {
        // What was answered under its key comes with the first that is asked.
        await signaturesOf(tx, actor.organisationId, issueId);
        throw new SignedBefore();
      });
    } catch (error) {
      if (!(error instanceof SignedBefore)) throw error;
      const { signed, of } = await this.letters.turn(actor, issueId);
      const { state, number } = await this.database.findOneByOrFail(Issue, {
        organisationId: actor.organisationId,
        id: issueId,
      });
      if (state === 'cancelled') refuseSettled(state);
      return { issueId, number, state: state === 'issued' ? 'issued' : 'numbered', signed, of };
    }
  }
}
