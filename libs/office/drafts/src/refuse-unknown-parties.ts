import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';

/** The post that is to sign must be one of the office. @throws Refusal `unknown-post`. */
export async function refuseUnknownSignatory(
  database: Pick<Transaction, 'query'>,
  organisationId: string,
  signatoryPostId: string,
): Promise<void> {
  const [post] = await database.query('SELECT id FROM post WHERE organisation_id = $1 AND id = $2', [
    organisationId,
    signatoryPostId,
  ]);
  const errors = [{ pointer: '#/content/signatoryPostId', detail: 'unknown-post' }];
  if (!post) throw new Refusal('unknown-post', {}, { errors });
}

/** A reply answers a letter that lies on the same file. @throws Refusal `invalid-input`. */
export async function refuseForeignReply(tx: Transaction, fileId: string, receiptId: string | null): Promise<void> {
  if (receiptId === null) return;
  const [receipt] = await tx.query('SELECT id FROM receipt WHERE organisation_id = $1 AND id = $2 AND file_id = $3', [
    tx.by.organisationId,
    receiptId,
    fileId,
  ]);
  const errors = [{ pointer: '#/replyToReceiptId', detail: 'not-on-file' }];
  if (!receipt) throw new Refusal('invalid-input', {}, { errors });
}
