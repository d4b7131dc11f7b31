import type { Transaction } from '@patravali/database';
import { z } from 'zod';

/** Of two linked files there is one row, in the order of their ids. */
const PAIR = 'LEAST($2::uuid, $3::uuid), GREATEST($2::uuid, $3::uuid)';
const LINKED = z.object({ fileId: z.uuid() });

/** Links two files. @returns whether they were not linked before. */
export async function writeLink(tx: Transaction, fileId: string, otherFileId: string): Promise<boolean> {
  const written = await tx.select(
    LINKED,
    `INSERT INTO file_link (organisation_id, file_id, other_file_id) VALUES ($1, ${PAIR})
     ON CONFLICT DO NOTHING RETURNING file_id AS "fileId"`,
    [tx.by.organisationId, fileId, otherFileId],
  );
  return written.length > 0;
}

/** @returns whether they were linked. */
export async function deleteLink(tx: Transaction, fileId: string, otherFileId: string): Promise<boolean> {
  const deleted = await tx.select(
    LINKED,
    `DELETE FROM file_link WHERE organisation_id = $1 AND (file_id, other_file_id) = (${PAIR})
     RETURNING file_id AS "fileId"`,
    [tx.by.organisationId, fileId, otherFileId],
  );
  return deleted.length > 0;
}

/** The ids of the files that are linked to that of `c`: a list for `IN`. */
export const LINKED_IDS = `SELECT CASE l.file_id WHEN c.file_id THEN l.other_file_id ELSE l.file_id END FROM file_link l
  WHERE l.organisation_id = c.organisation_id AND (l.file_id = c.file_id OR l.other_file_id = c.file_id)`;
