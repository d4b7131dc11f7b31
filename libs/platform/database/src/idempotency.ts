import { Refusal } from '@patravali/errors';
import { z } from 'zod';
import type { Idempotency, Principal } from './transactions/principal';
import { select, type SqlRunner } from './select';
import type { Transaction } from './transaction';

/** Long enough for whoever holds a row in passing, short enough that nobody else lacks the connection. */
const SHORT_PATIENCE = `set_config('lock_timeout', '100ms', true)`;

/** The request was done before, and this was its answer. */
export class AnsweredBefore extends Error {
  constructor(readonly answer: unknown) {
    super('answered before');
    this.name = 'AnsweredBefore';
  }
}

/**
 * Within (user, key): the first request does the work and keeps its answer, a repetition is given that answer. The key is
 * held until the transaction ends, so that of two at once the second sees what has become of the first. Whether it was
 * answered before is asked together with what the work asks first, and known before the work is told anything.
 * @param givesWay whether this transaction gives up soon when it meets a lock, and not as late as the pool says.
 * @throws AnsweredBefore
 */
export async function withIdempotency<T extends object>(
  tx: Transaction,
  work: (tx: Transaction) => Promise<T>,
  givesWay: boolean,
): Promise<T> {
  const { organisationId, userId, idempotency } = tx.by;
  if (!idempotency || !userId) {
    if (givesWay) await tx.execute(`SELECT ${SHORT_PATIENCE}`);
    return await tx.recorded(await work(tx));
  }
  await tx.execute(
    `SELECT pg_advisory_xact_lock(hashtextextended($1, 0)) ${givesWay ? `FROM ${SHORT_PATIENCE}` : ''}`,
    [`${userId}/${idempotency.key}`],
  );
  tx.admitAfter(refuseRepetition(tx, tx.by));
  const answer = await tx.recorded(await work(tx));
  await tx.execute(KEEP, [...scopeOf(organisationId, userId, idempotency), JSON.stringify(answer)]);
  return answer;
}

const KEEP =
  'INSERT INTO idempotency_key (organisation_id, user_id, key, request_hash, response) VALUES ($1, $2, $3, $4, $5)';

const scopeOf = (organisationId: string, userId: string, { key, requestHash }: Idempotency): string[] => [
  organisationId,
  userId,
  key,
  requestHash,
];

const KeptAnswer = z.object({ isSame: z.boolean(), response: z.unknown() });

async function refuseRepetition(tx: Transaction, by: Principal): Promise<void> {
  const answer = await keptAnswer(tx, by);
  if (answer !== undefined) throw new AnsweredBefore(answer);
}

/**
 * What was answered to this request before; undefined if nothing was, or if it came without a key.
 * @throws Refusal `idempotency-key-reused`.
 */
export async function keptAnswer(
  database: SqlRunner,
  { organisationId, userId, idempotency }: Principal,
): Promise<unknown> {
  if (!idempotency || !userId) return undefined;
  const [kept] = await select(
    database,
    KeptAnswer,
    `SELECT request_hash = $4 AS "isSame", response FROM idempotency_key
     WHERE organisation_id = $1 AND user_id = $2 AND key = $3`,
    scopeOf(organisationId, userId, idempotency),
  );
  if (!kept) return undefined;
  if (!kept.isSame) throw new Refusal('idempotency-key-reused');
  return kept.response;
}

/** Keeps the answer of a request whose effects are there already; one that is kept stays. */
export async function keepAnswer(
  database: SqlRunner,
  { organisationId, userId, idempotency }: Principal,
  answer: object,
): Promise<void> {
  if (!idempotency || !userId) return;
  const values = [...scopeOf(organisationId, userId, idempotency), JSON.stringify(answer)];
  await database.query(`${KEEP} ON CONFLICT DO NOTHING`, values);
}
