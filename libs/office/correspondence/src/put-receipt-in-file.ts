import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { GRADINGS, type PutInFile, type PutReceiptInFile as PutReceiptInFileRequest } from '@patravali/contract';
import { type Transaction, Transactions } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type FileCustody, lockCustody } from '@patravali/files';
import { appendCorrespondence, type NewLetter } from './append-correspondence';
import { changeReceipt, lockReceipt } from './lock-receipt';
import type { Receipt } from './receipt.entity';

/** Puts a receipt into a file for good. The actor holds both; the file is locked first, as everywhere. */
@Injectable()
export class PutReceiptInFile {
  constructor(private readonly transactions: Transactions) {}

  execute(actor: Actor, receiptId: string, request: PutReceiptInFileRequest, ifMatch?: number): Promise<PutInFile> {
    return this.transactions.run(actor, async (tx) => {
      const { fileId, flag } = request;
      const custody = await lockCustody(tx, actor, { fileId, move: 'add_receipt' });
      const { receipt, state } = await lockReceipt(tx, actor, { receiptId, move: 'put_in_file', ifMatch });
      refuseLessGraded(receipt, custody);
      const document = await documentOf(tx, receipt.documentId);
      const { contentHash, ...placed } = await appendCorrespondence(tx, actor, custody, {
        document,
        from: { receiptId },
        flag,
      });
      const version = await changeReceipt(tx, receipt, {
        state,
        holderPostId: null,
        fileId,
        ...(receipt.openedAt ? {} : { openedAt: () => 'clock_timestamp()' }),
      });
      await tx.record({
        subject: { kind: 'file', id: fileId },
        name: 'correspondence.added',
        relatedId: receiptId,
        contentHash,
        data: { ...placed, diaryNumber: receipt.diaryNumber, flag },
      });
      return { id: receiptId, version, ...placed };
    });
  }
}

/** Readers of a file read its letters, so a file never holds a letter graded above itself. */
function refuseLessGraded({ grading: receipt }: Receipt, { grading: file }: FileCustody): void {
  if (GRADINGS.indexOf(receipt) > GRADINGS.indexOf(file)) throw new Refusal('file-less-graded', { receipt, file });
}

async function documentOf(tx: Transaction, id: string): Promise<NewLetter['document']> {
  const [document] = await tx.query<NewLetter['document']>(
    'SELECT id, sha256, pages FROM document WHERE organisation_id = $1 AND id = $2',
    [tx.by.organisationId, id],
  );
  if (!document) throw new Error(`The document ${id} of a receipt is not there`);
  return document;
}
