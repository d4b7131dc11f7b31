import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type LauncherConfig, loadConfig, loadLauncherConfig } from '@patravali/config';
import { BackupFolder } from '../backup/backup-folder';
import { restoreDocuments } from '../backup/restore-documents';
import { restoreRows } from '../backup/restore-rows';
import { DataFolder } from '../parts/data-folder';
import { restoreToTime } from '../history/restore-to-time';
import {
  environmentFor,
  externalDatabase,
  type OfficeDatabase,
  startEmbeddedDatabase,
} from '../database/office-database';
import { prepareDatabase } from '../preparation/run-preparation';
import { LauncherRefusal, sentence } from '../parts/sentences';

/**
 * `npm run office -- restore FOLDER`: a backup, into a database that is empty; never over an office.
 * `npm run office -- restore DATA-FOLDER [--to-time TIME]`: the embedded database of another data folder as it was at that
 * time, or at its end.
 */
export async function restore(args: readonly string[]): Promise<void> {
  const { path, time } = read(args);
  const config = loadLauncherConfig(process.env);
  const folder = new DataFolder(config.dataFolder);
  if (!folder.take()) throw new LauncherRefusal('alreadyRunning', { folder: folder.path });
  try {
    if (existsSync(join(path, 'postgres'))) await fromHistory(path, time, config, folder);
    else if (time) throw new LauncherRefusal('noHistory', { folder: path });
    else await fromBackup(new BackupFolder(path), config, folder);
  } finally {
    folder.release();
  }
}

function read(args: readonly string[]): { path: string; time: string | undefined } {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'to-time': { type: 'string' } },
  });
  const [path, ...more] = positionals;
  if (!path || more.length > 0) throw new LauncherRefusal('usage');
  const time = values['to-time'];
  if (time !== undefined && !isInstant(time)) throw new LauncherRefusal('notATime', { time });
  return { path: resolve(path), time };
}

/** With its zone: without it would mean another moment on another machine. */
function isInstant(time: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/.test(time) && !Number.isNaN(Date.parse(time))
  );
}

async function fromBackup(backup: BackupFolder, config: LauncherConfig, folder: DataFolder): Promise<void> {
  const { manifest } = await backup.read();
  await withDatabase(config, folder, async (database) => {
    const restored = loadConfig(environmentFor(config, database.url));
    await restoreRows(restored, backup);
    await restoreDocuments(restored, backup.objects);
  });
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(sentence('restored', { time: manifest.takenAt, rows, documents: manifest.documents.count }));
}

async function fromHistory(
  path: string,
  time: string | undefined,
  config: LauncherConfig,
  folder: DataFolder,
): Promise<void> {
  const earlier = new DataFolder(path);
  if (config.databaseUrl) throw new LauncherRefusal('historyIsEmbedded');
  if (!earlier.take()) throw new LauncherRefusal('alreadyRunning', { folder: path });
  try {
    await restoreToTime(earlier, folder, time);
    await withDatabase(config, folder, async (database) => {
      const environment = environmentFor(config, database.url);
      await prepareDatabase({ ...environment, PATRAVALI_DEMO: 'off' });
      const documents = await restoreDocuments(loadConfig(environment), new BackupFolder(path).objects);
      console.log(sentence('restoredToTime', { time: time ?? '–', documents }));
    });
  } finally {
    earlier.release();
  }
}

async function withDatabase(
  config: LauncherConfig,
  folder: DataFolder,
  work: (database: OfficeDatabase) => Promise<void>,
): Promise<void> {
  const database = config.databaseUrl
    ? externalDatabase(config.databaseUrl)
    : await startEmbeddedDatabase(folder, config, () => undefined);
  await work(database).finally(() => database.stop());
}
