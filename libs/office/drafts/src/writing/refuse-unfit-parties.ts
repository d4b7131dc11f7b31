import { Receipt } from '@patravali/dak';
import type { SqlRunner, Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { refuseNonOfficer } from '@patravali/organisation';

/** Only an officer's post signs; it may be vacant, then the letter waits. @throws Refusal `unknown-post`, `officer-needed`. */
export async function refuseUnfitSignatory(
  database: SqlRunner,
  organisationId: string,
  signatoryPostId: string,
): Promise<void> {
  await refuseNonOfficer(database, organisationId, { postId: signatoryPostId, pointer: '#/content/signatoryPostId' });
}

/** A reply answers a letter that lies on the same file. @throws Refusal `invalid-input`. */
export async function refuseForeignReply(tx: Transaction, fileId: string, receiptId: string | null): Promise<void> {
  if (receiptId === null) return;
  const errors = [{ pointer: '#/replyToReceiptId', detail: 'not-on-file' }];
  if (!(await tx.find(Receipt, { id: receiptId, fileId }))) throw new Refusal('invalid-input', {}, { errors });
}
