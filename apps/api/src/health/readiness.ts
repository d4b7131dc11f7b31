import { Inject, Injectable } from '@nestjs/common';
import { type RecordState, stateOfRecord } from '@patravali/audit';
import { afterLoopTime } from '@patravali/child-process';
import { CONFIG, type Config } from '@patravali/config';
import { DatabaseProbe, type DatabaseState, Jobs } from '@patravali/database';
import { logDatabase, stateOfLog } from '@patravali/ledger';
import { type BackupState, stateOfBackup } from '@patravali/organisation';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { DataSource } from 'typeorm';

const ANSWERS_WITHIN_MS = 2000;

/** Of each part that the office needs, how it is: `ready`, or a word for what is wrong that tells nobody a secret. */
export interface ReadinessReport {
  readonly database: DatabaseState | 'silent';
  readonly store: 'ready' | 'away' | 'silent';
  readonly jobs: 'ready' | 'away' | 'silent';
  /** `stands`: the office works, and its log signs nothing until a person has looked. */
  readonly log: 'ready' | 'stands' | 'away' | 'silent';
  /** As the office has found it when it checked itself last; it works on, whatever that was. */
  readonly record: RecordState | 'away' | 'silent';
  /** Whether there is a backup from not long ago. */
  readonly backup: BackupState | 'away' | 'silent';
}

/** Asks every part whether it can work, all at once and not longer than a moment. */
@Injectable()
export class Readiness {
  private readonly probe: DatabaseProbe;
  private asking: Promise<ReadinessReport> | undefined;

  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: Jobs,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'backupDays'>,
  ) {
    this.probe = new DatabaseProbe(dataSource);
  }

  /** Who asks while others do is told what they are told. */
  async ask(): Promise<ReadinessReport> {
    this.asking ??= this.askAll().finally(() => (this.asking = undefined));
    return await this.asking;
  }

  private async askAll(): Promise<ReadinessReport> {
    const [database, store, jobs, log, record, backup] = await Promise.all([
      inTime(this.probe.state()),
      inTime(readyOrAway(this.store.check())),
      inTime(readyOrAway(this.jobs.check())),
      inTime(this.log()),
      inTime(this.record()),
      inTime(this.backup()),
    ]);
    return { database, store, jobs, log, record, backup };
  }

  private async log(): Promise<'ready' | 'stands' | 'away'> {
    return await stateOfLog(logDatabase(this.dataSource)).then(
      ({ fault }) => (fault ? 'stands' : 'ready'),
      () => 'away',
    );
  }

  private async record(): Promise<RecordState | 'away'> {
    return await stateOfRecord(this.dataSource).catch(() => 'away' as const);
  }

  private async backup(): Promise<BackupState | 'away'> {
    return await stateOfBackup(this.dataSource, this.config).catch(() => 'away' as const);
  }
}

/** Only time counts in which this process could have heard the answer: a starved process is no silent store. */
async function inTime<State>(state: Promise<State>): Promise<State | 'silent'> {
  const { promise: late, resolve } = Promise.withResolvers<'silent'>();
  const callOff = afterLoopTime(ANSWERS_WITHIN_MS, () => resolve('silent'));
  return await Promise.race([state, late]).finally(callOff);
}

async function readyOrAway(check: Promise<unknown>): Promise<'ready' | 'away'> {
  return await check.then(
    () => 'ready' as const,
    () => 'away' as const,
  );
}
