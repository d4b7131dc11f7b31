import { createHash } from 'node:crypto';
import {
  checkCopy,
  LogMisfit,
  type Misfit,
  type RowReader,
  RowsDisagree,
  rowsOfLog,
  type RowsOfLog,
} from '@patravali/ledger';
import { type ObjectStore, openObjectStore } from '@patravali/storage';
import type { SentenceCode } from '../../parts/sentences';
import { isOfBefore, type Manifest } from '../manifest';
import { readRows } from '../row-file';
import { columnsOf } from './row-text';
import type { Wrong } from './wrong';

const MISFITS = {
  damaged: 'verifyLogFilesOther',
  'other-log': 'verifyLogOfOther',
  ahead: 'verifyLogAhead',
  behind: 'verifyLogBehind',
  'other-entry': 'verifyLogEntry',
  'later-witness': 'verifyLogLaterWitness',
} as const satisfies Record<Misfit, SentenceCode>;

/** What is wrong with the log of a backup, or with what the rows say of it. The rows are known to be those that were written. */
export async function verifyLog(
  folder: string,
  manifest: Manifest,
): Promise<{ wrong: Wrong[]; rows: RowsOfLog | null }> {
  if (isOfBefore(manifest)) return { wrong: [], rows: null };
  try {
    const rows = await rowsOfLog(readerOf(folder, manifest), new Date(manifest.takenAt));
    return { wrong: await compare(folder, manifest.log, rows), rows };
  } catch (error) {
    if (!(error instanceof RowsDisagree)) throw error;
    const { place } = error;
    const wrong: Wrong =
      place === null ? { code: 'verifyEventUnlogged', facts: {} } : { code: 'verifyRowsDisagree', facts: { place } };
    return { wrong: [wrong], rows: null };
  }
}

function readerOf(folder: string, { tables }: Manifest): RowReader {
  return async function* (table, wanted) {
    const known = tables.find(({ name }) => name === table);
    if (!known) return;
    for await (const rows of readRows(folder, table, known)) {
      for (const row of rows) yield columnsOf(row, known.columns, wanted);
    }
  };
}

async function compare(folder: string, log: Manifest['log'], rows: RowsOfLog): Promise<Wrong[]> {
  if (!log) return rows.published.size > 0 ? [{ code: 'verifyLogLeftOut', facts: {} }] : [];
  const store = openObjectStore({ dataFolder: folder });
  const misfit = await misfitOf(store, rows);
  if (misfit && misfit.misfit !== 'damaged') return [{ code: MISFITS[misfit.misfit], facts: misfit.facts }];
  const wrong = await verifyFiles(store, log.files);
  if (wrong.length > 0 || !misfit) return wrong;
  return [{ code: MISFITS.damaged, facts: { count: 1, ...misfit.facts } }];
}

async function misfitOf(store: ObjectStore, rows: RowsOfLog): Promise<LogMisfit | null> {
  try {
    await checkCopy(store, rows);
    return null;
  } catch (error) {
    if (error instanceof LogMisfit) return error;
    throw error;
  }
}

/** Each file against its hash: how many are missing or other ones, and the first of them. */
async function verifyFiles(store: ObjectStore, files: NonNullable<Manifest['log']>['files']): Promise<Wrong[]> {
  const [missing, other]: [string[], string[]] = [[], []];
  for (const { name, sha256 } of files) {
    const bytes = await store.readNamed(name);
    if (!bytes) missing.push(name);
    else if (createHash('sha256').update(bytes).digest('hex') !== sha256) other.push(name);
  }
  return [...told('verifyLogFilesMissing', missing), ...told('verifyLogFilesOther', other)];
}

const told = (code: SentenceCode, [file, ...more]: readonly string[]): Wrong[] =>
  file === undefined ? [] : [{ code, facts: { count: 1 + more.length, file } }];
