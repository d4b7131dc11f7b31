import type { Actor } from '@patravali/authorization';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';

/**
 * Takes a document for a new receipt. A document belongs to one receipt, and only the post that uploaded it may diarise
 * it: so the lock on that post lets one of two racing requests through.
 * @throws Refusal `unknown-document`, `document-in-use`.
 */
export async function takeDocument(tx: Transaction, actor: Actor, documentId: string): Promise<void> {
  const { organisationId, postId } = actor;
  await tx.query('SELECT id FROM post WHERE organisation_id = $1 AND id = $2 FOR NO KEY UPDATE', [
    organisationId,
    postId,
  ]);
  const [document] = await tx.query<{ diary_number: string | null }>(
    `SELECT r.diary_number FROM document d
     LEFT JOIN receipt r ON r.organisation_id = d.organisation_id AND r.document_id = d.id
     WHERE d.organisation_id = $1 AND d.id = $2 AND d.uploaded_by_post_id = $3
       AND NOT EXISTS (SELECT FROM issue i WHERE i.organisation_id = d.organisation_id AND i.document_id = d.id)`,
    [organisationId, documentId, postId],
  );
  const errors = [{ pointer: '#/documentId', detail: document ? 'document-in-use' : 'unknown-document' }];
  if (!document) throw new Refusal('unknown-document', {}, { errors });
  const diaryNumber = document.diary_number;
  if (diaryNumber !== null) throw new Refusal('document-in-use', { diaryNumber }, { errors });
}
