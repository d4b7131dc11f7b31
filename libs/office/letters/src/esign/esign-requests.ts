import { Instant } from '@patravali/contract';
import { select, type SqlRunner } from '@patravali/database';
import { z } from 'zod';

/** A signature of a letter that is being made elsewhere. */
export interface OfSignatory {
  readonly organisationId: string;
  readonly issueId: string;
  readonly ordinal: number;
}

export interface NewESignRequest extends OfSignatory {
  /** By which the service names its answer. */
  readonly transaction: string;
  /** The time in what is signed. */
  readonly at: Date;
}

/** The service is about to be asked. It takes the place of what it was asked before, whose answer counts no more. One statement, without a lock. */
export async function enterESignRequest(database: SqlRunner, request: NewESignRequest): Promise<void> {
  const { organisationId, issueId, ordinal, transaction, at } = request;
  await database.query(
    `INSERT INTO esign_request (organisation_id, issue_id, ordinal, transaction, at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (organisation_id, issue_id, ordinal) DO UPDATE
       SET transaction = $4, at = $5, answered_at = NULL, signature = NULL, certificate = NULL`,
    [organisationId, issueId, ordinal, transaction, at],
  );
}

export interface ESignAnswer {
  readonly issueId: string;
  readonly transaction: string;
  /** As base64; null when nothing was signed. */
  readonly signature: string | null;
  /** Of the signature, as base64. */
  readonly certificate: string | null;
}

/** Whether anybody waits for an answer over this letter: all others are not even looked at. One statement, without a lock. */
export async function isESignAwaited(database: SqlRunner, issueId: string): Promise<boolean> {
  const awaited = await select(
    database,
    z.object({ transaction: z.string() }),
    'SELECT transaction FROM esign_request WHERE issue_id = $1 AND answered_at IS NULL LIMIT 1',
    [issueId],
  );
  return awaited.length > 0;
}

/** The service has answered: the first answer counts, and none to what nobody waits for. One statement, without a lock. */
export async function enterESignAnswer(database: SqlRunner, answer: ESignAnswer): Promise<void> {
  const { issueId, transaction, signature, certificate } = answer;
  await database.query(
    `UPDATE esign_request SET answered_at = office_now(), signature = $3, certificate = $4
     WHERE issue_id = $1 AND transaction = $2 AND answered_at IS NULL`,
    [issueId, transaction, signature, certificate],
  );
}

const PENDING = z.object({
  transaction: z.string(),
  at: Instant,
  answered: z.boolean(),
  signature: z.string().nullable(),
  certificate: z.string().nullable(),
});
export type PendingESign = z.output<typeof PENDING>;

/** What this signatory waits for; undefined when it is nothing. */
export async function pendingESign(
  database: SqlRunner,
  { organisationId, issueId, ordinal }: OfSignatory,
): Promise<PendingESign | undefined> {
  const [pending] = await select(
    database,
    PENDING,
    `SELECT transaction, at, answered_at IS NOT NULL AS answered, signature, certificate FROM esign_request
     WHERE organisation_id = $1 AND issue_id = $2 AND ordinal = $3`,
    [organisationId, issueId, ordinal],
  );
  return pending;
}

/** Nothing is waited for any more. One statement. @returns whether it still was. */
export async function endESignRequest(database: SqlRunner, transaction: string): Promise<boolean> {
  const ended = await select(
    database,
    z.object({ transaction: z.string() }),
    'DELETE FROM esign_request WHERE transaction = $1 RETURNING transaction',
    [transaction],
  );
  return ended.length > 0;
}
