import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ObjectStore, openObjectStore } from '@patravali/storage';
import { Client, Pool } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { useOwner } from '../../../../../../test/support/owner';
import { runs } from '../../../../../../test/support/runs';
import { poolDatabase } from '../../../test/pool-database';
import { readCheckpoint, readLog, rootOver } from '../../../test/read-log';
import type { Checkpoint } from '../notes/checkpoint';
import { Sequencer, type SequencerOptions, stateOfLog } from './sequencer';

const ORGANISATION = randomUUID();
const INSERT = `INSERT INTO event (id, organisation_id, subject_kind, subject_id, name, data)
  VALUES ($1, '${ORGANISATION}', 'file', $2, 'file.opened', '{}')`;

const TABLES = ['log_entry', 'log_key', 'event'];

let pool: Pool;
let folder: string;
let store: ObjectStore;
const said: string[] = [];
// Before the database's own hook: it is dropped when nobody is connected any more.
afterAll(() => pool.end());
const owner = useOwner();
const sql = async (text: string, values: readonly unknown[] = []) =>
  (await owner().client.query<Record<string, unknown>>(text, [...values])).rows;

const keyFile = () => join(folder, 'log-key.pem');
const candidate = (change: Partial<SequencerOptions> = {}) =>
  new Sequencer({
    database: poolDatabase(pool),
    ...{ store, origin: 'eoffice.example.in/log', keyFile: keyFile(), say: (line: string) => said.push(line) },
    ...change,
  });

async function write(subjectId: string = randomUUID(), events = 1): Promise<string[]> {
  const ids = Array.from({ length: events }, () => uuidv7());
  for (const id of ids) await pool.query(INSERT, [id, subjectId]);
  return ids;
}

