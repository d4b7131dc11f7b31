import { EnclosedDocument } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { ENCLOSED_DOCUMENTS } from './letter-enclosures';

/** The number of the letter whose id this expression gives; null for none. */
export const numberOfIssue = (organisationId: string, issueId: string): string =>
  `(SELECT i.number FROM issue i WHERE i.organisation_id = ${organisationId} AND i.id = ${issueId})`;

export interface LetterWithEnclosures {
  readonly number: string;
  /** The ids of the documents that went with it. */
  readonly enclosed: readonly string[];
}

const ROW = z.object({ number: z.string(), enclosed: z.array(EnclosedDocument) });

/** Whoever asks may read the file of the letter. */
export async function letterWithEnclosures(
  database: SqlRunner,
  organisationId: string,
  issueId: string,
): Promise<LetterWithEnclosures | null> {
  const [row] = await select(
    database,
    ROW,
    `SELECT i.number, ${ENCLOSED_DOCUMENTS} AS enclosed FROM issue i WHERE i.organisation_id = $1 AND i.id = $2`,
    [organisationId, issueId],
  );
  return row ? { number: row.number, enclosed: row.enclosed.map(({ documentId }) => documentId) } : null;
}
