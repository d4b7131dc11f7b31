import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  folderSource,
  isNoteSignedBy,
  type LogSource,
  readCheckpoint,
  readVerifierKey,
  Wrong,
} from '@patravali/verifier';
import {
  checkpointText,
  cosignature,
  entriesOf,
  keyEntryText,
  makeKey,
  signature,
  signatureLine,
  signedNote,
  write,
  writeLog,
} from '../../../../libs/verifier/test/a-log';
import { naiveRoot } from '../../../../libs/verifier/test/naive-tree';
import { serveWitness } from './serve-witness';
import { Witness, type WitnessOptions } from './witness';

const entries = entriesOf(800);
const key = makeKey();

describe('a witness', () => {
  let folder: string;
  let log: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'witness-'));
    log = join(folder, 'office');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const open = (change: Partial<WitnessOptions> = {}) =>
    Witness.open({ source: folderSource(log), folder: join(folder, 'own'), name: 'away.example/witness', ...change });
  const show = (size: number, by = [key]) => writeLog(log, entries.slice(0, size), by);
  const sizeOf = (witness: Witness) => witness.note && readCheckpoint(witness.note)?.size;
  const ofOther = () => [...entries.slice(0, 250), ...entriesOf(900).slice(800, 900), ...entries.slice(350)];

  it('signs what continues what it has signed, with the time, beside the signature of the log', async () => {
    const witness = await open();
    for (const size of [3, 255, 256, 300, 800]) {
      show(size);
      const before = Math.floor(Date.now() / 1000);
      expect(await witness.look()).toEqual({ outcome: 'cosigned', size });
      const checkpoint = readCheckpoint(witness.note ?? Buffer.of());
      expect(checkpoint).toMatchObject({ size, origin: key.name });
      const logKey = readVerifierKey(key.vkey);
      if (!checkpoint || !logKey) throw new Error('unreadable');
      expect(await isNoteSignedBy(checkpoint.note, logKey)).toBe(true);
      expect(await isNoteSignedBy(checkpoint.note, witness.published)).toBe(true);
      const time = Buffer.from(checkpoint.note.signatures[1]?.bytes ?? []).readBigUInt64BE();
      expect(Number(time)).toBeGreaterThanOrEqual(before);
      expect(Number(time)).toBeLessThanOrEqual(Math.ceil(Date.now() / 1000));
      // What it has signed stands with its time when nothing has come meanwhile.
      const { note } = witness;
      expect(await witness.look()).toEqual({ outcome: 'cosigned', size });
      expect(witness.note).toEqual(note);
    }
    expect(witness.published).toMatchObject({ name: 'away.example/witness', kind: 4 });
  });

  it('keeps its last checkpoint, and does not sign an older log or another one, also after a new start', async () => {
    show(300);
    await (await open()).look();
    show(299);
    for (const witness of [await open(), await open()]) {
      expect(await witness.look()).toEqual({ outcome: 'older', size: 299, kept: 300 });
      expect(sizeOf(witness)).toBe(300);
    }
    const witness = await open();
    for (const size of [300, 700]) {
      writeLog(log, ofOther().slice(0, size), [key]);
      expect(await witness.look()).toEqual({ outcome: 'other', size, kept: 300 });
      expect(sizeOf(witness)).toBe(300);
    }
    show(700);
    expect(await witness.look()).toEqual({ outcome: 'cosigned', size: 700 });
    rmSync(log, { recursive: true });
    expect(await witness.look()).toEqual({ outcome: 'older', size: 0, kept: 700 });
  });

  it('does not sign while the office lacks the hashes that show it', async () => {
    show(300);
    const witness = await open();
    await witness.look();
    show(700);
    rmSync(join(log, 'tile/0/001'));
    expect(await witness.look()).toEqual({ outcome: 'unproved', size: 700, kept: 300 });
    expect(sizeOf(witness)).toBe(300);
  });

  it('believes the key that it was given, or else the first that it saw, until it is given another', async () => {
    const [given, second] = [makeKey(), makeKey()];
    show(3);
    expect(await (await open({ logKey: readVerifierKey(given.vkey) })).look()).toEqual({ outcome: 'unsigned' });
    expect(await (await open()).look()).toEqual({ outcome: 'unsigned' });
    expect(await (await open({ logKey: readVerifierKey(key.vkey) })).look()).toMatchObject({ outcome: 'cosigned' });
    writeLog(log, [...entries.slice(0, 3), Buffer.from(keyEntryText(key, second))], [key, second]);
    expect(await (await open()).look()).toEqual({ outcome: 'unsigned' });
    const told = await open({ logKey: readVerifierKey(second.vkey) });
    expect(await told.look()).toEqual({ outcome: 'cosigned', size: 4 });
    expect((await open()).logKey?.text).toBe(second.vkey);
  });

  it('follows changes of key that the log holds and each key before has signed, and no others', async () => {
    const [second, third, thief] = [makeKey(), makeKey(), makeKey()];
    const changed = [
      ...entries.slice(0, 300),
      Buffer.from(keyEntryText(key, second)),
      ...entries.slice(300, 400),
      Buffer.from(keyEntryText(second, third)),
    ];
    const told = (index: number) => `index ${index}\n${String(changed[index])}\n`;
    show(300);
    await (await open()).look();
    writeLog(log, changed, [key, second, third]);
    const stolen = Buffer.from(keyEntryText(thief, third));
    for (const changes of [
      '',
      'x',
      told(401),
      told(401) + told(300),
      told(300),
      told(300).replace('300', '299') + told(401),
      `${told(300)}index 401\n${String(stolen)}\n`,
    ]) {
      write(log, 'changes', changes);
      expect([changes, await (await open()).look()]).toEqual([changes, { outcome: 'unsigned' }]);
    }
    write(log, 'changes', told(300) + told(401));
    const witness = await open();
    expect(await witness.look()).toEqual({ outcome: 'cosigned', size: 402 });
    expect(witness.logKey?.text).toBe(third.vkey);
    expect((await open()).logKey?.text).toBe(third.vkey);
    rmSync(join(folder, 'own'), { recursive: true });
    expect(await (await open()).look()).toEqual({ outcome: 'cosigned', size: 402 });
  });

  it('signs nothing that is no checkpoint of this log', async () => {
    show(3);
    const witness = await open();
    await witness.look();
    const text = checkpointText(4, naiveRoot(entries.slice(0, 4)));
    for (const note of ['', text, signedNote(text, makeKey())]) {
      write(log, 'checkpoint', note);
      expect(await witness.look()).toEqual({ outcome: 'unsigned' });
    }
    const other = key.name.replace('eoffice', 'other');
    write(log, 'checkpoint', signedNote(text.replace('eoffice', 'other'), key));
    expect(await witness.look()).toEqual({ outcome: 'foreign', origin: other, own: key.name });
    const logKey = readVerifierKey(makeKey(other).vkey);
    await expect(open({ logKey })).rejects.toThrow(`${key.name} was signed here, not ${other}`);
    expect(sizeOf(witness)).toBe(3);
  });

  it('is not made to forget by lines of others', async () => {
    show(3);
    const text = checkpointText(3, naiveRoot(entries.slice(0, 3)));
    const lines = Array.from({ length: 99 }, (_, at) => cosignature(makeKey(`other${at}.example`, 4), text, 1));
    write(log, 'checkpoint', `${text}\n${lines.join('')}${signatureLine(key, signature(key, text))}`);
    expect(await (await open()).look()).toEqual({ outcome: 'cosigned', size: 3 });
    expect(sizeOf(await open())).toBe(3);
    write(join(folder, 'own'), 'log/checkpoint', 'spoilt');
    await expect(open()).rejects.toThrow('cannot be read');
  });

  it('waits for an office that is away, or has no log yet', async () => {
    const away: LogSource = { read: () => Promise.reject(new Wrong('target-unreadable')) };
    expect(await (await open({ source: away })).look()).toEqual({ outcome: 'away' });
    expect(await (await open()).look()).toEqual({ outcome: 'away' });
    show(300);
    await (await open()).look();
    show(400);
    const files = folderSource(log);
    const half: LogSource = { read: (path, most) => (path === 'checkpoint' ? files : away).read(path, most) };
    expect(await (await open({ source: half })).look()).toEqual({ outcome: 'away' });
  });

  it('has one key, which its owner alone reads', async () => {
    const [first, again] = [await open(), await open({ name: 'another.example/witness' })];
    expect(again.published.text).toBe(first.published.text);
    expect(statSync(join(folder, 'own/log/witness-key.pem')).mode & 0o777).toBe(0o600);
  });

  it('shows its checkpoint and its key, and nothing else', async () => {
    show(3);
    const witness = await open();
    const server = await serveWitness(witness, { host: '127.0.0.1', port: 0 });
    const at = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const ask = async (path: string, method = 'GET') => {
      const answer = await fetch(`${at}${path}`, { method });
      return [answer.status, await answer.text()];
    };
    expect(await ask('/checkpoint')).toEqual([404, '']);
    await witness.look();
    expect(await ask('/checkpoint')).toEqual([200, String(witness.note)]);
    expect(await ask('/key')).toEqual([200, `${witness.published.text}\n`]);
    expect(await ask('/log/witness-key.pem')).toEqual([404, '']);
    expect(await ask('/checkpoint', 'DELETE')).toEqual([405, '']);
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  });
});
