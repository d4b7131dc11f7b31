import { Inject, Injectable } from '@nestjs/common';
import { isCheckOverdue, type RecordState, stateOfRecord } from '@patravali/audit';
import { CONFIG, type Config } from '@patravali/config';
import { type QueueLength, queueLengths } from '@patravali/database';
import { failedMails } from '@patravali/dispatch';
import { logDatabase, PublicLog, stateOfLog } from '@patravali/ledger';
import { ageOfBackup, type BackupState, stateOfBackup } from '@patravali/organisation';
import { OBJECT_STORE, type ObjectStore } from '@patravali/storage';
import { DataSource } from 'typeorm';
import { type DiskRoom, diskRoom } from './disk-room';

/** How the office is, as numbers and words that name nobody. */
export interface Condition {
  readonly log: 'ready' | 'stands';
  readonly record: RecordState;
  /** Nothing has been checked for too long; a young office is `unchecked` without being late. */
  readonly isCheckOverdue: boolean;
  readonly backup: BackupState;
  /** Null where there is none. */
  readonly backupSeconds: number | null;
  /** Since the witness signed last; null without one. */
  readonly witnessSeconds: number | null;
  readonly failedMails: number;
  readonly queues: readonly QueueLength[];
  readonly disk: DiskRoom;
}

/** What could not be asked is not there: the office is watched most closely when parts of it are away. */
export type KnownCondition = Partial<Condition>;

/** Asks how the office is, for whoever looks after it: a constant number of statements, however large the office. */
@Injectable()
export class OfficeCondition {
  constructor(
    private readonly database: DataSource,
    @Inject(OBJECT_STORE) private readonly store: ObjectStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'backupDays' | 'dataFolder'>,
  ) {}

  async ask(): Promise<KnownCondition> {
    const { database, config } = this;
    const parts: { readonly [Part in keyof Condition]: () => Promise<Condition[Part]> } = {
      log: async () => ((await stateOfLog(logDatabase(database))).fault ? 'stands' : 'ready'),
      record: () => stateOfRecord(database),
      isCheckOverdue: () => isCheckOverdue(database),
      backup: () => stateOfBackup(database, config),
      backupSeconds: () => ageOfBackup(database),
      witnessSeconds: () => this.witnessSeconds(),
      failedMails: () => failedMails(database),
      queues: () => queueLengths(database),
      disk: () => diskRoom(config.dataFolder),
    };
    const asked = await Promise.all(
      Object.entries(parts).map(async ([name, ask]: [string, () => Promise<unknown>]) => [name, await orNothing(ask)]),
    );
    return Object.fromEntries(asked.filter(([, value]) => value !== undefined)) as KnownCondition;
  }

  private async witnessSeconds(): Promise<number | null> {
    const at = await new PublicLog(this.store).witnessedAt();
    return at && (Date.now() - at.getTime()) / 1000;
  }
}

async function orNothing<T>(ask: () => Promise<T>): Promise<T | undefined> {
  return await ask().catch(() => undefined);
}
