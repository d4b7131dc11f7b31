import { createHash } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { rootOver } from './read-log';

/** Statements of somebody who may do everything. */
export type AsOwner = (sql: string) => Promise<Record<string, unknown>[]>;

const TABLES = ['log_entry', 'log_key', 'event'];
const triggers = (how: 'DISABLE' | 'ENABLE') => TABLES.map((table) => `ALTER TABLE ${table} ${how} TRIGGER USER`);

/** The log and the events as a backup of then would bring them back; the store stays as it is. */
export async function restoreOlder(asOwner: AsOwner, size: number): Promise<void> {
  const leaves = await asOwner(
    `SELECT encode(leaf_hash, 'hex') AS leaf FROM log_entry WHERE index < ${size} ORDER BY index`,
  );
  const root = rootOver(leaves.map(({ leaf }) => Buffer.from(String(leaf), 'hex'))).toString('hex');
  for (const statement of [
    ...triggers('DISABLE'),
    `DELETE FROM event WHERE id IN (SELECT event_id FROM log_entry WHERE index >= ${size})`,
    `DELETE FROM log_entry WHERE index >= ${size}`,
    `DELETE FROM log_key WHERE signs_from > ${size}`,
    `UPDATE published_log SET size = ${size}, root = '\\x${root}'`,
    ...triggers('ENABLE'),
  ])
    await asOwner(statement);
}

/**
 * What the log holds once an office has lost events that came after the last logged one of this subject: their entries, and the one that
 * says so. @returns the ids of these events.
 */
export async function loseEvents(
  asOwner: AsOwner,
  subjectId: string,
  { count, reason }: { readonly count: number; readonly reason: string },
): Promise<string[]> {
  const [last] = await asOwner(`SELECT e.subject_kind, e.sequence, encode(e.hash, 'hex') AS hash,
      (SELECT max(index) + 1 FROM log_entry)::integer AS size
    FROM event e JOIN log_entry l ON l.event_id = e.id WHERE e.subject_id = '${subjectId}' ORDER BY e.sequence DESC LIMIT 1`);
  if (!last) throw new Error('nothing of this subject is logged');
  const size = Number(last.size);
  const ids = Array.from({ length: count }, () => uuidv7());
  let previous = String(last.hash);
  const entries = ids.map((id, at) => {
    const hash = createHash('sha256').update(id).digest('hex');
    const subject = `subject ${String(last.subject_kind)} ${subjectId}\nsequence ${Number(last.sequence) + at + 1}`;
    const entry = `patravali entry 1\nevent ${id}\n${subject}\nprevious ${previous}\nhash ${hash}\n`;
    previous = hash;
    return entry;
  });
  const at = new Date().toISOString().replace(/\.\d+Z$/, 'Z');
  const loss = `patravali loss 1\nentries ${size}-${size + count - 1}\nat ${at}\nreason ${reason}\n`;
  await asOwner(`SELECT log_takes(ARRAY[${[...entries, loss].map((entry) => `'${entry}'`).join(', ')}])`);
  return ids;
}
