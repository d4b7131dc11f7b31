import { Injectable, Logger } from '@nestjs/common';
import type { Principal } from '@patravali/authorization';
import type { DraftIssued } from '@patravali/contract';
import { appendCorrespondence } from '@patravali/correspondence';
import { FileCustody } from '@patravali/custody';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { enterIssued, Issue, issuedLetter, lettersLongNumbered } from '@patravali/dispatch';
import { addDocument } from '@patravali/documents';
import { EntityManager } from 'typeorm';
import { draftStateAfter } from '../draft-lifecycle';
import { Draft } from '../draft.entities';
import type { LetterData } from '../letter/letter-data';
import type { IssueJob } from './finishing-jobs';
import { type PrintedLetter, PrintLetter } from './print-letter';

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
  ) {}

  /** @throws Refusal `illegal-draft-move` for a number that was cancelled, and those of typesetter and store. */
  async execute(by: Principal, issueId: string): Promise<DraftIssued> {
    const { organisationId } = by;
    const issue = await this.database.findOneByOrFail(Issue, { organisationId, id: issueId });
    const made = issue.state === 'numbered' ? await this.make(by, issue) : null;
    const issued = made ?? (await issuedLetter(this.database, organisationId, issueId));
    if (issued) return issued;
    const draft = await this.database.findOneByOrFail(Draft, { organisationId, id: issue.draftId });
    draftStateAfter('issue', draft.state);
    throw new Error(`The letter ${issueId} is neither numbered, issued nor cancelled`);
  }

  /** In the name of whoever numbered it. */
  async executeJob({ organisationId, issueId }: IssueJob): Promise<void> {
    const issue = await this.database.findOneBy(Issue, { organisationId, id: issueId });
    if (issue?.state === 'numbered') await this.execute(issuerOf(issue), issueId);
  }

  /** Tries once more what has been numbered for more than an hour; what fails again waits for the next hour. */
  async executeAbandoned(): Promise<void> {
    for (const job of await lettersLongNumbered(this.database)) {
      await this.executeJob(job).catch((error: unknown) => this.logger.warn(String(error)));
    }
  }

  /** Null when somebody else was faster. */
  private async make(by: Principal, issue: Issue): Promise<DraftIssued | null> {
    // Written by `numberDraft`, and by nobody else.
    const letter = issue.letter as LetterData;
    const printed = await this.printLetter.issue({ letter, number: issue.number, signedAt: issue.issuedAt });
    try {
      return await this.transactions.run(by, (tx) => enter(tx, { issue, letter, printed }));
    } catch (error) {
      if (error instanceof NoLongerNumbered) return null;
      throw error;
    }
  }
}

interface Made {
  readonly issue: Issue;
  readonly letter: LetterData;
  readonly printed: PrintedLetter;
}

async function enter(tx: Transaction, { issue, letter, printed }: Made): Promise<DraftIssued> {
  const { id: issueId, number, issuedOn, fileId, draftId, draftVersion } = issue;
  const custody = await tx.lock(FileCustody, { fileId });
  const draft = await tx.lock(Draft, { id: draftId });
  if (draft.state !== 'numbered') throw new NoLongerNumbered();
  const issuer = issuerOf(issue);
  const fileName = `${number.replaceAll(/[/\\]/g, '-')}.pdf`;
  const document = await addDocument(tx, issuer, { ...printed, fileName, hasText: true });
  const { addressees, copyTo } = letter;
  await enterIssued(tx, issueId, { documentId: document.id, addressees, copyTo });
  const { contentHash, ...placed } = await appendCorrespondence(tx, issuer, custody, {
    ...{ document, from: { issueId }, flag: null, opens: false },
  });
  const state = draftStateAfter('issue', draft.state);
  await tx.update(Draft, { id: draftId }, { state, changedAt: NOW, version: draft.version + 1 });
  await tx.record({
    subject: { kind: 'file', id: fileId },
    name: 'draft.issued',
    relatedId: issueId,
    contentHash,
    data: { draftId, ordinal: draft.ordinal, draftVersion, number, ...placed },
  });
  return { id: draftId, issueId, number, issuedOn, documentId: document.id, ...placed };
}

const issuerOf = ({ organisationId, issuedByUserId, issuedByPostId, issuedCapacity }: Issue) => ({
  organisationId,
  userId: issuedByUserId,
  postId: issuedByPostId,
  capacity: issuedCapacity,
});
