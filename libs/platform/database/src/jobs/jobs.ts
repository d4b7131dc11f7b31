import { JOB_ATTEMPTS } from '@patravali/config';
import { Logger } from '@nestjs/common';
import { PgBoss } from 'pg-boss';
import type { z } from 'zod';
import { AS_APPLICATION } from '../connections/application-role';
import type { SqlRunner } from '../queries/select';

/** A kind of job. Its area declares it; the migration makes it, since the application's role may not create tables. */
export interface Queue<Data = object> {
  readonly name: string;
  readonly data: z.ZodType<Data>;
  /** Cron in Indian time, for a job that the clock starts. */
  readonly cron?: string;
  /** How long after the commit it may begin, in seconds: for what whoever enqueues it tries first. */
  readonly delay?: number;
}

export interface Attempt {
  /** No further attempt follows if this one fails. */
  readonly last: boolean;
}

/** Must bear being run twice. */
export type JobHandler<Data> = (data: Data, attempt: Attempt) => Promise<void>;

/**
 * Of every queue. Who works on a job says so every few seconds; one of whom nothing is heard any more has died or stands
 * still, and the job is taken up by another, within a minute in all.
 */
export const QUEUE_OPTIONS = { heartbeatSeconds: 20 };
const HEARTBEAT_SECONDS = 5;
const LOOK_FOR_SILENCE_SECONDS = 10;
/** What the clock starts by the minute need not begin in the second: each look is a statement of the database, in every process. */
const CLOCK_POLLING_SECONDS = 5;

/** The job queue, in the same database: a job is a row, written by the transaction that wants it done. */
export class Jobs {
  private readonly logger = new Logger(Jobs.name);
  private readonly boss: PgBoss;
  private readonly workers: (() => Promise<void>)[] = [];
  private started: Promise<unknown> | undefined;

  constructor(databaseUrl: string) {
    this.boss = new PgBoss({
      connectionString: databaseUrl,
      options: AS_APPLICATION,
      schema: 'pgboss',
      migrate: false,
      createSchema: false,
      max: 3,
      superviseIntervalSeconds: LOOK_FOR_SILENCE_SECONDS,
      monitorIntervalSeconds: LOOK_FOR_SILENCE_SECONDS,
    });
    this.boss.on('error', (error) => this.logger.warn(error.message));
  }

  /** Says who does the jobs of a queue. They are done in the processes that call `work`. */
  register<Data extends object>(queue: Queue<Data>, handler: JobHandler<Data>): void {
    this.workers.push(() => this.workOn(queue, handler));
  }

  /** Begins to work on every registered queue, one job of each at a time. Any number of processes may do so. */
  async work(): Promise<void> {
    for (const begin of this.workers) await begin();
  }

  /** Enqueues inside the caller's transaction: the job exists exactly if the transaction commits. */
  async enqueue<Data extends object>(transaction: SqlRunner, queue: Queue<Data>, data: Data): Promise<void> {
    await this.start();
    await this.boss.send(queue.name, data, {
      ...JOB_ATTEMPTS,
      ...(queue.delay === undefined ? {} : { startAfter: queue.delay }),
      db: {
        executeSql: async (text: string, values?: unknown[]) => ({
          rows: (await transaction.query(text, values)) as unknown[],
        }),
      },
    });
  }

  async start(): Promise<void> {
    this.started ??= this.boss.start().catch((error: unknown) => {
      this.started = undefined;
      throw error;
    });
    await this.started;
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

  private async workOn<Data extends object>(queue: Queue<Data>, handler: JobHandler<Data>): Promise<void> {
    await this.start();
    const options = {
      includeMetadata: true,
      pollingIntervalSeconds: queue.cron ? CLOCK_POLLING_SECONDS : 1,
      heartbeatRefreshSeconds: HEARTBEAT_SECONDS,
    } as const;
    await this.boss.work<object, undefined, typeof options>(queue.name, options, async (jobs) => {
      for (const job of jobs) await handler(queue.data.parse(job.data), { last: job.retryCount >= job.retryLimit });
    });
    if (queue.cron) await this.boss.schedule(queue.name, queue.cron, {}, { tz: 'Asia/Kolkata' });
  }
}
