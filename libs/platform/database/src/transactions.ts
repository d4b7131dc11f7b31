import { Injectable } from '@nestjs/common';
import type { Principal } from '@patravali/authorization';
import { Refusal } from '@patravali/errors';
import { DataSource, QueryFailedError } from 'typeorm';
import { z } from 'zod';
import { Jobs } from './jobs';
import { holdingConnection } from './open-transaction';
import { Transaction } from './transaction';

const MAX_ATTEMPTS = 4;

/** SQLSTATEs after which the same work may well succeed: serialization failure, deadlock. */
const COLLISIONS = ['40001', '40P01'];

/** The only way for a command to the database: one transaction, one event, one effect per idempotency key. */
@Injectable()
export class Transactions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
  ) {}

  /**
   * Runs `work` in one transaction and answers what it answers. Repeats it when it collided with another transaction,
   * so `work` has no effect outside the database that may not happen twice. It waits for nothing but the database:
   * typesetter, object store and mail refuse to be asked by it.
   * @throws whatever `work` throws; then nothing has changed.
   */
  async run<T extends object>(by: Principal, work: (tx: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await holdingConnection(() =>
          this.dataSource.transaction((manager) => withIdempotency(new Transaction(manager, by, this.jobs), work)),
        );
      } catch (error) {
        if (attempt === MAX_ATTEMPTS || !isCollision(error)) throw error;
      }
    }
  }
}

/** Within (user, key): the first request does the work and keeps its answer, a repetition is given that answer. */
async function withIdempotency<T extends object>(tx: Transaction, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const { organisationId, userId, idempotency } = tx.by;
  if (!idempotency || !userId) return tx.recorded(await work(tx));
  const scope = [organisationId, userId, idempotency.key];
  const [claimed] = await tx.select(
    z.object({ key: z.string() }),
    `INSERT INTO idempotency_key (organisation_id, user_id, key, request_hash) VALUES ($1, $2, $3, $4)
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

function isCollision(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as { code?: string };
  return code !== undefined && COLLISIONS.includes(code);
}
