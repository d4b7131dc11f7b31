import type { KeyObject } from 'node:crypto';
import { type Digest, digestOfStream, ObjectMissing, type ObjectStore } from '@patravali/storage';
import type { SentenceCode } from '../../parts/sentences';
import type { BackupFolder } from '../backup-folder';
import { DOCUMENTS_FILE, documentIn, JOBS_FILE } from '../dump-rows';
import { openSettingsKey } from '../settings-key-of-backup';
import { faultOfKey, openKeyIn } from '../key-of-backup';
import { isOfBefore, type Manifest } from '../manifest';
import { faultOfRows, readRows, type RowFault, type RowSum } from '../row-file';
import { verifyLog } from './verify-log';
import type { Wrong } from './wrong';

const ROWS = {
  missing: 'verifyRowsMissing',
  cut: 'verifyRowsCut',
  other: 'verifyRowsOther',
} as const satisfies Record<RowFault, SentenceCode>;

export interface VerifiedParts {
  /** Of the key of the log; null leaves it sealed. */
  readonly passphrase: string | null;
  readonly withLog: boolean;
}

export interface VerifiedBackup {
  readonly wrong: readonly Wrong[];
  /** The secret of the log, where a passphrase was given and opens it. */
  readonly secret: KeyObject | null;
  /** That of what was set on the page, likewise. */
  readonly settingsSecret: KeyObject | null;
}

/**
 * Holds what a backup consists of against its manifest and against each other, without a database: every row, the log and, with
 * its passphrase, the key that signs it.
 */
export async function verifyBackup(
  backup: BackupFolder,
  { passphrase, withLog }: VerifiedParts,
): Promise<VerifiedBackup> {
  const { manifest, rows: folder } = await backup.read();
  const wrong = await verifyRows(folder, manifest);
  if (wrong.length > 0) return { wrong, secret: null, settingsSecret: null };
  const log = withLog ? await verifyLog(folder, manifest) : { wrong: [], rows: null };
  const written = log.rows?.keys.at(-1)?.written ?? null;
  const key = await verifyKey(folder, { key: manifest.key, written }, passphrase);
  const settings = await verifySettingsKey(folder, manifest, passphrase);
  const faults = [...log.wrong, ...key.wrong, ...settings.wrong];
  return { wrong: faults, secret: key.secret, settingsSecret: settings.secret };
}

async function verifyRows(folder: string, manifest: Manifest): Promise<Wrong[]> {
  const { tables, jobs, documents } = manifest;
  const files: [string, RowSum][] = tables.map((table) => [table.name, table]);
  files.push([JOBS_FILE, jobs]);
  if (documents.sha256 !== undefined) files.push([DOCUMENTS_FILE, { rows: documents.count, sha256: documents.sha256 }]);
  const wrong: Wrong[] = [];
  for (const [name, sum] of files) {
    const found = await faultOfRows(folder, name, sum);
    if (found) wrong.push({ code: ROWS[found.fault], facts: { ...found.facts } });
  }
  return wrong;
}

async function verifyKey(
  folder: string,
  { key, written }: { readonly key: Manifest['key']; readonly written: string | null },
  passphrase: string | null,
): Promise<{ wrong: Wrong[]; secret: KeyObject | null }> {
  const told = (code: SentenceCode) => ({ wrong: [{ code, facts: {} }], secret: null });
  if (!key) return passphrase === null ? { wrong: [], secret: null } : told('verifyKeyNone');
  if (written !== null && key.written !== written) return told('verifyKeyOfOther');
  if ((await faultOfKey(folder, key)) === 'missing') return told('verifyKeyMissing');
  if (passphrase === null)
    return (await faultOfKey(folder, key)) ? told('verifyKeyChanged') : { wrong: [], secret: null };
  const opened = await openKeyIn(folder, key.written, passphrase);
  if (!opened) return told((await faultOfKey(folder, key)) ? 'verifyKeyChanged' : 'passphraseWrong');
  return opened.isOfLog ? { wrong: [], secret: opened.secret } : told('verifyKeyOfOther');
}

/** A passphrase that does not open the key of the log is told there alone. */
async function verifySettingsKey(
  folder: string,
  { settingsKey }: Manifest,
  passphrase: string | null,
): Promise<{ wrong: Wrong[]; secret: KeyObject | null }> {
  if (!settingsKey) return { wrong: [], secret: null };
  const opened = await openSettingsKey(folder, settingsKey, passphrase);
  if (opened) return { wrong: [], secret: opened.secret };
  const isWhole = (await openSettingsKey(folder, settingsKey, null)) !== null;
  return { wrong: isWhole ? [] : [{ code: 'verifySettingsKeyChanged', facts: {} }], secret: null };
}

/** Each document of a backup against its hash. */
export async function verifyDocuments(backup: BackupFolder): Promise<Wrong[]> {
  const { manifest, rows: folder } = await backup.read();
  const { count, sha256 } = manifest.documents;
  if (isOfBefore(manifest) || sha256 === undefined) return [{ code: 'verifyOfBefore', facts: {} }];
  const wrong: Wrong[] = [];
  for await (const lines of readRows(folder, DOCUMENTS_FILE, { rows: count, sha256 })) {
    for (const document of lines.map(documentIn)) {
      const code = await faultOfDocument(backup.objects, document);
      if (code) wrong.push({ code, facts: { sha256: document.sha256 } });
    }
  }
  return wrong;
}

async function faultOfDocument(store: ObjectStore, { sha256, size }: Digest): Promise<SentenceCode | null> {
  try {
    const found = await digestOfStream(await store.get(sha256));
    return found.sha256 === sha256 && found.size === size ? null : 'verifyDocumentOther';
  } catch (error) {
    if (error instanceof ObjectMissing) return 'verifyDocumentMissing';
    throw error;
  }
}
