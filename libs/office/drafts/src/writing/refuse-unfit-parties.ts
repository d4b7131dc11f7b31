import type { DraftContent } from '@patravali/contract';
import { Receipt } from '@patravali/dak';
import type { SqlRunner, Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { coSignatoriesOf } from '@patravali/letters';
import { refuseNonOfficer } from '@patravali/organisation';

/** Only posts of officers sign; one may be vacant, then the letter waits. @throws Refusal `unknown-post`, `officer-needed`. */
export async function refuseUnfitSignatories(
  database: SqlRunner,
  organisationId: string,
  content: Pick<DraftContent, 'signatoryPostId' | 'coSignatoryPostIds'>,
): Promise<void> {
  const { signatoryPostId: postId } = content;
  await refuseNonOfficer(database, organisationId, { postId, pointer: '#/content/signatoryPostId' });
  for (const [index, each] of coSignatoriesOf(content).entries())
    await refuseNonOfficer(database, organisationId, {
      postId: each,
      pointer: `#/content/coSignatoryPostIds/${index}`,
    });
}

/** A reply answers a letter that lies on the same file. @throws Refusal `invalid-input`. */
export async function refuseForeignReply(tx: Transaction, fileId: string, receiptId: string | null): Promise<void> {
  if (receiptId === null) return;
  const errors = [{ pointer: '#/replyToReceiptId', detail: 'not-on-file' }];
  if (!(await tx.find(Receipt, { id: receiptId, fileId }))) throw new Refusal('invalid-input', {}, { errors });
}
