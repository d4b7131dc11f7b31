import { select, type Transactions } from '@patravali/database';
import { lockOrganisation } from '@patravali/organisation';
import { type Sha256, toSha256 } from '@patravali/storage';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { DocumentUses } from '../document/document-uses';

const AT_ONCE = 1000;

/**
 * Deletes documents that were uploaded a week ago or earlier and belong to nothing: the clerk gave up, or uploaded again. The
 * event of the upload stays, and one of the organisation names those that are gone. What anything names is kept by its foreign key,
 * and what is younger by a trigger.
 * @returns the hashes of what they held, and of the pictures of which they were made.
 */
export async function deleteUnusedDocuments(
  database: EntityManager,
  transactions: Transactions,
  uses: DocumentUses,
): Promise<Set<Sha256>> {
  const unused = `d.uploaded_at < office_now() - INTERVAL '7 days' AND ${uses.unused()}`;
  const organisations = await select(
    database,
    z.object({ id: z.uuid() }),
    `SELECT DISTINCT d.organisation_id AS id FROM document d WHERE ${unused}`,
  );
  const hashes = new Set<Sha256>();
  for (const { id } of organisations) {
    const { deleted } = await transactions.run(ofOrganisation(id), async (tx) => {
      await lockOrganisation(tx);
      const deleted = await tx.select(
        z.object({ sha256: z.string(), pictures: z.array(z.string()) }),
        `WITH deleted AS (DELETE FROM document d USING (
           SELECT d.id FROM document d WHERE d.organisation_id = $1 AND ${unused} ORDER BY d.uploaded_at LIMIT ${AT_ONCE}
         ) unused WHERE d.id = unused.id RETURNING d.id, d.sha256)
         SELECT d.sha256, ARRAY(SELECT p.sha256 FROM document_picture p WHERE p.document_id = d.id) AS pictures FROM deleted d`,
        [id],
      );
      const data = { documents: deleted.length };
      await tx.record('organisation.unused_documents_deleted', id, { data });
      return { deleted };
    });
    for (const each of deleted.flatMap(({ sha256, pictures }) => [sha256, ...pictures])) hashes.add(toSha256(each));
  }
  return hashes;
}

const ofOrganisation = (organisationId: string) => ({ organisationId, userId: null, postId: null, capacity: null });
