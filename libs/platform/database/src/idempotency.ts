import { Refusal } from '@patravali/errors';
import { z } from 'zod';
import type { Transaction } from './transaction';

/** Long enough for whoever holds a row in passing, short enough that nobody else lacks the connection. */
const SHORT_PATIENCE = `set_config('lock_timeout', '100ms', true)`;

/**
 * Within (user, key): the first request does the work and keeps its answer, a repetition is given that answer.
 * @param givesWay whether this transaction gives up soon when it meets a lock, and not as late as the pool says.
 */
export async function withIdempotency<T extends object>(
  tx: Transaction,
  work: (tx: Transaction) => Promise<T>,
  givesWay: boolean,
): Promise<T> {
  const { organisationId, userId, idempotency } = tx.by;
  if (!idempotency || !userId) {
    if (givesWay) await tx.execute(`SELECT ${SHORT_PATIENCE}`);
    return tx.recorded(await work(tx));
  }
  const scope = [organisationId, userId, idempotency.key];
  // The patience is set by the statement that a command begins with anyway: no further way to the database and back.
  const [claimed] = await tx.select(
    z.object({ key: z.string() }),
    `INSERT INTO idempotency_key (organisation_id, user_id, key, request_hash)
     SELECT $1::uuid, $2::uuid, $3, $4 ${givesWay ? `FROM ${SHORT_PATIENCE}` : ''}
     ON CONFLICT DO NOTHING RETURNING key`,
    [...scope, idempotency.requestHash],
  );
  if (!claimed) return await answerOf<T>(tx, scope, idempotency.requestHash);
  const answer = tx.recorded(await work(tx));
  await tx.execute(
    'UPDATE idempotency_key SET response = $4 WHERE organisation_id = $1 AND user_id = $2 AND key = $3',
    [...scope, answer],
  );
  return answer;
}

async function answerOf<T>(tx: Transaction, scope: unknown[], requestHash: string): Promise<T> {
  const [kept] = await tx.select(
    z.object({ requestHash: z.string(), response: z.custom<T>() }),
    'SELECT request_hash AS "requestHash", response FROM idempotency_key WHERE organisation_id = $1 AND user_id = $2 AND key = $3',
    scope,
  );
  if (kept?.requestHash !== requestHash) throw new Refusal('idempotency-key-reused');
  return kept.response;
}