/** As somebody would who may do everything: the triggers that refuse change are off. */
async function tamper(...statements: readonly string[]): Promise<void> {
  for (const table of TABLES) await sql(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
  for (const statement of statements) await sql(statement);
  for (const table of TABLES) await sql(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
}

async function untilAllIsLogged(sequencer: Sequencer): Promise<void> {
  while (await sequencer.round());
}

const checkpointText = async () => String(await store.readNamed('log/checkpoint'));

beforeAll(async () => {
  pool = new Pool({ connectionString: owner().database.appUrl, max: 6 });
  await sql(
    `INSERT INTO organisation (id, name_hi, name_en, address_hi, address_en) VALUES ('${ORGANISATION}', 'क', 'k', '', '')`,
  );
});
beforeEach(async () => {
  await tamper(...['log_entry', 'log_key', 'log_waiting', 'event'].map((table) => `DELETE FROM ${table}`));
  await sql(`UPDATE published_log SET size = 0, root = sha256(''), fault = NULL`);
  folder = await mkdtemp(join(tmpdir(), 'patravali-log-'));
  store = openObjectStore({ dataFolder: folder });
  said.length = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the sequencer', () => {
  it('takes every committed event into the log, those of a subject in their order, and publishes it', async () => {
    const subjects = [randomUUID(), randomUUID(), randomUUID()];
    for (const subject of [...subjects, ...subjects]) await write(subject, 120);
    await untilAllIsLogged(candidate());
    const { checkpoint, entries } = await readLog(store);
    expect(checkpoint).toMatchObject({ origin: 'eoffice.example.in/log', size: 720 });
    const rows = await sql(
      `SELECT id, subject_id, sequence, encode(previous_hash, 'hex') AS previous, encode(hash, 'hex') AS hash FROM event`,
    );
    const expected = rows.map((row) => ({ ...row, text: textOf(row) }));
    expect([...entries].sort()).toEqual(expected.map(({ text }) => text).sort());
    for (const subject of subjects) {
      const sequences = entries
        .filter((entry) => entry.includes(subject))
        .map((entry) => /sequence (\d+)/.exec(entry)?.[1]);
      expect(sequences).toEqual(Array.from({ length: 240 }, (_, at) => String(at + 1)));
    }
    expect(await sql('SELECT FROM log_waiting')).toEqual([]);
  });

  it('goes on where it stopped, also in another process, and keeps no part of a tile that is full', async () => {
    for (let round = 0; round < 9; round++) {
      await write(randomUUID(), 61);
      await untilAllIsLogged(candidate());
      await readLog(store);
    }
    expect((await readLog(store)).checkpoint.size).toBe(549);
    for (const gone of ['0/000.p/61', 'entries/000.p/244', '0/001.p/49'])
      expect([gone, await store.readNamed(`log/tile/${gone}`)]).toEqual([gone, null]);
    expect(await store.readNamed('log/tile/0/002.p/37')).not.toBeNull();
  });

  it('leaves out what was rolled back, and takes what is committed late', async () => {
    const slow = new Client({ connectionString: owner().database.appUrl });
    await slow.connect();
    await slow.query('BEGIN');
    const late = uuidv7();
    await slow.query(INSERT, [late, randomUUID()]);
    const [early = ''] = await write();
    const sequencer = candidate();
    await untilAllIsLogged(sequencer);
    await slow.query('COMMIT');
    await slow.query('BEGIN');
    await slow.query(INSERT, [uuidv7(), randomUUID()]);
    await slow.query('ROLLBACK');
    await slow.end();
    await untilAllIsLogged(sequencer);
    const { entries } = await readLog(store);
    expect(entries.map((entry) => /event (\S+)/.exec(entry)?.[1])).toEqual([early, late]);
  });

  it('has an event in a checkpoint within two seconds, at fifty a second', async () => {
    const sequencer = candidate();
    sequencer.start();
    const waited: number[] = [];
    for (let second = 0; second < 3; second++) {
      const begun = Date.now();
      const size = Number((await sql('SELECT count(*)::int AS events FROM event'))[0]?.events) + 50;
      await write(randomUUID(), 50);
      const written = Date.now();
      while (((await readCheckpoint(store))?.size ?? 0) < size) await sleep(20);
      waited.push(Date.now() - written);
      await sleep(Math.max(0, 1000 - (Date.now() - begun)));
    }
    await sequencer.stop();
    expect(said).toEqual([]);
    expect(Math.max(...waited)).toBeLessThan(2000);
  });

  it('goes on from a checkpoint that was published and not noted', async () => {
    await write(randomUUID(), 3);
    const database = poolDatabase(pool);
    let transactions = 0;
    const dying = candidate({
      database: {
        ...database,
        transaction: (work) =>
          database.transaction(async (tx) => {
            const outcome = await work(tx);
            if (++transactions === 2) throw new Error('killed');
            return outcome;
          }),
      },
    });
    await expect(dying.round()).rejects.toThrow('killed');
    expect(await stateOfLog(database)).toMatchObject({ size: 0, fault: null });
    expect((await readCheckpoint(store))?.size).toBe(3);
    const note = await checkpointText();
    await write();
    await untilAllIsLogged(candidate());
    expect((await readLog(store)).checkpoint.size).toBe(4);
    expect(await checkpointText()).not.toBe(note);
  });

  it('rests while the store is away, and takes nothing into the log meanwhile', async () => {
    await write();
    const away = { ...store, readNamed: () => Promise.reject(new Error('away')) } as ObjectStore;
    await expect(candidate({ store: away }).round()).rejects.toThrow('away');
    expect(await sql('SELECT FROM log_entry')).toEqual([]);
    await untilAllIsLogged(candidate());
    expect((await readLog(store)).checkpoint.size).toBe(1);
  });
});

describe('two candidates, one of whom is killed under load', () => {
  const KILLS = runs(1) > 1 ? 100 : 4;

  it(
    'lose nothing, log nothing twice and never fork',
    async () => {
      const checkpoints: Checkpoint[] = [];
      const state = { over: false };
      const subjects = Array.from({ length: 12 }, () => randomUUID());
      const writers = [0, 1, 2].map(async (own) => {
        for (let turn = 0; !state.over; turn++) {
          await write(subjects[own * 4 + (turn % 4)]);
          await sleep(4);
        }
      });
      const steady = candidate();
      const other = (async () => {
        while (!state.over) {
          await steady.round();
          await sleep(5);
        }
      })();
      for (let kill = 0; kill < KILLS; kill++) {
        await killedAfter(Math.random() * 150);
        const checkpoint = await readCheckpoint(store);
        if (checkpoint) checkpoints.push(checkpoint);
      }
      state.over = true;
      await Promise.all([...writers, other]);
      await untilAllIsLogged(candidate());

      const { entries, leaves } = await readLog(store);
      const logged = entries.map((entry) => /event (\S+)/.exec(entry)?.[1]);
      const written = (await sql('SELECT id FROM event')).map(({ id }) => id);
      expect([...logged].sort()).toEqual(written.sort());
      expect(new Set(logged).size).toBe(logged.length);
      for (const { size, root } of checkpoints) expect(rootOver(leaves.slice(0, size))).toEqual(root);
      expect(checkpoints.length).toBe(KILLS);
    },
    30_000 + KILLS * 6_000,
  );

  async function killedAfter(milliseconds: number): Promise<void> {
    const runner = join(__dirname, '../../../../child-process/run-source.cjs');
    const file = join(__dirname, '../../../test/sequencing-child.ts');
    const child = spawn(process.execPath, [runner, file, owner().database.appUrl, folder, keyFile()]);
    const [ended, troubles] = [new Promise((resolve) => child.once('exit', resolve)), [] as string[]];
    child.stderr.on('data', (line) => troubles.push(String(line)));
    await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
    await sleep(milliseconds);
    child.kill('SIGKILL');
    await ended;
    expect(troubles).toEqual([]);
  }
});

describe('the sequencer stands, and signs nothing,', () => {
  let sequencer: Sequencer;
  beforeEach(async () => {
    sequencer = candidate();
    await write(randomUUID(), 300);
    await untilAllIsLogged(sequencer);
  });

  async function standsFor(fault: string, by = candidate()): Promise<void> {
    const note = await checkpointText();
    await write();
    await expect(by.round()).rejects.toMatchObject({ fault });
    expect(await stateOfLog(poolDatabase(pool))).toMatchObject({ fault });
    expect(await checkpointText()).toBe(note);
  }

  it('when the database is an older one, whatever has been written in it since', async () => {
    await write(randomUUID(), 5);
    await untilAllIsLogged(sequencer);
    const root = rootOver((await readLog(store)).leaves.slice(0, 300)).toString('hex');
    await tamper(
      'DELETE FROM event WHERE id IN (SELECT event_id FROM log_entry WHERE index >= 300)',
      'DELETE FROM log_entry WHERE index >= 300',
      `UPDATE published_log SET size = 300, root = '\\x${root}'`,
    );
    await standsFor('older-database', sequencer);
    await write(randomUUID(), 20);
    await standsFor('older-database');
    expect(await sql('SELECT FROM log_entry')).toHaveLength(300);
  });

  it('when the store is an older one, until it is the present one again', async () => {
    const [then, now] = [`${folder}-then`, `${folder}-now`];
    await cp(join(folder, 'log'), then, { recursive: true });
    await write();
    await untilAllIsLogged(sequencer);
    await cp(join(folder, 'log'), now, { recursive: true });
    for (const [of, fault] of [[then, 'older-store'] as const, [now, null] as const]) {
      await rm(join(folder, 'log'), { recursive: true });
      await cp(of, join(folder, 'log'), { recursive: true });
      if (fault) await standsFor(fault, sequencer);
      else await untilAllIsLogged(sequencer);
      await rm(of, { recursive: true });
    }
    expect(await stateOfLog(poolDatabase(pool))).toMatchObject({ size: 302, fault: null });
    await readLog(store);
  });

  it('when the log is gone from the store', async () => {
    const log = join(folder, 'log');
    const note = await checkpointText();
    await rm(log, { recursive: true });
    await store.writeNamed('log/keys', Buffer.from(''));
    await write();
    await expect(candidate().round()).rejects.toMatchObject({ fault: 'older-store' });
    await store.writeNamed('log/checkpoint', Buffer.from(note));
    await standsFor('damaged-tiles');
  });

  it('when a tile of the right edge was changed', async () => {
    const [name] = ['log/tile/0/001.p/44'];
    const tile = Buffer.from((await store.readNamed(name)) ?? []);
    tile[40] = (tile[40] ?? 0) ^ 1;
    await store.writeNamed(name, tile);
    await standsFor('damaged-tiles');
  });

  it('when an event of the last bundle is not what was logged', async () => {
    await tamper(`UPDATE event SET hash = sha256('') WHERE id = (SELECT event_id FROM log_entry WHERE index = 290)`);
    await standsFor('changed-event');
  });

  it('when another key has signed the checkpoint, or it is of other entries', async () => {
    const note = await checkpointText();
    await store.writeNamed('log/checkpoint', Buffer.from(note.replace('\n300\n', '\n299\n')));
    await standsFor('other-log');
    await store.writeNamed('log/checkpoint', Buffer.from(note));
    await untilAllIsLogged(candidate());
    const root = rootOver((await readLog(store)).leaves.slice(0, 300)).toString('hex');
    await write();
    await tamper(
      'DELETE FROM log_entry WHERE index = 300',
      `UPDATE published_log SET size = 300, root = '\\x${root}'`,
      'SELECT log_events(1)',
    );
    await standsFor('other-log');
  });

  it('when the file does not hold the key of the log', async () => {
    const pem = await readFile(keyFile());
    await rm(keyFile());
    const keyless = candidate();
    await write();
    await expect(keyless.round()).rejects.toMatchObject({ fault: 'no-key' });
    expect(await stateOfLog(poolDatabase(pool))).toMatchObject({ fault: null });
    await standsFor('no-key', keyless);
    await writeFile(keyFile(), pem);
    await untilAllIsLogged(candidate());
    expect(await stateOfLog(poolDatabase(pool))).toMatchObject({ size: 302, fault: null });
  });
});

describe('the key of the log', () => {
  it('is handed on by an entry that the key before it signed', async () => {
    await write();
    const sequencer = candidate();
    await untilAllIsLogged(sequencer);
    const written = await sequencer.rotateKey();
    await write();
    await untilAllIsLogged(candidate());
    const { entries, checkpoint } = await readLog(store);
    expect(checkpoint.size).toBe(3);
    expect(entries[1]).toMatch(/^patravali key 1\nkey \S+\nfrom \d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\nsignature \S+\n$/);
    expect(entries[1]).toContain(`key ${String(written)}\n`);
    const keys = String(await store.readNamed('log/keys'))
      .trim()
      .split('\n');
    expect(keys).toHaveLength(2);
    expect(keys[1]).toBe(written);
  });

  it('is in a file that its owner alone reads, and keeps the name under which the log began', async () => {
    await write();
    await untilAllIsLogged(candidate());
    await write();
    await untilAllIsLogged(candidate({ origin: 'elsewhere.example/log' }));
    expect((await readLog(store)).checkpoint.origin).toBe('eoffice.example.in/log');
    expect((await readFile(keyFile(), 'utf8')).startsWith('-----BEGIN PRIVATE KEY-----')).toBe(true);
  });
});

describe('the application', () => {
  it('can neither write nor change nor remove what is logged or waits', async () => {
    await write();
    await untilAllIsLogged(candidate());
    for (const table of ['log_entry', 'log_key', 'log_waiting']) {
      for (const act of [`DELETE FROM ${table}`, `TRUNCATE ${table}`, `INSERT INTO ${table} SELECT * FROM ${table}`])
        await expect(pool.query(act)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(pool.query('UPDATE log_entry SET index = index')).rejects.toMatchObject({ code: '42501' });
    await expect(pool.query('UPDATE log_key SET number = number')).rejects.toMatchObject({ code: '42501' });
    await expect(pool.query(`SELECT log_key_begins('x+01234567+A', NULL)`)).rejects.toMatchObject({
      constraint: 'log_key_is_an_entry',
    });
  });
});

const textOf = (row: Record<string, unknown>) => `patravali entry 1
event ${String(row.id)}
subject file ${String(row.subject_id)}
sequence ${String(row.sequence)}
previous ${String(row.previous)}
hash ${String(row.hash)}
`;
