import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkLog, stateOfLog } from '@patravali/ledger';
import { folderSource, type LogQuestion, readVerifierKey, verifyLog } from '@patravali/verifier';
import { Witness } from '../../../apps/office/src/witness/witness';
import { restoreOlder } from '../../../libs/platform/ledger/test/losses';
import { readLog } from '../../../libs/platform/ledger/test/read-log';
import { useLog } from '../../../libs/platform/ledger/test/use-log';
import { runs } from '../../support/run/runs';

const { folder, appUrl, keyFile, sql, tamper, candidate, write, untilAllIsLogged, store, database, checkpointText } =
  useLog();

const log = () => join(folder(), 'log');
const verify = (question: Partial<LogQuestion> = {}) =>
  verifyLog(folderSource(log()), { witnesses: [], withEntries: true, ...question });
const check = () => checkLog(database(), store());
const keys = async () =>
  String(await store().readNamed('log/keys'))
    .trim()
    .split('\n');

const restore = (size: number) => restoreOlder(sql, size);

const stands = async (fault: string) => {
  await expect(candidate().round()).rejects.toMatchObject({ fault });
};

describe('a log whose database was restored from an older backup', () => {
  const subject = randomUUID();
  beforeEach(async () => {
    await write(subject, 300);
    await untilAllIsLogged(candidate());
  });

  it('goes on after what is lost, which it says for good, before verifier and witness', async () => {
    const witness = await Witness.open({ source: folderSource(log()), folder: `${folder()}-witness`, name: 'away' });
    await write(subject, 5);
    await write(randomUUID(), 2);
    await untilAllIsLogged(candidate());
    expect(await witness.look()).toEqual({ outcome: 'cosigned', size: 307 });
    const kept = Buffer.from(await checkpointText());
    await restore(300);
    await write(subject, 4);
    await stands('older-database');

    const plan = await candidate().resume(null);
    expect(plan).toMatchObject({ restored: 7, lost: [{ from: 300, to: 306 }], lostEvents: 7, isDone: false });
    expect(Math.abs((plan?.lostFrom?.getTime() ?? 0) - Date.now())).toBeLessThan(600_000);
    await stands('older-database');
    expect(await checkpointText()).toBe(String(kept));

    expect(await candidate().resume('An older backup.')).toMatchObject({ isDone: true, key: null, lostEvents: 7 });
    await untilAllIsLogged(candidate());
    const { entries } = await readLog(store());
    expect(entries[307]).toMatch(/^patravali loss 1\nentries 300-306\nat \S+Z\nreason An older backup\.\n$/);
    // The loss, the event that tells of it, and what has happened since.
    expect(entries).toHaveLength(313);
    expect(await sql(`SELECT reason, data FROM event WHERE name = 'organisation.log_resumed'`)).toEqual([
      { reason: 'An older backup.', data: { restoredEntries: 7, lostEvents: 7 } },
    ]);
    const lost = { kind: 'loss', index: 307, from: 300, to: 306, reason: 'An older backup.' };
    expect(await verify({ kept })).toMatchObject({ size: 313, keptSize: 307, breaks: [lost] });
    expect(await verify({ kept, withEntries: false })).toMatchObject({ size: 313, breaks: [lost] });
    expect(await witness.look()).toEqual({ outcome: 'cosigned', size: 313 });
    expect(witness.losses).toMatchObject([lost]);
    await witness.look();
    expect(witness.losses).toEqual([]);
    expect(await check()).toMatchObject({
      entries: 313,
      unlogged: 0,
      fault: null,
      breaks: [{ index: 307, entries: { from: 300, to: 306 }, reason: 'An older backup.' }],
    });
    expect(await candidate().resume('again')).toMatchObject({ isDone: false, restored: 0, lost: [] });
    await rm(`${folder()}-witness`, { recursive: true });
  });

  it('goes on again after another loss, also of the first one', async () => {
    for (const [size, lost] of [
      [298, [{ from: 298, to: 299 }]],
      [
        290,
        [
          { from: 290, to: 297 },
          { from: 301, to: 309 },
        ],
      ],
    ] as const) {
      await restore(size);
      expect(await candidate().resume('Once more.')).toMatchObject({ lost, isDone: true });
      await untilAllIsLogged(candidate());
      await write(subject, 8);
      await untilAllIsLogged(candidate());
      await verify();
    }
    expect(await verify()).toMatchObject({ breaks: [{ from: 298 }, { from: 301 }, { from: 290, to: 297 }] });
    expect(await check()).toMatchObject({ fault: null, unlogged: 0 });
  });

  it('loses nothing where only its own rows are lacking, and where the keys are', async () => {
    await candidate().rotateKey();
    await write(subject, 3);
    await untilAllIsLogged(candidate());
    const note = await checkpointText();
    await restore(304);
    await tamper(
      `INSERT INTO log_waiting (event_id) SELECT event_id FROM log_entry WHERE index > 290 AND event_id IS NOT NULL`,
      'DELETE FROM log_entry WHERE index > 290',
      'DELETE FROM log_key WHERE number > 1',
      `UPDATE published_log SET size = 0, root = sha256('')`,
    );
    expect(await candidate().resume(null)).toMatchObject({ restored: 13, lost: [], isKeyLost: false, isDone: true });
    expect(await checkpointText()).toBe(note);
    await untilAllIsLogged(candidate());
    expect(await verify()).toMatchObject({ size: 305, events: 304, keyChanges: 1, breaks: [] });
    expect(await check()).toMatchObject({ fault: null, unlogged: 0 });
  });

  it('does not go on where an event is not the one that was logged, or a later one of the same subject is there', async () => {
    await write(subject, 4);
    await untilAllIsLogged(candidate());
    const [, , , last = ''] = (await sql('SELECT event_id FROM log_entry WHERE index >= 300 ORDER BY index')).map(
      ({ event_id }) => String(event_id),
    );
    await tamper(
      `DELETE FROM event WHERE id IN (SELECT event_id FROM log_entry WHERE index BETWEEN 300 AND 302)`,
      'DELETE FROM log_entry WHERE index >= 300',
      `UPDATE published_log SET size = 0, root = sha256('')`,
    );
    await expect(candidate().resume('x')).rejects.toMatchObject({ fault: 'changed-event', place: '303' });
    await tamper(`UPDATE event SET previous_hash = sha256('x') WHERE id = '${last}'`);
    await expect(candidate().resume('x')).rejects.toMatchObject({ fault: 'changed-event', place: '303' });
  });

  it('does not take back what the store holds otherwise than it was signed, or by another key', async () => {
    await write(subject, 4);
    await untilAllIsLogged(candidate());
    await restore(300);
    const note = await checkpointText();
    const name = 'log/tile/entries/001.p/48';
    const bundle = (await store().readNamed(name)) ?? Buffer.alloc(0);
    const changed = Buffer.from(bundle);
    changed[changed.length - 3] = (changed[changed.length - 3] ?? 0) ^ 1;
    await store().writeNamed(name, changed);
    await expect(candidate().resume('x')).rejects.toMatchObject({ fault: 'other-log' });
    await rm(join(folder(), name));
    await expect(candidate().resume('x')).rejects.toMatchObject({ fault: 'damaged-tiles', place: name });
    await store().writeNamed(name, bundle);
    await store().writeNamed('log/checkpoint', Buffer.from(note.replace('eoffice', 'other')));
    await expect(candidate().resume('x')).rejects.toMatchObject({ fault: 'other-log' });
    expect(await sql('SELECT FROM log_entry')).toHaveLength(300);
  });

  it('does not hide an event that somebody took out behind the text of its entry', async () => {
    await tamper(
      `UPDATE log_entry l SET event_id = NULL, text = log_entry_text(e) FROM event e WHERE e.id = l.event_id AND index = 299`,
      `DELETE FROM event WHERE sequence = 300`,
    );
    expect(await check()).toMatchObject({ fault: 'changed-event', place: '299' });
  });
});

