import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';

const BaseCopyFacts = z.strictObject({
  /** From then on the office can be brought back to any moment, with the log that was archived. */
  finishedAt: z.iso.datetime(),
  /** The first file of the write-ahead log that is needed. */
  firstLogFile: z.string().regex(/^[0-9A-F]{24}$/),
});
export type BaseCopyFacts = z.infer<typeof BaseCopyFacts>;

const Stopped = z.object({ labelfile: z.string(), finishedAt: z.string() });

export interface BaseCopy extends BaseCopyFacts {
  readonly folder: string;
}

const FACTS = 'base-copy.json';

/** Contents that a server makes anew, or that belong to the running one. The log comes from the archive. */
const LEFT_EMPTY = [
  'pg_wal',
  'pg_replslot',
  'pg_dynshmem',
  'pg_notify',
  'pg_serial',
  'pg_snapshots',
  'pg_stat_tmp',
  'pg_subtrans',
];
const LEFT_OUT = /^(postmaster\.(pid|opts)|pgsql_tmp.*|pg_internal\.init.*|backup_label.*|tablespace_map.*)$/;

/** The time that a slow disk may take to archive the last piece of the log. */
const ARCHIVED_WITHIN_MS = 600_000;

/** The copies in the folder, the oldest first; unfinished ones are none. */
export async function baseCopiesIn(folder: string): Promise<BaseCopy[]> {
  if (!existsSync(folder)) return [];
  const copies: BaseCopy[] = [];
  for (const name of (await readdir(folder)).sort()) {
    const facts = join(folder, name, FACTS);
    if (!existsSync(facts)) continue;
    copies.push({ ...BaseCopyFacts.parse(JSON.parse(await readFile(facts, 'utf8'))), folder: join(folder, name) });
  }
  return copies;
}

export const dataOf = (copy: Pick<BaseCopy, 'folder'>) => join(copy.folder, 'data');

/**
 * Copies the files of a running server. What changes meanwhile is put right by the log that is archived until the end of
 * the copy, so that no client program of PostgreSQL is needed.
 * @param signal breaks it off.
 */
export async function makeBaseCopy(
  { superuserUrl, data }: { readonly superuserUrl: string; readonly data: string },
  folder: string,
  signal?: AbortSignal,
): Promise<BaseCopy> {
  const client = new Client({ connectionString: superuserUrl, statement_timeout: ARCHIVED_WITHIN_MS });
  await client.connect();
  const unfinished = join(folder, 'unfinished');
  try {
    await rm(unfinished, { recursive: true, force: true });
    await mkdir(join(unfinished, 'data'), { recursive: true, mode: 0o700 });
    await client.query(`SELECT pg_backup_start('patravali', fast => true)`);
    await copyFolder(data, join(unfinished, 'data'), signal);
    const { rows } = await client.query(
      `SELECT labelfile, to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "finishedAt"
       FROM pg_backup_stop(wait_for_archive => true)`,
    );
    const { labelfile, finishedAt } = Stopped.parse(rows[0]);
    await writeFile(join(unfinished, 'data', 'backup_label'), labelfile, { mode: 0o600, flush: true });
    const firstLogFile = /\(file ([0-9A-F]{24})\)/.exec(labelfile)?.[1] ?? '';
    const facts = BaseCopyFacts.parse({ finishedAt, firstLogFile });
    await writeFile(join(unfinished, FACTS), JSON.stringify(facts), { mode: 0o600, flush: true });
    const finished = join(folder, finishedAt.replaceAll(/[:.]/g, '-'));
    await rename(unfinished, finished);
    return { ...facts, folder: finished };
  } finally {
    await client.end();
  }
}

async function copyFolder(from: string, to: string, signal?: AbortSignal): Promise<void> {
  for (const entry of await readdir(from, { withFileTypes: true })) {
    signal?.throwIfAborted();
    if (LEFT_OUT.test(entry.name)) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) {
      await mkdir(target, { mode: 0o700 });
      if (!LEFT_EMPTY.includes(entry.name)) await copyFolder(source, target, signal);
    } else {
      // A table that was dropped meanwhile is gone; the log knows.
      await copyFile(source, target).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      });
    }
  }
}
