import { diaryNumberInBoth } from '@patravali/contract';
import type { Actor } from '@patravali/authorization';
import type { Transaction } from '@patravali/database';
import { claimDocument, type DocumentUses, wantText } from '@patravali/documents';
import { Refusal } from '@patravali/errors';
import { takeTurns } from '@patravali/organisation';
import { Receipt } from './receipt.entity';

/**
 * Takes a document for a new receipt. A document belongs to one receipt, and only the post that uploaded it may diarise
 * it: so the lock on that post lets one of two racing requests through. Its scans are read from then on.
 * @throws Refusal `unknown-document`, `document-in-use`.
 */
export async function takeDocument(
  tx: Transaction,
  uses: DocumentUses,
  actor: Actor,
  documentId: string,
): Promise<void> {
  await takeTurns(tx, actor.postId);
  const claim = await claimDocument(tx, uses, actor, documentId);
  if (claim === 'free') {
    await wantText(tx, actor.organisationId, documentId);
    return;
  }
  const receipt = claim === 'used' ? await tx.find(Receipt, { documentId }) : null;
  const errors = (detail: string) => ({ errors: [{ pointer: '#/documentId', detail }] });
  if (!receipt) throw new Refusal('unknown-document', {}, errors('unknown-document'));
  throw new Refusal('document-in-use', { diaryNumber: diaryNumberInBoth(receipt) }, errors('document-in-use'));
}
