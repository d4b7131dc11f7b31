import { DraftIssued } from '@patravali/contract';
import { OFFICE_COPY_PLACE } from '@patravali/correspondence';
import { projection, select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';
import { ISSUES } from './issue-abilities';
import { numberOnLetter } from './issue-rows';

const ISSUED = projection(DraftIssued, {
  id: 'i.draft_id',
  issueId: 'i.id',
  number: numberOnLetter('i'),
  issuedOn: 'i.issued_on',
  documentId: 'i.document_id',
  ...OFFICE_COPY_PLACE,
});

/** What issuing answers, whoever asks and however often; undefined for a letter that is not issued. */
export async function issuedLetter(
  database: SqlRunner,
  organisationId: string,
  issueId: string,
): Promise<DraftIssued | undefined> {
  const [issued] = await select(
    database,
    ISSUED.row,
    `SELECT ${ISSUED.columns} FROM ${ISSUES} WHERE i.organisation_id = $1 AND i.id = $2`,
    [organisationId, issueId],
  );
  return issued;
}

/** Letters that were numbered more than an hour ago and have not been made yet, the oldest first. */
export function lettersLongNumbered(database: SqlRunner) {
  return select(
    database,
    z.object({ organisationId: z.uuid(), issueId: z.uuid() }),
    `SELECT organisation_id AS "organisationId", id AS "issueId" FROM issue
     WHERE state = 'numbered' AND issued_at < office_now() - INTERVAL '1 hour' ORDER BY issued_at LIMIT 1000`,
  );
}
