import { z } from 'zod';
import { projection } from '../queries/projection';
import { select, type SqlRunner } from '../queries/select';

/** A job that is not done, as an administrator sees it. */
export const UnfinishedJob = z.object({
  id: z.uuid(),
  queue: z.string(),
  state: z.enum(['created', 'retry', 'active', 'failed']),
  since: z.string(),
  attempts: z.int(),
  /** When it is begun or tried again; null for one that is at work or was given up. */
  next: z.string().nullable(),
  /** What the last attempt has failed with. */
  failure: z.string().nullable(),
});
export type UnfinishedJob = z.infer<typeof UnfinishedJob>;

const UNFINISHED = `j.state IN ('created', 'retry', 'active', 'failed') AND j.name NOT LIKE '\\_\\_pgboss%'`;
const LONGEST_FAILURE = 200;
const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

const JOB = projection(UnfinishedJob, {
  id: 'j.id',
  queue: 'j.name',
  state: 'j.state',
  since: iso('j.created_on'),
  attempts: `j.retry_count + (j.state IN ('active', 'failed'))::int`,
  next: `CASE WHEN j.state IN ('created', 'retry') THEN ${iso('j.start_after')} END`,
  failure: `left(j.output ->> 'message', ${LONGEST_FAILURE})`,
});

/** Those of one queue or of all, the oldest first. */
export async function unfinishedJobs(
  database: SqlRunner,
  queue: string | null,
  most: number,
): Promise<UnfinishedJob[]> {
  return await select(
    database,
    JOB.row,
    `SELECT ${JOB.columns} FROM pgboss.job j
     WHERE ${UNFINISHED} AND ($1::text IS NULL OR j.name = $1) ORDER BY j.created_on, j.id LIMIT $2`,
    [queue, most],
  );
}

export async function jobsNamed(database: SqlRunner, ids: readonly string[]): Promise<UnfinishedJob[]> {
  return await select(
    database,
    JOB.row,
    `SELECT ${JOB.columns} FROM pgboss.job j WHERE ${UNFINISHED} AND j.id = ANY ($1::uuid[]) ORDER BY j.created_on, j.id`,
    [[...ids]],
  );
}

/** What waits is begun at once; what was given up gets one more attempt. What is at work is left alone. @returns how many. */
export async function retryJobs(database: SqlRunner, ids: readonly string[]): Promise<number> {
  return await countOf(
    database,
    `UPDATE pgboss.job j SET start_after = now(), completed_on = NULL,
       state = CASE j.state WHEN 'failed' THEN 'retry' ELSE j.state END,
       retry_limit = GREATEST(j.retry_limit, j.retry_count + 1)
     WHERE j.id = ANY ($1::uuid[]) AND j.state IN ('created', 'retry', 'failed') RETURNING 1`,
    ids,
  );
}

/** Nobody does them any more. What is at work is left alone. @returns how many. */
export async function dropJobs(database: SqlRunner, ids: readonly string[]): Promise<number> {
  return await countOf(
    database,
    `DELETE FROM pgboss.job j WHERE j.id = ANY ($1::uuid[]) AND j.state IN ('created', 'retry', 'failed') RETURNING 1`,
    ids,
  );
}

async function countOf(database: SqlRunner, change: string, ids: readonly string[]): Promise<number> {
  const [changed] = await select(
    database,
    z.object({ count: z.int() }),
    `WITH changed AS (${change}) SELECT count(*)::int AS count FROM changed`,
    [[...ids]],
  );
  return changed?.count ?? 0;
}