describe('a log whose store or key is lost', () => {
  const subject = randomUUID();
  beforeEach(async () => {
    await write(subject, 300);
    await untilAllIsLogged(candidate());
  });

  it('is written anew from the database, which says so', async () => {
    await rm(log(), { recursive: true });
    await write(subject, 2);
    await stands('older-store');
    expect(await candidate().resume(null)).toMatchObject({ isStoreOlder: true, lost: [], isDone: false });
    expect(await candidate().resume('The disk.')).toMatchObject({ isStoreOlder: true, isDone: true });
    await untilAllIsLogged(candidate());
    const anew = { kind: 'loss', index: 300, from: 300, to: undefined, reason: 'The disk.' };
    expect(await verify()).toMatchObject({ size: 304, breaks: [anew] });
    expect(await verify({ withEntries: false })).toMatchObject({ breaks: [anew] });
    expect(await check()).toMatchObject({ fault: null, unlogged: 0, breaks: [{ index: 300 }] });
    expect(await stateOfLog(database())).toMatchObject({ size: 304, fault: null });
  });

  it('has its tiles again, and nothing to say of it', async () => {
    const note = await checkpointText();
    await rm(join(log(), 'tile/0/000'));
    await store().writeNamed('log/tile/entries/001.p/44', Buffer.from('x'));
    await rm(join(log(), 'keys'));
    expect(await check()).toMatchObject({ fault: 'damaged-tiles' });
    expect(await candidate().resume(null)).toMatchObject({ areTilesDamaged: true, isDone: true });
    expect(await checkpointText()).toBe(note);
    await untilAllIsLogged(candidate());
    expect(await check()).toMatchObject({ fault: null, breaks: [], entries: 301 });
    expect(await verify()).toMatchObject({ breaks: [], events: 301 });
  });

  it('goes on with a new key, which is believed only by who was given it, or takes what stands there', async () => {
    const [first = ''] = await keys();
    await rename(keyFile(), `${keyFile()}.gone`);
    const note = await checkpointText();
    expect(await candidate().resume(null)).toMatchObject({ isKeyLost: true, isDone: false, key: null });
    const outcome = await candidate().resume('Lost with the old machine.');
    expect(outcome).toMatchObject({ isKeyLost: true, isDone: true, lost: [] });
    const second = String(outcome?.key);
    await write(subject, 2);
    await untilAllIsLogged(candidate());
    expect(await keys()).toEqual([first, second]);
    const [key, later] = [readVerifierKey(first), readVerifierKey(second)];
    if (!key || !later) throw new Error('no keys');

    const lost = { kind: 'lost key', index: 300, reason: 'Lost with the old machine.' };
    for (const withEntries of [true, false]) {
      const right = { signingKey: { text: second }, breaks: [lost], isKeyProven: true };
      expect(await verify({ withEntries })).toMatchObject(right);
      expect(await verify({ withEntries, key, laterKeys: [later] })).toMatchObject(right);
      await expect(verify({ withEntries, key })).rejects.toMatchObject({ code: 'key-unannounced' });
      expect(await verify({ withEntries, kept: Buffer.from(note) })).toMatchObject({ keptSize: 300 });
    }
    expect(await check()).toMatchObject({ fault: null, breaks: [{ index: 300, entries: null }] });
    const sequencer = candidate();
    await sequencer.rotateKey();
    await untilAllIsLogged(candidate());
    expect(await verify({ key, laterKeys: [later] })).toMatchObject({ keyChanges: 2, breaks: [lost] });
  });

  it('goes on where database, and key are lost together', async () => {
    await write(subject, 2);
    await untilAllIsLogged(candidate());
    await restore(300);
    await rm(keyFile());
    expect(await candidate().resume('All of it.')).toMatchObject({ isKeyLost: true, lostEvents: 2, isDone: true });
    await untilAllIsLogged(candidate());
    expect(await verify()).toMatchObject({
      breaks: [
        { kind: 'loss', index: 302 },
        { kind: 'lost key', index: 303 },
      ],
    });
    expect(await check()).toMatchObject({ fault: null, unlogged: 0 });
  });
});

