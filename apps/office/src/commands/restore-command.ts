import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keepSettingsKey, type LauncherConfig, loadConfig, loadLauncherConfig } from '@patravali/config';
import { asOneLine, keyFileIn } from '@patravali/ledger';
import { BackupFolder } from '../backup/backup-folder';
import { askForPassphrase } from '../backup/key/passphrase';
import { refuseOtherSettingsKey } from '../backup/settings-key-of-backup';
import { restoreDocuments } from '../backup/restore-documents';
import { refuseOtherKey, restoreKey, type RestoredLog, restoreLog, sayWhatIsLost } from '../backup/restore-log';
import { restoreRows } from '../backup/restore-rows';
import { verifyBackup } from '../backup/verifying/verify-backup';
import { inWords } from '../backup/verifying/wrong';
import { DataFolder } from '../parts/data-folder';
import { restoreToTime } from '../history/restore-to-time';
import {
  environmentFor,
  externalDatabase,
  type OfficeDatabase,
  startEmbeddedDatabase,
} from '../database/office-database';
import { prepareDatabase } from '../preparation/run-preparation';
import { LauncherRefusal, sentence, type SentenceCode } from '../parts/sentences';

/**
 * `npm run office -- restore FOLDER`: a backup, into a database that is empty; never over an office. `--key` or `--without-key` says
 * whether the key of the log that lies in it is brought back, `--without-log` leaves out a log that is damaged, and with `--reason` the
 * log says that what came after the backup is lost.
 * `npm run office -- restore DATA-FOLDER [--to-time TIME]`: the embedded database of another data folder as it was at that
 * time, or at its end.
 */
export async function restore(args: readonly string[]): Promise<void> {
  const { path, time, parts } = read(args);
  const config = loadLauncherConfig(process.env);
  const folder = new DataFolder(config.dataFolder);
  if (!folder.take()) throw new LauncherRefusal('alreadyRunning', { folder: folder.path });
  try {
    if (existsSync(join(path, 'postgres'))) await fromHistory(path, time, config, folder);
    else if (time) throw new LauncherRefusal('noHistory', { folder: path });
    else await fromBackup(new BackupFolder(path), parts, config, folder);
  } finally {
    folder.release();
  }
}

/** What of a backup is brought back beside rows and documents. */
interface Parts {
  /** Undefined: nobody has said it. */
  readonly key: boolean | undefined;
  readonly log: boolean;
  /** Why what came after the backup is lost, as the log says it for good; null: nothing came. */
  readonly reason: string | null;
}

function read(args: readonly string[]): { path: string; time: string | undefined; parts: Parts } {
  const { positionals, values } = parsed(args);
  const [path, ...more] = positionals;
  const time = values['to-time'];
  const reason = values.reason === undefined ? null : asOneLine(values.reason);
  const isContrary = [
    values.key && values['without-key'],
    values['without-log'] && reason !== null,
    reason === '',
  ].includes(true);
  if (!path || more.length > 0 || isContrary) throw new LauncherRefusal('usage');
  if (time !== undefined && !isInstant(time)) throw new LauncherRefusal('notATime', { time });
  const key = values.key ?? (values['without-key'] ? false : undefined);
  return { path: resolve(path), time, parts: { key, log: !values['without-log'], reason } };
}

function parsed(args: readonly string[]) {
  const [text, flag] = [{ type: 'string' }, { type: 'boolean' }] as const;
  const options = { 'to-time': text, reason: text, key: flag, 'without-key': flag, 'without-log': flag };
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    throw new LauncherRefusal('usage');
  }
}

/** With its zone: without it would mean another moment on another machine. */
function isInstant(time: string): boolean {
  return (
    /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/.test(time) && !Number.isNaN(Date.parse(time))
  );
}

const LOGS = {
  restored: 'restoredLog',
  kept: 'restoredLogKept',
  none: 'restoredWithoutLog',
} as const satisfies Record<RestoredLog, SentenceCode>;

/** All is looked through before anything is changed: rows, log and key. */
async function fromBackup(
  backup: BackupFolder,
  parts: Parts,
  config: LauncherConfig,
  folder: DataFolder,
): Promise<void> {
  const { manifest, log } = await backup.read();
  if (manifest.key && parts.key === undefined) throw new LauncherRefusal('restoreKeyAsked');
  const passphrase = parts.key ? await askForPassphrase() : null;
  const { wrong, secret, settingsSecret } = await verifyBackup(backup, { passphrase, withLog: parts.log });
  if (wrong.length > 0) throw new LauncherRefusal('backupDamaged', { reason: inWords(wrong) });
  if (secret) await refuseOtherKey(config, manifest);
  if (settingsSecret) await refuseOtherSettingsKey(config.dataFolder, settingsSecret);
  await withDatabase(config, folder, async (database) => {
    const restored = loadConfig(environmentFor(config, database.url));
    await restoreRows(restored, backup);
    const outcome = parts.log ? await restoreLog(restored, manifest, log) : 'none';
    if (secret) await restoreKey(config, secret);
    if (settingsSecret) await keepSettingsKey(config.dataFolder, settingsSecret);
    if (outcome === 'restored' && parts.reason !== null) await sayWhatIsLost(restored, parts.reason);
    console.log(sentence(LOGS[outcome], { entries: manifest.log?.entries ?? 0 }));
    const keyFile = keyFileIn(config.dataFolder);
    if (!existsSync(keyFile)) console.log(sentence('restoredWithoutKey', { file: keyFile }));
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
    : await startEmbeddedDatabase(folder, config);
  await work(database).finally(() => database.stop());
}
