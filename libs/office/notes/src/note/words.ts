import type { FileCustody } from '@patravali/custody';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

/**
 * Whether something is written in the note of this alias, as an expression. Its paragraphs, if one has a number; else the
 * text itself is asked, which may have words without any.
 */
export const hasWords = (note: string): string =>
  `(${note}.paragraphs > 0 OR ${note}.content NOT IN ('{"version": 1, "paragraphs": []}', '{"version": 2, "blocks": []}'))`;

type Sheet = Pick<FileCustody, 'fileId' | 'organisationId' | 'notes' | 'paragraphs'>;

/** The files that have a note with a word. The custody tells, unless all notes of a file are without numbers. */
export async function sheetsWithWords(database: SqlRunner, sheets: readonly Sheet[]): Promise<Set<string>> {
  const numbered = sheets.filter(({ paragraphs }) => paragraphs > 0);
  const [first, ...others] = sheets.filter(({ paragraphs, notes }) => paragraphs === 0 && notes > 0);
  const found = first
    ? await select(
        database,
        z.object({ fileId: z.uuid() }),
        `SELECT wanted.file_id AS "fileId" FROM unnest($2::uuid[]) AS wanted (file_id)
         WHERE EXISTS (SELECT FROM note n WHERE n.organisation_id = $1 AND n.file_id = wanted.file_id AND ${hasWords('n')})`,
        [first.organisationId, [first, ...others].map(({ fileId }) => fileId)],
      )
    : [];
  return new Set([...numbered, ...found].map(({ fileId }) => fileId));
}
