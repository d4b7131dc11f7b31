import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Config, readSettingsKey } from '@patravali/config';
import { recordBackup } from '@patravali/organisation';
import { BackupFolder } from '../backup/backup-folder';
import { type MadeBackup, makeBackup } from '../backup/make-backup';
import { askForNewPassphrase, askForPassphrase } from '../backup/key/passphrase';
import { verifyBackup, verifyDocuments } from '../backup/verifying/verify-backup';
import { inWords } from '../backup/verifying/wrong';
import { LauncherRefusal, sentence } from '../parts/sentences';
import { LOG_FAULTS } from './log-sentences';
import { withDatabase } from './opening/with-database';
import { withTransactions } from './opening/with-transactions';

/**
 * `npm run office -- backup FOLDER [--key]`: while the office works; with `--key` also the key of its log, under a passphrase.
 * `npm run office -- backup --verify FOLDER [--key]`: whether the backup there is whole, without a database.
 */
export async function backup(words: readonly string[]): Promise<void> {
  const { folder, withKey, isVerified } = read(words);
  if (isVerified) await verify(folder, withKey ? await askForPassphrase() : null);
  else await make(folder, withKey);
}

function read(words: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { key: { type: 'boolean', default: false }, verify: { type: 'boolean', default: false } },
    });
    const [path, ...more] = positionals;
    if (path && more.length === 0)
      return { folder: new BackupFolder(resolve(path)), withKey: values.key, isVerified: values.verify };
  } catch {
    // What cannot be read is told below.
  }
  throw new LauncherRefusal('usage');
}

async function make(folder: BackupFolder, withKey: boolean): Promise<void> {
  const passphrase = withKey ? await askForNewPassphrase() : null;
  await folder.begin();
  await withDatabase(async (config) => {
    const made = await makeBackup(config, folder, passphrase);
    if (made.damaged.length === 0 && !made.fault) await record(config, made);
    tellOfMade(folder, made);
    if (!made.manifest.settingsKey && (await readSettingsKey(config.dataFolder)))
      console.log(sentence('backupWithoutSettingsKey', { folder: folder.path }));
  });
}

/** One that came to a good end: from its event administrators and supervisors know how old the last is. */
async function record({ databaseUrl }: Config, { manifest, rows }: MadeBackup): Promise<void> {
  const { takenAt, documents, log, key } = manifest;
  const made = { takenAt, rows, documents: documents.count, entries: log?.entries ?? null, withKey: key !== null };
  await withTransactions(databaseUrl, ({ dataSource, transactions }) =>
    recordBackup(dataSource.manager, transactions, made),
  );
}

/** @throws LauncherRefusal when it is not whole. */
function tellOfMade(folder: BackupFolder, { manifest, rows, copied, damaged, fault }: MadeBackup): void {
  const { documents, log, key, takenAt } = manifest;
  console.log(sentence('backedUp', { folder: folder.path, time: takenAt, rows, documents: documents.count, copied }));
  if (log) console.log(sentence('backedUpLog', { entries: log.entries }));
  if (!key) console.log(sentence('backupWithoutKey', { folder: folder.path }));
  if (fault)
    console.log(`${sentence(LOG_FAULTS[fault.fault], { place: fault.place })}\n${sentence('backupWithoutLog')}`);
  if (fault) process.exitCode = 1;
  if (damaged.length === 0) return;
  throw new LauncherRefusal('documentsDamaged', { count: damaged.length, list: damaged.join('\n') });
}

async function verify(folder: BackupFolder, passphrase: string | null): Promise<void> {
  const { manifest } = await folder.read();
  const { wrong: first } = await verifyBackup(folder, { passphrase, withLog: true });
  const wrong = first.length > 0 ? first : await verifyDocuments(folder);
  if (wrong.length > 0) throw new LauncherRefusal('verifyWrong', { time: manifest.takenAt, list: inWords(wrong) });
  const { tables, documents, log, key, takenAt } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(sentence('verified', { time: takenAt, rows, documents: documents.count, entries: log?.entries ?? 0 }));
  if (!key) console.log(sentence('backupWithoutKey', { folder: folder.path }));
  else console.log(sentence(passphrase === null ? 'verifiedSealedKey' : 'verifiedKey'));
}
