import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { z } from 'zod';

/**
 * Whether something is written in the note of this alias, as an expression. Its paragraphs, if one has a number; else the
 * text itself is asked, which may have words without any.
 */
export const hasWords = (note: string): string =>
  `(${note}.paragraphs > 0 OR ${note}.content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}'))`;

/** Whether a note of the file has a word. The custody tells, unless all of them are without numbers. */
export async function sheetHasWords(tx: Transaction, custody: FileCustody): Promise<boolean> {
  if (custody.paragraphs > 0 || custody.notes === 0) return custody.paragraphs > 0;
  const [found] = await tx.select(
    z.object({ number: z.int() }),
    `SELECT n.number FROM note n WHERE n.organisation_id = $1 AND n.file_id = $2 AND ${hasWords('n')} LIMIT 1`,
    [custody.organisationId, custody.fileId],
  );
  return found !== undefined;
}
