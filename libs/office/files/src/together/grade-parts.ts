import type { Grading } from '@patravali/contract';
import { CUSTODY, FileCustody, gradePart } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';
import { isAbove } from './gradings';

/**
 * The notes of an incorporated part stand on the sheet of its main file: a part that is graded below it is graded with it. The
 * other way round it stays as it is. A file that has no parts asks nothing.
 * @returns the numbers of those that were graded.
 */
export async function gradeParts(tx: Transaction, main: FileCustody, grading: Grading): Promise<string[]> {
  if (main.parts === 0) return [];
  const parts = await tx.select(
    z.object({ id: z.uuid(), number: z.string() }),
    `SELECT c.file_id AS id, f.number FROM office_file f
       JOIN ${CUSTODY} ON c.organisation_id = f.organisation_id AND c.file_id = f.id
     WHERE f.organisation_id = $1 AND f.main_file_id = $2 AND c.incorporated ORDER BY f.part`,
    [tx.by.organisationId, main.fileId],
  );
  const graded: string[] = [];
  for (const { id: fileId, number } of parts) {
    const part = await tx.lock(FileCustody, { fileId });
    if (!isAbove(grading, part.grading)) continue;
    await gradePart(tx, part, grading);
    graded.push(number);
  }
  return graded;
}
