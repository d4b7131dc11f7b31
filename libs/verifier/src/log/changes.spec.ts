import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  checkpointText,
  entriesOf,
  keyEntryText,
  leafOf,
  type LogKey,
  lossEntryText,
  lostKeyEntryText,
  makeKey,
  signedNote,
  write,
  writeLog,
} from '../../test/a-log';
import { keyOf } from '../../test/key-of';
import { naiveRoot } from '../../test/naive-tree';
import { fromText } from '../primitives/bytes';
import { type Checkpoint, readCheckpoint } from '../notes/checkpoint';
import { changesWithin, keyFollowing, lossesSince, MOST_BYTES, readChanges } from './changes';
import { folderSource } from './log-source';

type Told = readonly [index: number, entry: Uint8Array | string];

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'log-'))));
afterEach(() => rmSync(folder, { recursive: true }));

const source = () => folderSource(folder);
const changesText = (...told: readonly Told[]) =>
  told.map(([index, entry]) => `index ${index}\n${String(entry)}\n`).join('');
const tell = (...told: readonly Told[]) => write(folder, 'changes', changesText(...told));
const UNREADABLE = { code: 'changes-unreadable', particulars: { path: 'changes' } };
/** The checkpoint over these entries, signed. */
function now(entries: readonly Uint8Array[], by: LogKey): Checkpoint {
  const found = readCheckpoint(fromText(signedNote(checkpointText(entries.length, naiveRoot(entries)), by)));
  if (!found) throw new Error('no checkpoint');
  return found;
}

describe('what a log shows of its changes', () => {
  const [first, second] = [makeKey(), makeKey()];
  const [loss, keyEntry] = [lossEntryText('3-5'), keyEntryText(first, second)];

  it('is nothing where it shows none', async () => {
    expect(await readChanges(source())).toEqual([]);
  });

  it('is each with its place, in their order', async () => {
    tell([7, loss], [8, keyEntry], [300, lostKeyEntryText(second, null)]);
    const found = await readChanges(source());
    expect(found.map(({ index, entry }) => [index, entry.kind])).toEqual([
      [7, 'loss'],
      [8, 'key'],
      [300, 'lost key'],
    ]);
    expect(found.map(({ leaf }) => Buffer.from(leaf))[1]).toEqual(leafOf(Buffer.from(keyEntry)));
  });

  it.each([
    ['empty', ''],
    ['of empty lines', '\n\n'],
    ['no text', Buffer.of(0xff)],
    ['in another order', changesText([8, loss], [7, keyEntry])],
    ['twice of one place', changesText([7, loss], [7, keyEntry])],
    ['in another order after the second', changesText([7, loss], [9, keyEntry], [8, loss])],
    ['of an event', changesText([7, entriesOf(1)[0] ?? ''])],
    ['partly no changes', `${changesText([7, loss])}x\n`],
    ['without a place', changesText([7, loss]).replace('index 7\n', '')],
    ['of a place that is no number', changesText([7, loss]).replace('index 7', 'index 07')],
    ['behind something else', `x${changesText([7, loss])}`],
  ])('is refused when it is %s', async (_, text) => {
    write(folder, 'changes', text);
    await expect(readChanges(source())).rejects.toMatchObject(UNREADABLE);
  });

  it('is read up to a bound, and not beyond it', async () => {
    const long = (bytes: number) => {
      const whole = changesText([7, lossEntryText('3-5', 'x')]);
      return changesText([7, lossEntryText('3-5', 'x'.repeat(1 + bytes - whole.length))]);
    };
    write(folder, 'changes', long(MOST_BYTES));
    expect(await readChanges(source())).toHaveLength(1);
    write(folder, 'changes', long(MOST_BYTES + 1));
    await expect(readChanges(source())).rejects.toMatchObject(UNREADABLE);
  });

  it('is held against the hashes of the tile in which it lies', async () => {
    tell([256, loss], [257, keyEntry], [259, loss]);
    const changes = await readChanges(source());
    const hashes = [Buffer.from(loss), Buffer.from(keyEntry), Buffer.from('x')].map(leafOf);
    expect(changesWithin(changes, { from: 256, hashes })).toEqual(changes.slice(0, 2));
    expect(changesWithin(changes, { from: 0, hashes })).toEqual([]);
    expect(() => changesWithin(changes, { from: 257, hashes })).toThrow('change-of-other-log');
  });
});

describe('what a log has lost since some place', () => {
  const key = makeKey();
  const [loss, lostKey, keyEntry] = [lossEntryText('3-5'), lostKeyEntryText(key, null), keyEntryText(key, key)];
  const entries = [...entriesOf(8), ...[loss, keyEntry, lostKey].map((text) => Buffer.from(text)), ...entriesOf(2)];

  it('is what its hashes prove that it says there', async () => {
    writeLog(folder, entries, [key]);
    tell([8, loss], [9, keyEntry], [10, lostKey]);
    const places = async (from: number, size = entries.length) =>
      (await lossesSince(source(), from, now(entries.slice(0, size), key))).map(({ index }) => index);
    expect(await places(0)).toEqual([8, 10]);
    expect(await places(8)).toEqual([8, 10]);
    expect(await places(9)).toEqual([10]);
    expect(await places(11)).toEqual([]);
    expect(await lossesSince(source(), 0, now(entries, key))).toMatchObject([{ kind: 'loss', from: 3, to: 5 }, {}]);
    tell([7, loss], [8, loss]);
    expect(await places(0)).toEqual([8]);
    // A smaller log, of which the changes tell too much already.
    writeLog(folder, entries.slice(0, 10), [key]);
    tell([8, loss], [10, lostKey]);
    expect(await places(0, 10)).toEqual([8]);
  });
});

describe('the key that follows from a known one', () => {
  const [first, second, third, thief] = [makeKey(), makeKey(), makeKey(), makeKey()];
  const [toSecond, toThird] = [keyEntryText(first, second), keyEntryText(second, third)];
  const entries = [...entriesOf(4), Buffer.from(toSecond), ...entriesOf(3), Buffer.from(toThird)];
  const following = async (by: LogKey, known = first, of = entries) =>
    (await keyFollowing(source(), keyOf(known), now(of, by)))?.text;

  it('is the one that has signed, when each was signed by the one before', async () => {
    writeLog(folder, entries, [first, second, third]);
    tell([4, toSecond], [8, toThird]);
    expect(await following(third)).toBe(third.vkey);
    expect(await following(third, second)).toBe(third.vkey);
    expect(await following(second)).toBeUndefined();
    expect(await following(thief)).toBeUndefined();
    expect(await following(third, third)).toBeUndefined();
    expect(await following(first, thief)).toBeUndefined();
  });

  it('is none where nothing follows', async () => {
    writeLog(folder, entries, [first]);
    expect(await following(first)).toBeUndefined();
    tell([4, lossEntryText('3-3')]);
    expect(await following(first)).toBeUndefined();
  });

  it('is none by entries that are not in this log, or not yet', async () => {
    const forged = keyEntryText(first, thief);
    writeLog(folder, entries, [first]);
    tell([4, forged]);
    expect(await following(thief)).toBeUndefined();
    tell([4, toSecond], [8, keyEntryText(second, thief)]);
    expect(await following(thief)).toBeUndefined();
    const earlier = entries.slice(0, 8);
    writeLog(folder, earlier, [second]);
    tell([4, toSecond], [8, toThird]);
    expect(await following(second, first, earlier)).toBe(second.vkey);
  });
});
