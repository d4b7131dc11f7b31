import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { GRADINGS, type PutInFile, type PutReceiptInFile as PutReceiptInFileRequest } from '@patravali/contract';
import { type FileCustody, lockCustody } from '@patravali/custody';
import { type Receipt, changeReceipt, diaryNumberInEvent, lockReceipt, scanOf } from '@patravali/dak';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Document } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { backFromParking, returnInEvent } from '@patravali/movement';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { type Answered, appendCorrespondence, type NewLetter } from './on-file/append-correspondence';
import { LetterSources } from './on-file/letter-sources';
import { takeFlag } from './on-file/take-flag';

/** Puts a receipt into a file. The actor holds both; the file is locked first, as everywhere. */
@Injectable()
export class PutReceiptInFile {
  constructor(
    private readonly transactions: Transactions,
    private readonly sources: LetterSources,
  ) {}

  @Serves('putReceiptInFile')
  execute(actor: Actor, receiptId: string, request: PutReceiptInFileRequest, ifMatch?: number): Promise<PutInFile> {
    return this.transactions.run(actor, async (tx) => {
      const { fileId, flag } = request;
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'add_receipt' });
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'put_in_file', ifMatch });
      const documentId = scanOf(receipt);
      refuseLessGraded(receipt, custody);
      const answered = await this.answeredBy(tx, custody, request);
      const takenFrom = await takeFlag(tx, custody, flag);
      const document = await documentOf(tx, documentId);
      const back = await backFromParking(tx, actor, custody, 'reply_received');
      const { contentHash, ...placed } = await appendCorrespondence(tx, actor, custody, {
        document,
        from: { receiptId, answers: answered },
        flag,
        opens: true,
        custody: back,
      });
      const version = await changeReceipt(tx, receipt, {
        state,
        holderPostId: null,
        fileId,
        ...(receipt.openedAt ? {} : { openedAt: NOW }),
      });
      await tx.record('correspondence.added', fileId, {
        relatedId: receiptId,
        contentHash,
        data: {
          ...placed,
          ...diaryNumberInEvent(receipt),
          flag,
          ...answerInEvent(answered),
          ...(takenFrom !== null ? { takenFrom } : {}),
          ...returnInEvent(back),
        },
      });
      return { id: receiptId, version, ...placed };
    });
  }

  /**
   * A reply answers a letter that went out from this file, or from another volume of it, for one of its addressees: whose
   * it is need not be said of a letter to one. @throws Refusal `invalid-input`, `recipient-unknown`.
   */
  private async answeredBy(
    tx: Transaction,
    { organisationId, fileId }: FileCustody,
    { answersIssueId: issueId, answersRecipient: said }: PutReceiptInFileRequest,
  ): Promise<NumberedAnswer | null> {
    if (issueId === undefined) return null;
    const { issues } = this.sources;
    const [letter] = await tx.select(
      z.object({ number: z.string(), addressees: z.array(z.int()) }),
      `SELECT ${issues.number} AS number, ${issues.addressees} AS addressees FROM correspondence r ${issues.join}
       WHERE r.organisation_id = $1 AND r.issue_id = $2 AND r.file_id IN (SELECT volumes_of($1, $3))`,
      [organisationId, issueId, fileId],
    );
    if (!letter) throw refused('#/answersIssueId', 'not-on-file');
    const { number, addressees } = letter;
    const [first = null, ...others] = addressees;
    if (said === undefined && others.length > 0) throw refused('#/answersRecipient', 'missing');
    const position = said ?? first;
    if (position !== null && !addressees.includes(position))
      throw new Refusal(
        'recipient-unknown',
        {},
        { errors: [{ pointer: '#/answersRecipient', detail: 'recipient-unknown' }] },
      );
    return { issueId, position, number };
  }
}

/** With the number of the letter, as it bears it. */
type NumberedAnswer = Answered & { readonly number: string };

const refused = (pointer: string, detail: string) =>
  new Refusal('invalid-input', {}, { errors: [{ pointer, detail }] });

const answerInEvent = (answered: NumberedAnswer | null) =>
  answered && {
    answersIssueId: answered.issueId,
    answersNumber: answered.number,
    ...(answered.position === null ? {} : { answersRecipient: answered.position }),
  };

/** Readers of a file read its letters, so a file never holds a letter graded above itself. */
function refuseLessGraded({ grading: receipt }: Receipt, { grading: file }: FileCustody): void {
  if (GRADINGS.indexOf(receipt) > GRADINGS.indexOf(file)) throw new Refusal('file-less-graded', { receipt, file });
}

async function documentOf(tx: Transaction, id: string): Promise<NewLetter['document']> {
  const document = await tx.find(Document, { id });
  if (!document) throw new Error(`The document ${id} of a receipt is not there`);
  return document;
}
