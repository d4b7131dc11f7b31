import type { Checkpoint } from '../notes/checkpoint';
import { CHANGES, CHECKPOINT, KEYS, LogFolder, type LogStore, WITNESSED } from '../keeping/log-folder';
import { LogStands } from '../keeping/log-fault';
import { countEntries, keysOfLog, publishedLog, type Statements } from '../keeping/log-rows';

/** A log as it stood when nobody published, in the database and in the store. */
export interface LogMoment extends Checkpoint {
  /** Entries that the database knew to be published: fewer than in the checkpoint where whoever published died. */
  readonly published: number;
  /** What changes with each checkpoint, as it lay in the store. */
  readonly notes: readonly NamedBytes[];
}

export interface NamedBytes {
  readonly name: string;
  readonly bytes: Buffer;
}

/**
 * What a backup takes of the log. The caller holds the log (`holdLog`), so that nobody publishes, and reads all other rows
 * at the same moment: then the entries of the checkpoint are among the rows, and what the rows know to be published is
 * in the store. Nothing of the log changes afterwards but that it grows.
 * @param rows of that moment.
 * @returns null when nothing has been published yet.
 * @throws LogStands when database and store do not agree.
 */
export async function momentOfLog(rows: Statements, store: LogStore): Promise<LogMoment | null> {
  const { size: published } = await publishedLog(rows);
  const keys = await keysOfLog(rows);
  const checkpoint = await new LogFolder(store).checkpoint(keys);
  if ((checkpoint?.size ?? 0) < published) throw new LogStands('older-store');
  if (!checkpoint) return null;
  if (checkpoint.size > (await countEntries(rows))) throw new LogStands('older-database');
  return { ...checkpoint, published, notes: await notesIn(store) };
}

async function notesIn(store: LogStore): Promise<NamedBytes[]> {
  const notes: NamedBytes[] = [];
  // The checkpoint last: a log whose copying was broken off has none.
  for (const name of [KEYS, CHANGES, WITNESSED, CHECKPOINT]) {
    const bytes = await store.readNamed(name);
    if (bytes) notes.push({ name, bytes });
  }
  return notes;
}

/** The key that signs now, in its written form; null before the first. */
export const writtenKeyOfLog = async (rows: Statements): Promise<string | null> =>
  (await keysOfLog(rows)).at(-1)?.written ?? null;

/** Holds the log, so that nobody publishes until the transaction ends. Waits for whoever does. */
export async function holdLog(tx: Statements): Promise<void> {
  await tx.query('SELECT FROM published_log FOR UPDATE');
}
