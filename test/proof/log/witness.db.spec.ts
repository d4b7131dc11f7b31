import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { cp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { checkLog, LogWitness, stateOfLog } from '@patravali/ledger';
import { folderSource, verifyLog } from '@patravali/verifier';
import { serveWitness } from '../../../apps/office/src/witness/serve-witness';
import { Witness } from '../../../apps/office/src/witness/witness';
import { useLog } from '../../../libs/platform/ledger/test/use-log';
import {
  checkpointText as textOfCheckpoint,
  entriesOf,
  makeKey,
  signedNote,
  write as writeFile,
  writeLog,
} from '../../../libs/verifier/test/a-log';
import { naiveRoot } from '../../../libs/verifier/test/naive-tree';

const ofOffice = useLog();
const { folder, sql, tamper, candidate, write, untilAllIsLogged, store, database, checkpointText } = ofOffice;
const saidByLog = ofOffice.said;

/** The witness reads with the verifier, the office with the ledger: here they meet. */
describe('an office with a witness elsewhere', () => {
  let witness: Witness;
  let server: Server;
  const said: string[] = [];
  const own = () => `${folder()}-witness`;
  beforeEach(async () => {
    said.length = 0;
    witness = await Witness.open({ source: folderSource(join(folder(), 'log')), folder: own(), name: 'away.example' });
    server = await serveWitness(witness, { host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
    await rm(own(), { recursive: true });
  });

  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const watched = (change: { url?: string; key?: string } = {}) =>
    candidate({
      witness: new LogWitness({
        url: url(),
        key: witness.published.text,
        say: (line: string) => said.push(line),
        ...change,
      }),
    });
  const witnessed = async () => (await store().readNamed('log/witnessed'))?.toString() ?? null;

  it('keeps what the witness has signed beside its log, for whoever verifies', async () => {
    await write(randomUUID(), 300);
    await untilAllIsLogged(watched());
    expect([await witnessed(), said]).toEqual([null, [`witness ${url()}: it answers 404`]]);
    for (const size of [300, 340]) {
      await untilAllIsLogged(watched());
      expect(await witness.look()).toEqual({ outcome: 'cosigned', size });
      await untilAllIsLogged(watched());
      expect(await witnessed()).toBe(String(witness.note));
      await write(randomUUID(), 40);
    }
    const files = folderSource(join(folder(), 'log'));
    const read = (path: string, most: number) => files.read(path.replace('checkpoint', 'witnessed'), most);
    const answer = await verifyLog({ read }, { witnesses: [witness.published], withEntries: true });
    expect(answer).toMatchObject({ size: 340, events: 340 });
    expect(await checkLog(database(), store(), { witnessed: String(witness.note) })).toMatchObject({ fault: null });
  });

  it('asks again while the witness owes a signature', async () => {
    const sequencer = watched();
    sequencer.start();
    await write();
    // It has been asked in vain before there is anything that it could sign.
    while (!said.includes(`witness ${url()}: it answers 404`)) await sleep(20);
    let seen = await witness.look();
    for (; seen.outcome === 'away'; seen = await witness.look()) await sleep(20);
    expect(seen).toEqual({ outcome: 'cosigned', size: 1 });
    while ((await witnessed()) === null) await sleep(20);
    await sequencer.stop();
    expect(await witnessed()).toBe(String(witness.note));
  }, 60_000);

  it('notices that database and store were put back together, which it does not by itself', async () => {
    await write(randomUUID(), 300);
    await untilAllIsLogged(candidate());
    const [{ root } = {}] = await sql(`SELECT encode(root, 'hex') AS root FROM published_log`);
    const [log, then] = [join(folder(), 'log'), `${folder()}-then`];
    await cp(log, then, { recursive: true });
    await write(randomUUID(), 5);
    await untilAllIsLogged(candidate());
    expect(await witness.look()).toEqual({ outcome: 'cosigned', size: 305 });
    const seen = String(witness.note);
    for (const [since, outcome] of [
      [0, 'older'],
      [5, 'other'],
      [400, 'other'],
    ] as const) {
      await tamper(
        'DELETE FROM event WHERE id IN (SELECT event_id FROM log_entry WHERE index >= 300)',
        'DELETE FROM log_entry WHERE index >= 300',
        `UPDATE published_log SET size = 300, root = '\\x${String(root)}', fault = NULL`,
      );
      await rm(log, { recursive: true });
      await cp(then, log, { recursive: true });
      await write(randomUUID(), since);
      await untilAllIsLogged(candidate());
      expect(await stateOfLog(database())).toMatchObject({ size: 300 + since, fault: null });
      expect(await checkLog(database(), store())).toMatchObject({ fault: null });

      const note = await checkpointText();
      await expect(watched().round()).rejects.toMatchObject({ fault: 'older-than-witness' });
      expect(await stateOfLog(database())).toMatchObject({ fault: 'older-than-witness' });
      expect(await checkpointText()).toBe(note);
      expect(await checkLog(database(), store(), { witnessed: seen })).toMatchObject({ fault: 'older-than-witness' });
      expect(await witness.look()).toMatchObject({ outcome, kept: 305 });
      expect(String(witness.note)).toBe(seen);
    }
    await rm(then, { recursive: true });
  });

  it('notices it also while it runs', async () => {
    const sequencer = watched();
    await write(randomUUID(), 3);
    await untilAllIsLogged(candidate());
    await witness.look();
    await untilAllIsLogged(sequencer);
    await tamper('DELETE FROM log_key', 'DELETE FROM log_entry', 'DELETE FROM event');
    await sql(`UPDATE published_log SET size = 0, root = sha256('')`);
    await rm(join(folder(), 'log'), { recursive: true });
    await write();
    await expect(sequencer.round()).rejects.toMatchObject({ fault: 'older-than-witness' });
  });

  it('is signed on after a change of its key, which the log itself announces', async () => {
    await write(randomUUID(), 3);
    await untilAllIsLogged(candidate());
    expect(await witness.look()).toEqual({ outcome: 'cosigned', size: 3 });
    for (const size of [4, 5]) {
      const key = await candidate().rotateKey();
      expect(await witness.look()).toEqual({ outcome: 'cosigned', size });
      expect(witness.logKey?.text).toBe(key);
    }
    await candidate().rotateKey();
    await candidate().rotateKey();
    expect(await witness.look()).toEqual({ outcome: 'cosigned', size: 7 });
    await untilAllIsLogged(watched());
    expect(await witnessed()).toBe(String(witness.note));
    expect((await stateOfLog(database())).fault).toBeNull();
  });

  it('works on beside a witness of another office, and says whose it is', async () => {
    const elsewhere = `${folder()}-elsewhere`;
    const [key, entries] = [makeKey('other.example/log'), entriesOf(9)];
    writeLog(elsewhere, entries, [key]);
    writeFile(elsewhere, 'checkpoint', signedNote(textOfCheckpoint(9, naiveRoot(entries), key.name), key));
    const foreign = await Witness.open({ source: folderSource(elsewhere), folder: own(), name: 'away.example' });
    expect(await foreign.look()).toEqual({ outcome: 'cosigned', size: 9 });
    const closing = await serveWitness(foreign, { host: '127.0.0.1', port: 0 });
    const at = `http://127.0.0.1:${(closing.address() as AddressInfo).port}`;
    const sequencer = watched({ url: at });
    for (let round = 0; round < 2; round++) {
      await write(randomUUID(), 3);
      await untilAllIsLogged(sequencer);
    }
    expect(await stateOfLog(database())).toMatchObject({ size: 6, fault: null });
    expect(await witnessed()).toBeNull();
    expect(saidByLog).toEqual([
      'the witness signs the log other.example/log, not eoffice.example.in/log: what it has signed is not taken',
    ]);
    expect(await checkLog(database(), store(), { witnessed: String(foreign.note) })).toMatchObject({
      fault: null,
      witnessOf: 'other.example/log',
    });
    const pointed = await Witness.open({ source: folderSource(join(folder(), 'log')), folder: own(), name: 'x' });
    expect(await pointed.look()).toEqual({
      outcome: 'foreign',
      origin: 'eoffice.example.in/log',
      own: 'other.example/log',
    });
    closing.close();
    closing.closeAllConnections();
    await rm(elsewhere, { recursive: true });
  });

  it('works on without a witness that is away, or whose key is another one', async () => {
    await write(randomUUID(), 3);
    await untilAllIsLogged(candidate());
    await witness.look();
    const other = await Witness.open({ source: folderSource(own()), folder: `${own()}/other`, name: 'other.example' });
    const troubled = [
      [watched({ url: 'http://127.0.0.1:1' }), 'witness http://127.0.0.1:1: '],
      [watched({ key: other.published.text }), 'its key has not signed what it shows'],
      [watched({ key: 'none' }), 'none is no key'],
    ] as const;
    for (const [sequencer, words] of troubled) {
      said.length = 0;
      await write();
      await untilAllIsLogged(sequencer);
      await untilAllIsLogged(sequencer);
      expect(said).toEqual([expect.stringContaining(words)]);
    }
    expect(await stateOfLog(database())).toMatchObject({ size: 6, fault: null });
    expect(await witnessed()).toBeNull();
  });
});
