import { EnclosedDocument } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { ENCLOSED_DOCUMENTS } from './letter-enclosures';
import { numberOnLetter } from './issue-rows';

/** The number of the letter whose id this expression gives; null for none. */
export const numberOfIssue = (organisationId: string, issueId: string): string =>
  `(SELECT ${numberOnLetter('i')} FROM issue i WHERE i.organisation_id = ${organisationId} AND i.id = ${issueId})`;

/** The addressees of the issue whose ids these expressions give who got copies of their own, joined as `n`. */
export const joinOwnCopies = (organisationId: string, issueId: string): string =>
  `JOIN issue_recipient n ON n.organisation_id = ${organisationId} AND n.issue_id = ${issueId} AND n.document_id IS NOT NULL`;

export interface LetterWithEnclosures {
  readonly number: string;
  /** The ids of the documents that went with it. */
  readonly enclosed: readonly string[];
  /** Those of its own: the letter, and the copies of its addressees. */
  readonly own: readonly string[];
}

const ROW = z.object({ number: z.string(), enclosed: z.array(EnclosedDocument), own: z.array(z.uuid()) });

/** Whoever asks may read the file of the letter. */
export async function letterWithEnclosures(
  database: SqlRunner,
  organisationId: string,
  issueId: string,
): Promise<LetterWithEnclosures | null> {
  const [row] = await select(
    database,
    ROW,
    `SELECT ${numberOnLetter('i')} AS number, ${ENCLOSED_DOCUMENTS} AS enclosed,
       ARRAY(SELECT i.document_id UNION ALL SELECT n.document_id FROM issue_recipient n
         WHERE n.organisation_id = i.organisation_id AND n.issue_id = i.id AND n.document_id IS NOT NULL) AS own
     FROM issue i WHERE i.organisation_id = $1 AND i.id = $2 AND i.document_id IS NOT NULL`,
    [organisationId, issueId],
  );
  return row ? { ...row, enclosed: row.enclosed.map(({ documentId }) => documentId) } : null;
}
