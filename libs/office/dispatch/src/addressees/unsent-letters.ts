import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { LETTERS, numberOnLetter, RECIPIENTS } from '@patravali/letters';
import { z } from 'zod';
import { TO_BE_SERVED } from './lock-recipients';

/**
 * A letter that has not gone to an addressee would be forgotten with its file; whoever only gets a copy does not hold it up.
 * @throws Refusal `letters-unsent`.
 */
export async function refuseUnsentLetters(tx: Transaction, { organisationId, fileId }: FileCustody): Promise<void> {
  const [first] = await tx.select(
    z.object({ number: z.string(), name: z.string(), count: z.int() }),
    `SELECT ${numberOnLetter('i')} AS number, n.addressee ->> 'name' AS name, count(*) OVER ()::int AS count
     FROM ${LETTERS} JOIN ${RECIPIENTS} ON n.organisation_id = i.organisation_id AND n.issue_id = i.id
     WHERE i.organisation_id = $1 AND i.file_id = $2 AND NOT n.as_copy AND ${TO_BE_SERVED}
     ORDER BY i.issued_at, i.id, n.position LIMIT 1`,
    [organisationId, fileId],
  );
  if (first) throw new Refusal('letters-unsent', first);
}
