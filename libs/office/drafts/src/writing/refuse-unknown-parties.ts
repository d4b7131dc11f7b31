import { Receipt } from '@patravali/dak';
import type { SqlRunner, Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { isPostOf } from '@patravali/organisation';

/** The post that is to sign must be one of the office. @throws Refusal `unknown-post`. */
export async function refuseUnknownSignatory(
  database: SqlRunner,
  organisationId: string,
  signatoryPostId: string,
): Promise<void> {
  const errors = [{ pointer: '#/content/signatoryPostId', detail: 'unknown-post' }];
  if (!(await isPostOf(database, organisationId, signatoryPostId))) throw new Refusal('unknown-post', {}, { errors });
}

/** A reply answers a letter that lies on the same file. @throws Refusal `invalid-input`. */
export async function refuseForeignReply(tx: Transaction, fileId: string, receiptId: string | null): Promise<void> {
  if (receiptId === null) return;
  const errors = [{ pointer: '#/replyToReceiptId', detail: 'not-on-file' }];
  if (!(await tx.find(Receipt, { id: receiptId, fileId }))) throw new Refusal('invalid-input', {}, { errors });
}
