import type { EntityManager } from 'typeorm';
import { PgBoss } from 'pg-boss';

/** Every queue of the office. They are made by the migration, since the application's role may not create tables. */
export const QUEUES = ['dispatch-mail', 'sweep', 'tidy-keys'] as const;
export type Queue = (typeof QUEUES)[number];

/** The job queue, in the same database: a job is a row, written by the transaction that wants it done. */
export class Jobs {
  private readonly boss: PgBoss;
  private started: Promise<unknown> | undefined;

  constructor(databaseUrl: string) {
    this.boss = new PgBoss({
      connectionString: databaseUrl,
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      max: 3,
    });
    this.boss.on('error', () => undefined);
  }

  async start(): Promise<void> {
    this.started ??= this.boss.start();
    await this.started;
  }

  /** Enqueues inside the caller's transaction: the job exists exactly if the transaction commits. */
  async enqueue(manager: EntityManager, queue: Queue, data: object): Promise<void> {
    await this.start();
    await this.boss.send(queue, data, {
      retryLimit: 8,
      retryBackoff: true,
      db: {
        executeSql: async (text: string, values?: unknown[]) => ({
          rows: await manager.query<unknown[]>(text, values),
        }),
      },
    });
  }

  /** Works on a queue, one job at a time. The handler must bear being run twice. */
  async work(queue: Queue, handler: (data: object, attempt: { last: boolean }) => Promise<void>): Promise<void> {
    await this.start();
    const options = { includeMetadata: true, pollingIntervalSeconds: 1 } as const;
    await this.boss.work<object, undefined, typeof options>(queue, options, async (jobs) => {
      for (const job of jobs) await handler(job.data, { last: job.retryCount >= job.retryLimit });
    });
  }

  /** Runs a queue by the clock (cron, Indian time). */
  async schedule(queue: Queue, cron: string): Promise<void> {
    await this.start();
    await this.boss.schedule(queue, cron, {}, { tz: 'Asia/Kolkata' });
  }

  async check(): Promise<void> {
    await this.start();
    await this.boss.getQueues();
  }

  /** Lets running jobs end. A queue that was never used is not opened for that. */
  async stop(): Promise<void> {
    if (!this.started) return;
    await this.boss.stop({ graceful: true, timeout: 5000 });
  }
}
