import type { Config } from '@patravali/config';
import {
  copyLog,
  findLogKey,
  keyFileIn,
  type LogMoment,
  LogStands,
  momentOfLog,
  writtenKeyOfLog,
} from '@patravali/ledger';
import { type ObjectStore, openObjectStore, type Sha256 } from '@patravali/storage';
import { LauncherRefusal } from '../parts/sentences';
import type { BackupFolder } from './backup-folder';
import { withOwner } from './connect';
import { copyDocuments } from './copy-documents';
import { dumpRows } from './dump-rows';
import { putSettingsKey, takeOverSettingsKey } from './settings-key-of-backup';
import { putKey, takeOverKey } from './key-of-backup';
import { type Manifest, MANIFEST_FORMAT } from './manifest';

export interface MadeBackup {
  readonly manifest: Manifest;
  readonly rows: number;
  /** Documents that were not there yet. */
  readonly copied: number;
  readonly damaged: readonly Sha256[];
  /** Why the log is not in it; null when it is, or there is none yet. */
  readonly fault: LogStands | null;
}

/**
 * The rows first: a document is stored before a row names it and never changes, so that the documents read afterwards are all
 * that the rows name. So it is with the log, whose end is read at the moment of the rows.
 * @param passphrase for the key of the log; null leaves the key that may be there from before.
 * @throws LauncherRefusal when the key is asked for and is not there.
 */
export async function makeBackup(config: Config, folder: BackupFolder, passphrase: string | null): Promise<MadeBackup> {
  const store = openObjectStore(config);
  if (passphrase !== null) await secretOf(config, await withOwner(config.databaseUrl, writtenKeyOfLog));
  const dumped = await dumpRows(config.databaseUrl, folder.unfinished, async (rows) => ({
    moment: await orFault(momentOfLog(rows, store)),
    written: await writtenKeyOfLog(rows),
  }));
  const { moment, written } = dumped.log;
  const { copied, damaged } = await copyDocuments(store, folder.objects, dumped.documents, folder.unfinished);
  const log = moment instanceof LogStands ? moment : await orFault(filesOf(moment, store, folder));
  if (log instanceof LogStands) await folder.dropLog();
  const key =
    passphrase === null
      ? await keyFromBefore(folder, written)
      : await putKey(folder.unfinished, { ...(await secretOf(config, written)), passphrase });
  const settingsKey =
    passphrase === null
      ? await settingsKeyFromBefore(folder, config)
      : await putSettingsKey(folder.unfinished, config.dataFolder, passphrase);
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    ...dumped.manifest,
    log: log instanceof LogStands ? null : log,
    key,
    settingsKey,
  };
  await folder.finish(manifest);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { manifest, rows, copied, damaged, fault: log instanceof LogStands ? log : null };
}

/** A log that stands keeps nobody from backing up the rows. */
async function orFault<T>(reading: Promise<T>): Promise<T | LogStands> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof LogStands) return error;
    throw error;
  }
}

async function filesOf(moment: LogMoment | null, from: ObjectStore, folder: BackupFolder): Promise<Manifest['log']> {
  if (!moment) return null;
  const files = await copyLog(moment, from, folder.unfinishedLog);
  return { entries: moment.size, root: moment.root.toString('hex'), files };
}

/** @throws LauncherRefusal */
async function secretOf({ dataFolder }: Config, written: string | null) {
  const found = written === null ? null : await findLogKey(keyFileIn(dataFolder), written);
  if (written === null || !found) throw new LauncherRefusal('backupKeyNotThere', { file: keyFileIn(dataFolder) });
  return { written, secret: found.secret };
}

async function keyFromBefore(folder: BackupFolder, written: string | null): Promise<Manifest['key']> {
  const before = await folder.readIfThere();
  return before && (await takeOverKey(before.rows, folder.unfinished, { key: before.manifest.key, written }));
}

async function settingsKeyFromBefore(folder: BackupFolder, { dataFolder }: Config): Promise<Manifest['settingsKey']> {
  const before = await folder.readIfThere();
  const kept = before?.manifest.settingsKey ?? null;
  return before && (await takeOverSettingsKey(before.rows, folder.unfinished, { kept, dataFolder }));
}
