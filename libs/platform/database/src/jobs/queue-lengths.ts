import { z } from 'zod';
import { projection } from '../queries/projection';
import { select, type SqlRunner } from '../queries/select';

/** Of one queue, how many jobs it has and how they are. */
export interface QueueLength {
  readonly queue: string;
  /** To be begun, or tried again. */
  readonly waiting: number;
  readonly active: number;
  /** Given up. */
  readonly failed: number;
  /** How long the one has waited that has waited longest, in seconds; 0 where none waits. */
  readonly oldestSeconds: number;
}

/** What the library calls the queues that it has for itself. */
const OWN = `'\\_\\_pgboss%'`;
const WAITS = `(j.state = 'retry' OR (j.state = 'created' AND j.start_after <= now()))`;

const LENGTH = projection(
  z.object({ queue: z.string(), waiting: z.int(), active: z.int(), failed: z.int(), oldestSeconds: z.number() }),
  {
    queue: 'q.name',
    waiting: `(count(*) FILTER (WHERE ${WAITS}))::int`,
    active: `(count(*) FILTER (WHERE j.state = 'active'))::int`,
    failed: `(count(*) FILTER (WHERE j.state = 'failed'))::int`,
    oldestSeconds: `COALESCE(EXTRACT(EPOCH FROM now() - min(j.created_on) FILTER (WHERE ${WAITS})), 0)::float8`,
  },
);

/** Every queue, also an empty one: one statement. */
export async function queueLengths(database: SqlRunner): Promise<QueueLength[]> {
  return await select(
    database,
    LENGTH.row,
    `SELECT ${LENGTH.columns} FROM pgboss.queue q
     LEFT JOIN pgboss.job j ON j.name = q.name AND j.state IN ('created', 'retry', 'active', 'failed')
     WHERE q.name NOT LIKE ${OWN} GROUP BY q.name ORDER BY q.name`,
  );
}
