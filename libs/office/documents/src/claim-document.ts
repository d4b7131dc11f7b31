import type { Actor } from '@patravali/authorization';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import type { DocumentUses } from './document/document-uses';

/**
 * Whether the actor's post may take this document for something new: it uploaded it, and nothing uses it.
 * @returns `unknown` for a document of another post, `used` for one that something uses already.
 */
export async function claimDocument(
  tx: Transaction,
  uses: DocumentUses,
  { organisationId, postId }: Actor,
  documentId: string,
): Promise<'free' | 'used' | 'unknown'> {
  const [document] = await tx.select(
    z.object({ unused: z.boolean() }),
    `SELECT ${uses.unused()} AS unused FROM document d
     WHERE d.organisation_id = $1 AND d.id = $2 AND d.uploaded_by_post_id = $3`,
    [organisationId, documentId, postId],
  );
  if (!document) return 'unknown';
  return document.unused ? 'free' : 'used';
}