describe('whoever lets a log go on and is killed meanwhile', () => {
  const KILLS = runs(5);

  it(
    'leaves the log that stands, or the one that goes on',
    async () => {
      const subject = randomUUID();
      await write(subject, 20);
      await untilAllIsLogged(candidate());
      let told = 0;
      for (let kill = 0; kill < KILLS; kill++) {
        await write(subject, 3);
        await untilAllIsLogged(candidate());
        const { checkpoint } = await readLog(store());
        await restore(checkpoint.size - 3);
        await killedAfter(Math.random() * 80);
        const before = await losses();
        expect([told, told + 1]).toContain(before);
        if (before === told) await stands('older-database');
        const outcome = await candidate().resume('An older backup was restored.');
        expect(outcome?.isDone).toBe(before === told);
        await untilAllIsLogged(candidate());
        told += 1;
        expect(await losses()).toBe(told);
        expect((await verify()).breaks).toHaveLength(told);
        expect(await check()).toMatchObject({ fault: null, unlogged: 0 });
      }
    },
    60_000 + KILLS * 20_000,
  );

  const losses = async () => (await sql(`SELECT FROM log_entry WHERE text LIKE 'patravali loss%'`)).length;

  async function killedAfter(milliseconds: number): Promise<void> {
    const runner = join(__dirname, '../../../libs/platform/child-process/run-source.cjs');
    const file = join(__dirname, '../../../libs/platform/ledger/test/resuming-child.ts');
    const env = { ...process.env, PGAPPNAME: 'resuming' };
    const child = spawn(process.execPath, [runner, file, appUrl(), folder(), keyFile()], { env });
    const [ended, troubles] = [new Promise((resolve) => child.once('exit', resolve)), [] as string[]];
    child.stderr.on('data', (line) => troubles.push(String(line)));
    await Promise.race([new Promise((resolve) => child.stdout.once('data', resolve)), ended]);
    // Where it stands when it is killed is drawn at random.
    await sleep(milliseconds);
    child.kill('SIGKILL');
    await ended;
    while ((await sql(`SELECT FROM pg_stat_activity WHERE application_name = 'resuming'`)).length > 0) await sleep(10);
    expect(troubles).toEqual([]);
  }
});
