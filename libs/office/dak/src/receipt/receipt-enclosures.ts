import type { EnclosedDocument } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { ENCLOSED_DOCUMENT, joinDocument } from '@patravali/documents';

/** The documents that came with letters of this office, as `e`. */
export const RECEIPT_ENCLOSURES = 'receipt_enclosure e';

/** What came with the receipt whose ids these expressions give, joined as `e`. */
export const joinReceiptEnclosures = (organisationId: string, receiptId: string): string =>
  `JOIN ${RECEIPT_ENCLOSURES} ON e.organisation_id = ${organisationId} AND e.receipt_id = ${receiptId}`;

/** What came with the receipt whose ids these expressions give: the contract's `enclosedDocuments`. */
export const enclosuresOfReceipt = (organisationId: string, receiptId: string): string =>
  `(SELECT COALESCE(jsonb_agg(${ENCLOSED_DOCUMENT.json} ORDER BY e.place), '[]') FROM ${RECEIPT_ENCLOSURES} ${joinDocument('e.document_id')}
    WHERE e.organisation_id = ${organisationId} AND e.receipt_id = ${receiptId})`;

/** They arrive with the letter, in its order; without any this asks nothing. */
export async function insertEnclosures(
  tx: Transaction,
  receiptId: string,
  enclosed: readonly EnclosedDocument[],
): Promise<void> {
  if (enclosed.length === 0) return;
  await tx.execute(
    `INSERT INTO receipt_enclosure (organisation_id, receipt_id, place, document_id, sha256, title)
     SELECT $1, $2, place, (enclosed ->> 'documentId')::uuid, enclosed ->> 'sha256', enclosed ->> 'title'
     FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS of_letter (enclosed, place)`,
    [tx.by.organisationId, receiptId, JSON.stringify(enclosed)],
  );
}
