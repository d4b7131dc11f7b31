import { select } from '@patravali/database';
import { type Sha256, toSha256 } from '@patravali/storage';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { DocumentUses } from '../document/document-uses';

const AT_ONCE = 1000;

/**
 * Deletes documents that were uploaded a week ago or earlier and belong to nothing: the clerk gave up, or uploaded again. The
 * event of the upload stays. What anything names is kept by its foreign key, and what is younger by a trigger.
 * @returns the hashes of what they held.
 */
export async function deleteUnusedDocuments(database: EntityManager, uses: DocumentUses): Promise<Set<Sha256>> {
  const deleted = await select(
    database,
    z.object({ sha256: z.string() }),
    `DELETE FROM document d USING (
       SELECT d.id FROM document d
       WHERE d.uploaded_at < office_now() - INTERVAL '7 days' AND ${uses.unused()} ORDER BY d.uploaded_at LIMIT ${AT_ONCE}
     ) unused WHERE d.id = unused.id RETURNING d.sha256`,
  );
  return new Set(deleted.map(({ sha256 }) => toSha256(sha256)));
}
