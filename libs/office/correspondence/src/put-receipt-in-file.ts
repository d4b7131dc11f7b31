import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { GRADINGS, type PutInFile, type PutReceiptInFile as PutReceiptInFileRequest } from '@patravali/contract';
import { type FileCustody, lockCustody } from '@patravali/custody';
import { type Receipt, changeReceipt, lockReceipt } from '@patravali/dak';
import { NOW, type Transaction, Transactions } from '@patravali/database';
import { Document } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { backFromParking, returnInEvent } from '@patravali/movement';
import { Serves } from '@patravali/operations';
import { z } from 'zod';
import { appendCorrespondence, type NewLetter } from './on-file/append-correspondence';
import { takeFlag } from './on-file/take-flag';

/** Puts a receipt into a file. The actor holds both; the file is locked first, as everywhere. */
@Injectable()
export class PutReceiptInFile {
  constructor(private readonly transactions: Transactions) {}

  @Serves('putReceiptInFile')
  execute(actor: Actor, receiptId: string, request: PutReceiptInFileRequest, ifMatch?: number): Promise<PutInFile> {
    return this.transactions.run(actor, async (tx) => {
      const { fileId, flag, answersIssueId = null } = request;
      const { custody } = await lockCustody(tx, actor, { fileId, move: 'add_receipt' });
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'put_in_file', ifMatch });
      refuseLessGraded(receipt, custody);
      await refuseAnswerToOthers(tx, custody, answersIssueId);
      const takenFrom = await takeFlag(tx, custody, flag);
      const document = await documentOf(tx, receipt.documentId);
      const back = await backFromParking(tx, actor, custody, 'reply_received');
      const { contentHash, ...placed } = await appendCorrespondence(tx, actor, custody, {
        document,
        from: { receiptId, answersIssueId },
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
          diaryNumber: receipt.diaryNumber,
          flag,
          ...(answersIssueId === null ? {} : { answersIssueId }),
          ...(takenFrom !== null ? { takenFrom } : {}),
          ...returnInEvent(back),
        },
      });
      return { id: receiptId, version, ...placed };
    });
  }
}

/** Readers of a file read its letters, so a file never holds a letter graded above itself. */
function refuseLessGraded({ grading: receipt }: Receipt, { grading: file }: FileCustody): void {
  if (GRADINGS.indexOf(receipt) > GRADINGS.indexOf(file)) throw new Refusal('file-less-graded', { receipt, file });
}

/** A reply answers a letter that went out from this file, or from another volume of it. @throws Refusal `invalid-input`. */
async function refuseAnswerToOthers(tx: Transaction, custody: FileCustody, issueId: string | null): Promise<void> {
  if (issueId === null) return;
  const { organisationId, fileId } = custody;
  const [letter] = await tx.select(
    z.object({ serial: z.int() }),
    `SELECT k.serial FROM correspondence k WHERE k.organisation_id = $1 AND k.issue_id = $2
       AND k.file_id IN (SELECT volumes_of($1, $3))`,
    [organisationId, issueId, fileId],
  );
  const errors = [{ pointer: '#/answersIssueId' as const, detail: 'not-on-file' }];
  if (!letter) throw new Refusal('invalid-input', {}, { errors });
}

async function documentOf(tx: Transaction, id: string): Promise<NewLetter['document']> {
  const document = await tx.find(Document, { id });
  if (!document) throw new Error(`The document ${id} of a receipt is not there`);
  return document;
}
