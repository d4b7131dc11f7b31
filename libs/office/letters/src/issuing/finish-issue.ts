import { Injectable, Logger } from '@nestjs/common';
import type { DraftIssued } from '@patravali/contract';
import { FileCustody } from '@patravali/custody';
import { type Principal, type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { EntityManager } from 'typeorm';
import { refuseSettled } from '../register/refuse-settled';
import type { LetterData } from '../page/letter-data';
import type { IssueJob } from '../making/finishing-jobs';
import { PrepareToSign } from '../making/prepare-to-sign';
import { PrintLetter } from '../making/print-letter';
import { issuedLetter, lettersLongNumbered } from '../register/issued-letter';
import { signedByAll, type SignedByAll, hasSignatories } from '../register/standing-pdf';
import { Issue } from '../register/issue.entities';
import { NumberedDrafts } from './numbered-drafts';
import { enterLetter, type FinishedLetter, issuerOf } from './enter-letter';

type Made = Pick<FinishedLetter, 'issue' | 'letter' | 'printed' | 'copies'>;

/** Somebody else has finished or cancelled it meanwhile. */
class NoLongerNumbered extends Error {}

/**
 * The second step of issuing: the numbered letter is set, signed and stored, while no connection and no counter is held;
 * then its document and its office copy are entered. Any number may try at once: it is issued once, and all get the same
 * answer. What fails leaves the letter numbered, and at most an object that no row names.
 */
@Injectable()
export class FinishIssue {
  private readonly logger = new Logger(FinishIssue.name);

  constructor(
    private readonly transactions: Transactions,
    private readonly database: EntityManager,
    private readonly printLetter: PrintLetter,
    private readonly prepareToSign: PrepareToSign,
    private readonly drafts: NumberedDrafts,
  ) {}

  /**
   * @throws Refusal `illegal-draft-move` for a number that was cancelled, `letter-to-be-signed` where that is not the office's, and
   * those of typesetter and store.
   */
  async execute(by: Principal, issueId: string): Promise<DraftIssued> {
    const { organisationId } = by;
    const issue = await this.database.findOneByOrFail(Issue, { organisationId, id: issueId });
    if (issue.state === 'numbered' && (await this.isSigned(issue))) throw new Refusal('letter-to-be-signed');
    return await this.finishSealed(by, issue);
  }

  /**
   * In the name of whoever numbered it. One that officers sign is set, and waits for them; once they have signed it, the own copies of
   * its addressees are made.
   */
  async executeJob({ organisationId, issueId }: IssueJob): Promise<void> {
    const issue = await this.database.findOneBy(Issue, { organisationId, id: issueId });
    if (issue?.state !== 'numbered') return;
    if (await this.isSigned(issue)) await this.finishSigned(issue);
    else await this.finishSealed(issuerOf(issue), issue);
  }

  /** Tries once more what has been numbered for more than an hour; what fails again waits for the next hour. */
  async executeAbandoned(): Promise<void> {
    for (const job of await lettersLongNumbered(this.database)) {
      await this.executeJob(job).catch((error: unknown) => this.logger.warn(String(error)));
    }
  }

  private isSigned({ organisationId, id }: Issue): Promise<boolean> {
    return hasSignatories(this.database, organisationId, id);
  }

  private async finishSealed(by: Principal, issue: Issue): Promise<DraftIssued> {
    const { organisationId, id } = issue;
    const made = issue.state === 'numbered' ? await this.make(by, issue) : null;
    const issued = made ?? (await issuedLetter(this.database, organisationId, id));
    if (issued) return issued;
    const { state } = await this.database.findOneByOrFail(Issue, { organisationId, id });
    refuseSettled(state);
    throw new Error(`The letter ${id} is neither numbered, issued nor cancelled`);
  }

  private async finishSigned(issue: Issue): Promise<void> {
    const { organisationId, id } = issue;
    await this.prepareToSign.execute(organisationId, id);
    const signed = issue.ownCopies ? await signedByAll(this.database, organisationId, id) : null;
    if (signed) await this.make(issuerOf(issue), issue, signed);
  }

  /** Null when somebody else was faster. @param signed what its officers have signed; else the office seals it. */
  private async make(by: Principal, issue: Issue, signed?: SignedByAll): Promise<DraftIssued | null> {
    const { organisationId, number, ownCopies } = issue;
    // Written by `numberLetter`, and by nobody else.
    const letter = issue.letter as LetterData;
    const sealing = { organisationId, letter, number, signedAt: signed?.at ?? issue.issuedAt };
    const printed: Made['printed'] = signed ?? (await this.printLetter.issue(sealing));
    const copies = ownCopies ? await this.printLetter.ownCopies(sealing) : [];
    try {
      return await this.transactions.run(by, (tx) => this.enter(tx, { issue, letter, printed, copies }));
    } catch (error) {
      if (error instanceof NoLongerNumbered) return null;
      throw error;
    }
  }

  private async enter(tx: Transaction, made: Made): Promise<DraftIssued> {
    const custody = await tx.lock(FileCustody, { fileId: made.issue.fileId });
    const draft = await this.drafts.lock(tx, made.issue.draftId);
    if (draft.state !== 'numbered') throw new NoLongerNumbered();
    return await enterLetter(tx, { ...made, custody, draft });
  }
}
