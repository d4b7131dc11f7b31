import { extname, join } from 'node:path';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CHILD_LANES, ChildProcessFailed, ChildProcessQueue, type JobLimits } from '@patravali/child-process';
import { CONFIG, type Config } from '@patravali/config';
import { SEALED_TABLES, type SealedTable } from '@patravali/ledger';
import { StoreUnavailable } from '@patravali/storage';
import type { CheckWork } from './check-child';
import type { RecordReport } from './check-record';

const CHECK_CHILD = join(__dirname, `check-child${extname(__filename)}`);
/** Whoever checks again at once finds the process still there. */
const PROCESS = {
  lane: CHILD_LANES.unhurried,
  memoryKb: 4_000_000,
  heapMb: 512,
  usualMb: 200,
  givesWay: true,
  idleMs: 10_000,
  atOnce: 1,
};
/** Of one step, which is a statement and what is done with its rows. It waits while others want the processor. */
const LIMITS: JobLimits = { processorMs: 5 * 60_000, wallMs: 20 * 60_000 };

/** Why there is no report: another process checks the record, or the one that should have did not come to its end. */
export class CheckNotMade extends Error {
  constructor(
    readonly reason: 'under-way' | 'ended',
    detail = '',
  ) {
    super(detail || 'another process is checking it');
    this.name = new.target.name;
  }
}

export interface CheckExtent {
  readonly whole: boolean;
  readonly isAwaited?: boolean;
}

/** Has the record checked by a process of its own, of which nobody else notices anything. One at a time in the whole office. */
@Injectable()
export class CheckRecord implements OnApplicationShutdown {
  private readonly queue = new ChildProcessQueue<CheckWork>({ file: CHECK_CHILD, ...PROCESS });

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'databaseUrl' | 's3' | 'dataFolder' | 'witness'>,
    @Inject(SEALED_TABLES) private readonly tables: readonly SealedTable[],
  ) {}

  /**
   * @param whole all of it; else what has grown since the last check that found all right, if there is one.
   * @param isAwaited somebody waits for it: then it gives way to all others, and does not come after all of them.
   * @throws CheckNotMade; StoreUnavailable
   */
  async execute({ whole, isAwaited = false }: CheckExtent): Promise<RecordReport> {
    const { databaseUrl, s3, dataFolder, witness } = this.config;
    const order = {
      databaseUrl,
      dataFolder,
      whole,
      isAwaited,
      tables: this.tables,
      ...(s3 && { s3 }),
      ...(witness && { witness }),
    };
    const answer = await this.queue.run('check', order, LIMITS).catch((error: unknown) => {
      throw error instanceof ChildProcessFailed ? new CheckNotMade('ended', error.message) : error;
    });
    if ('report' in answer) return answer.report;
    if (answer.refused === 'store-unavailable') throw new StoreUnavailable(new Error(answer.detail));
    throw new CheckNotMade('under-way');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
