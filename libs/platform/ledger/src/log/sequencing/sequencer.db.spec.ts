import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ObjectStore } from '@patravali/storage';
import { Client } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { runs } from '../../../../../../test/support/run/runs';
import { readCheckpoint, readLog, rootOver } from '../../../test/read-log';
import { INSERT, useLog } from '../../../test/use-log';
import type { Checkpoint } from '../notes/checkpoint';
import { stateOfLog } from './sequencer';

const { said, appUrl, folder, keyFile, store, database, sql, candidate, write, untilAllIsLogged, checkpointText } =
  useLog();

describe('the sequencer', () => {
  it('takes every committed event into the log, those of a subject in their order, and publishes it', async () => {
    const subjects = [randomUUID(), randomUUID(), randomUUID()];
    for (const subject of [...subjects, ...subjects]) await write(subject, 120);
    await untilAllIsLogged(candidate());
    const { checkpoint, entries } = await readLog(store());
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
      await readLog(store());
    }
    expect((await readLog(store())).checkpoint.size).toBe(549);
    for (const gone of ['0/000.p/61', 'entries/000.p/244', '0/001.p/49'])
      expect([gone, await store().readNamed(`log/tile/${gone}`)]).toEqual([gone, null]);
    expect(await store().readNamed('log/tile/0/002.p/37')).not.toBeNull();
  });

  it('leaves out what was rolled back, and takes what is committed late', async () => {
    const slow = new Client({ connectionString: appUrl() });
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
    const { entries } = await readLog(store());
    expect(entries.map((entry) => /event (\S+)/.exec(entry)?.[1])).toEqual([early, late]);
  });

  it('takes what is written while it runs into a checkpoint by itself', async () => {
    const sequencer = candidate();
    sequencer.start();
    for (const size of [50, 100]) {
      await write(randomUUID(), 50);
      while (((await readCheckpoint(store()))?.size ?? 0) < size) await sleep(20);
    }
    await sequencer.stop();
    expect(said).toEqual([]);
    expect((await readLog(store())).checkpoint.size).toBe(100);
  });

  it('goes on from a checkpoint that was published and not noted', async () => {
    await write(randomUUID(), 3);
    const real = database();
    let transactions = 0;
    const dying = candidate({
      database: {
        ...real,
        transaction: (work) =>
          real.transaction(async (tx) => {
            const outcome = await work(tx);
            if (++transactions === 2) throw new Error('killed');
            return outcome;
          }),
      },
    });
    await expect(dying.round()).rejects.toThrow('killed');
    expect(await stateOfLog(real)).toMatchObject({ size: 0, fault: null });
    expect((await readCheckpoint(store()))?.size).toBe(3);
    const note = await checkpointText();
    await write();
    await untilAllIsLogged(candidate());
    expect((await readLog(store())).checkpoint.size).toBe(4);
    expect(await checkpointText()).not.toBe(note);
  });

  it('rests while the store is away, and takes nothing into the log meanwhile', async () => {
    await write();
    const away = { readNamed: () => Promise.reject(new Error('away')) } as unknown as ObjectStore;
    await expect(candidate({ store: away }).round()).rejects.toThrow('away');
    expect(await sql('SELECT FROM log_entry')).toEqual([]);
    await untilAllIsLogged(candidate());
    expect((await readLog(store())).checkpoint.size).toBe(1);
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
      // Writers and candidate work on at a pace, so that the database has room for the one who is killed.
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
        const checkpoint = await readCheckpoint(store());
        if (checkpoint) checkpoints.push(checkpoint);
      }
      state.over = true;
      await Promise.all([...writers, other]);
      await untilAllIsLogged(candidate());

      const { entries, leaves } = await readLog(store());
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
    const child = spawn(process.execPath, [runner, file, appUrl(), folder(), keyFile()]);
    const [ended, troubles] = [new Promise((resolve) => child.once('exit', resolve)), [] as string[]];
    child.stderr.on('data', (line) => troubles.push(String(line)));
    await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
    // Where it stands when it is killed is drawn at random.
    await sleep(milliseconds);
    child.kill('SIGKILL');
    await ended;
    expect(troubles).toEqual([]);
  }
});

const textOf = (row: Record<string, unknown>) => `patravali entry 1
event ${String(row.id)}
subject file ${String(row.subject_id)}
sequence ${String(row.sequence)}
previous ${String(row.previous)}
hash ${String(row.hash)}
`;
