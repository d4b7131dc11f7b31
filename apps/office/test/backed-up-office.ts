import { createHash, randomUUID } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { Sequencer } from '@patravali/ledger';
import { digestOf, openObjectStore } from '@patravali/storage';
import { Pool } from 'pg';
import { poolDatabase } from '../../../libs/platform/ledger/test/pool-database';
import { useOwner } from '../../../test/support/database/owner';
import { configOf } from '../../../test/support/office/config';
import { BackupFolder } from '../src/backup/backup-folder';
import { makeBackup } from '../src/backup/make-backup';
import type { Manifest } from '../src/backup/manifest';

const ORGANISATION = randomUUID();
export const PASSPHRASE = 'four old peacocks in the yard';
const ORIGIN = 'daftar.example.in/log';

/** Rows, a document and a log, without anybody who works with them: what a backup is made of. */
export function useBackedUpOffice() {
  const folder = mkdtempSync(join(tmpdir(), 'patravali-backed-up-'));
  const dataFolder = join(folder, 'data');
  const document = Buffer.from('%PDF सेवा में');
  const store = openObjectStore({ dataFolder });
  let pool: Pool | undefined;
  // Before the database is dropped, which waits for whoever is connected.
  afterAll(() => pool?.end());
  const owner = useOwner();

  const sequencer = (keyFile = join(dataFolder, 'log-key.pem')) =>
    new Sequencer({
      database: poolDatabase(pool ?? never()),
      store,
      origin: ORIGIN,
      keyFile,
      say: () => undefined,
    });
  const happens = async (events: number): Promise<void> => {
    await owner().client.query(
      `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data, reason)
       SELECT gen_random_uuid(), '${ORGANISATION}', 'file', gen_random_uuid(), 'file.opened', '{"of": "a, \\"b\\" (c)"}', $1
       FROM generate_series(1, ${events})`,
      ['कारण, "दो" \\ तीन\nचार'],
    );
  };
  const publish = async (): Promise<void> => {
    while (await sequencer().round());
  };
  const backUp = async (name: string, passphrase: string | null = null): Promise<BackupFolder> => {
    const backup = new BackupFolder(join(folder, name));
    await backup.begin();
    await makeBackup(configOf(owner().database.ownerUrl, dataFolder), backup, passphrase);
    return backup;
  };
  /** A copy of a backup, to be spoilt. */
  const copyOf = (backup: BackupFolder): BackupFolder => {
    const copy = join(folder, randomUUID());
    cpSync(backup.path, copy, { recursive: true });
    return new BackupFolder(copy);
  };

  beforeAll(async () => {
    pool = new Pool({ connectionString: owner().database.appUrl, max: 2 });
    const { sha256, size } = digestOf(document);
    await store.put({ bytes: document });
    await owner().client.query(
      `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ('${ORGANISATION}', 'क', 'k', '', '');
       ALTER TABLE document DROP CONSTRAINT document_uploader, DROP CONSTRAINT document_post;
       INSERT INTO document (id, organisation_id, sha256, size, pages, file_name, has_text, uploaded_by_user_id, uploaded_by_post_id)
         VALUES (gen_random_uuid(), '${ORGANISATION}', '${sha256}', ${size}, 1, 'a.pdf', true, gen_random_uuid(), gen_random_uuid())`,
    );
  });
  return {
    folder,
    dataFolder,
    store,
    document: digestOf(document).sha256,
    database: () => owner().database,
    query: (sql: string) => owner().client.query(sql),
    happens,
    publish,
    backUp,
    copyOf,
  };
}

function never(): never {
  throw new Error('the office is there once beforeAll has run');
}

/** Files of a backup beside its rows. */
export const within = (backup: BackupFolder, ...names: readonly string[]) => join(backup.path, 'database', ...names);

export const manifestOf = (backup: BackupFolder) =>
  JSON.parse(readFileSync(within(backup, 'manifest.json'), 'utf8')) as Manifest;

export const writeManifest = (backup: BackupFolder, manifest: object): void =>
  writeFileSync(within(backup, 'manifest.json'), JSON.stringify(manifest));

/** As whoever changes rows of a backup would do it, who also knows what its manifest says of them. */
export function rewriteRows(backup: BackupFolder, table: string, change: (text: string) => string): void {
  const file = within(backup, `${table}.gz`);
  const text = change(gunzipSync(readFileSync(file)).toString());
  writeFileSync(file, gzipSync(text));
  const manifest = manifestOf(backup);
  const sum = { rows: text.split('\n').length - 1, sha256: createHash('sha256').update(text).digest('hex') };
  const tables = manifest.tables.map((each) => (each.name === table ? { ...each, ...sum } : each));
  writeManifest(backup, { ...manifest, tables });
}
