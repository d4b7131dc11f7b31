import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const FORMAT = 2;
/** Without the log and the list of documents. */
const BEFORE = 1;

export const TableRows = z.strictObject({
  name: z.string(),
  columns: z.array(z.string()),
  rows: z.int(),
  /** Of the file of its rows, before compression. */
  sha256: z.string(),
});
export type TableRows = z.infer<typeof TableRows>;

/** A file beside the rows, by its name in the backup. */
const NamedFile = z.strictObject({ name: z.string(), sha256: z.string() });

const LogFiles = z.strictObject({
  entries: z.int(),
  /** In hexadecimal. */
  root: z.string(),
  files: z.array(NamedFile),
});

/** The key with which the log was signed then, under a passphrase. */
const SealedKey = z.strictObject({
  /** The public key, as the log writes it. */
  written: z.string(),
  sha256: z.string(),
});

/** The key under which the settings of the page lie, under the same passphrase. */
const SealedSettingsKey = z.strictObject({ id: z.string(), sha256: z.string() });

/** What a backup holds, and from when; written last, so that a backup without one is unfinished. */
export const Manifest = z.strictObject({
  format: z.literal([BEFORE, FORMAT]),
  /** By the clock of the database: everything committed before is in it, nothing after. */
  takenAt: z.iso.datetime(),
  postgres: z.string(),
  /** The schema of the rows: the migrations that had run. */
  migrations: z.array(z.string()),
  tables: z.array(TableRows),
  jobs: TableRows.pick({ rows: true, sha256: true }),
  documents: z.strictObject({
    count: z.int(),
    bytes: z.int(),
    /** Of the list of documents. */
    sha256: z.string().optional(),
  }),
  /** Null: nothing had been published, or the log stood. */
  log: LogFiles.nullable().default(null),
  key: SealedKey.nullable().default(null),
  settingsKey: SealedSettingsKey.nullable().default(null),
});
export type Manifest = z.infer<typeof Manifest>;

export const MANIFEST_FORMAT = FORMAT;

/** Made by a version that left the log out. */
export const isOfBefore = ({ format }: Manifest): boolean => format === BEFORE;

/** @throws Error when it is not there or not to be understood. */
export async function readManifest(path: string): Promise<Manifest> {
  return Manifest.parse(JSON.parse(await readFile(path, 'utf8')));
}
