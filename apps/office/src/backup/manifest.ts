import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const FORMAT = 1;

export const TableRows = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  /** Of the file of its rows, before compression. */
  sha256: z.string(),
});
export type TableRows = z.infer<typeof TableRows>;

/** What a backup holds, and from when; written last, so that a backup without one is unfinished. */
export const Manifest = z.strictObject({
  format: z.literal(FORMAT),
  /** By the clock of the database: everything committed before is in it, nothing after. */
  takenAt: z.iso.datetime(),
  postgres: z.string(),
  /** The schema of the rows: the migrations that had run. */
  migrations: z.array(z.string()),
  tables: z.array(TableRows),
  jobs: TableRows.pick({ rows: true, sha256: true }),
  documents: z.strictObject({ count: z.int(), bytes: z.int() }),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST_FORMAT = FORMAT;

/** @throws Error when it is not there or not to be understood. */
export async function readManifest(path: string): Promise<Manifest> {
  return Manifest.parse(JSON.parse(await readFile(path, 'utf8')));
}
