import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ObjectStore, openObjectStore } from '@patravali/storage';
import { Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { useOwner } from '../../../../test/support/database/owner';
import { Sequencer, type SequencerOptions } from '../src/log/sequencing/sequencer';
import { poolDatabase } from './pool-database';

const ORGANISATION = randomUUID();
export const INSERT = `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
  VALUES ($1, '${ORGANISATION}', 'file', $2, 'file.opened', '{}')`;

const TABLES = ['log_entry', 'log_key', 'event'];

/** A database and a folder for the log of a spec, empty before each of its tests. */
export function useLog() {
  let pool: Pool | undefined;
  let folder = '';
  let store: ObjectStore | undefined;
  const said: string[] = [];
  // Before the database's own hook: it is dropped when nobody is connected any more.
  afterAll(() => pool?.end());
  const owner = useOwner();

  const appUrl = () => owner().database.appUrl;
  const keyFile = () => join(folder, 'log-key.pem');
  const poolOfLog = (): Pool => pool ?? never();
  const storeOfLog = (): ObjectStore => store ?? never();
  const database = () => poolDatabase(poolOfLog());
  const sql = async (text: string, values: readonly unknown[] = []) =>
    (await owner().client.query<Record<string, unknown>>(text, [...values])).rows;
  const candidate = (change: Partial<SequencerOptions> = {}) =>
    new Sequencer({
      database: database(),
      store: storeOfLog(),
      origin: 'eoffice.example.in/log',
      keyFile: keyFile(),
      say: (line: string) => said.push(line),
      ...change,
    });
  const write = async (subjectId: string = randomUUID(), events = 1): Promise<string[]> => {
    const ids = Array.from({ length: events }, () => uuidv7());
    for (const id of ids) await poolOfLog().query(INSERT, [id, subjectId]);
    return ids;
  };
  /** As somebody would who may do everything: the triggers that refuse change are off. */
  const tamper = async (...statements: readonly string[]): Promise<void> => {
    for (const table of TABLES) await sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
    for (const statement of statements) await sql(statement);
    for (const table of TABLES) await sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
  };
  const untilAllIsLogged = async (sequencer: Sequencer): Promise<void> => {
    while (await sequencer.round());
  };
  const checkpointText = async () => String(await storeOfLog().readNamed('log/checkpoint'));

  beforeAll(async () => {
    pool = new Pool({ connectionString: appUrl(), max: 6 });
    await sql(
      `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ('${ORGANISATION}', 'क', 'k', '', '')`,
    );
  });
  beforeEach(async () => {
    await tamper(
      ...['log_entry', 'log_key', 'log_waiting', 'sealed_row_waiting', 'event'].map((table) => `DELETE FROM ${table}`),
    );
    await sql(`UPDATE published_log SET size = 0, root = sha256(''), fault = NULL`);
    folder = await mkdtemp(join(tmpdir(), 'patravali-log-'));
    store = openObjectStore({ dataFolder: folder });
    said.length = 0;
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  return {
    said,
    appUrl,
    folder: () => folder,
    keyFile,
    pool: poolOfLog,
    store: storeOfLog,
    database,
    sql,
    candidate,
    write,
    tamper,
    untilAllIsLogged,
    checkpointText,
  };
}

function never(): never {
  throw new Error('the log is there once beforeEach has run');
}
