import { Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { AS_APPLICATION } from './application-role';

/** Every queue of the office. They are made by the migration, since the application's role may not create tables. */
export const QUEUES = ['dispatch-mail', 'sweep', 'tidy-keys'] as const;
export type Queue = (typeof QUEUES)[number];

/** Twelve attempts with growing pauses, an hour at most: about four hours until a job is given up. */
const ATTEMPTS = { retryLimit: 12, retryDelay: 5, retryBackoff: true, retryDelayMax: 3600 };

/** The job queue, in the same database: a job is a row, written by the transaction that wants it done. */
export class Jobs {
  private readonly logger = new Logger(Jobs.name);
  private readonly boss: PgBoss;
  private started: Promise<unknown> | undefined;

  constructor(databaseUrl: string) {
    this.boss = new PgBoss({
      connectionString: databaseUrl,
      options: AS_APPLICATION,
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      max: 3,
    });
    this.boss.on('error', (error) => this.logger.warn(error.message));
  }

  async start(): Promise<void> {
    this.started ??= this.boss.start().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    await this.started;
  }

  /** Enqueues inside the caller's transaction: the job exists exactly if the transaction commits. */
  async enqueue(manager: EntityManager, queue: Queue, data: object): Promise<void> {
    await this.start();
    await this.boss.send(queue, data, {
      ...ATTEMPTS,
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
