import { rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  checkpointText,
  entriesOf,
  keyEntryText,
  lossEntryText,
  lostKeyEntryText,
  makeKey,
  signedNote,
  write,
  writeLog,
} from '../../test/a-log';
import { keyOf } from '../../test/key-of';
import { naiveRoot } from '../../test/naive-tree';
import { useLogFolder } from '../../test/use-log-folder';

const key = makeKey();

const { folder, ask, whatIsWrong } = useLogFolder(key);

const writeForged = (entries: readonly Uint8Array[]) => writeLog(folder(), entries, [key]);

describe('a log that has gone on after a loss', () => {
  const before = entriesOf(300);
  const loss = (entries: string) => Buffer.from(lossEntryText(entries));
  /** The events of these places again, as if what came after them had not happened. */
  const again = (from: number, count: number) =>
    before.slice(from, from + count).map((entry) => Buffer.from(String(entry).replace(/event .{8}/, 'event ffffffff')));
  const changes = (...told: readonly (readonly [index: number, entry: Uint8Array | string])[]) =>
    told.map(([index, entry]) => `index ${index}\n${String(entry)}\n`).join('');
  const noteOf = (entries: readonly Uint8Array[], by = key) =>
    signedNote(checkpointText(entries.length, naiveRoot(entries)), by);

  it('says so first, and its chains go on from before', async () => {
    for (const [lost, from, count] of [
      ['290-299', 290, 10],
      ['299-299', 299, 1],
      ['0-299', 0, 300],
      ['200-299', 200, 250 - 200],
    ] as const) {
      writeForged([...before, loss(lost), ...again(from, count)]);
      const [first, last] = lost.split('-').map(Number);
      const told = { kind: 'loss', index: 300, from: first, to: last, reason: 'An older backup.' };
      expect(await ask()).toMatchObject({ size: 301 + count, breaks: [told], subjects: 7 });
      write(folder(), 'changes', changes([300, loss(lost)]));
      expect(await ask({ withEntries: false })).toMatchObject({ breaks: [told] });
      rmSync(join(folder(), 'changes'));
    }
  });

  it('of two stretches says the later one first', async () => {
    writeForged([...before, loss('290-299'), loss('280-284')]);
    expect(await whatIsWrong()).toMatchObject({ code: 'loss-contradicts', index: 301 });
    writeForged([...before, loss('290-299'), loss('283-289'), ...again(283, 7)]);
    expect(await ask()).toMatchObject({ breaks: [{ index: 300 }, { index: 301 }] });
  });

  it('is not believed when it hides what is not at the end of its chain', async () => {
    for (const [lost, wrong] of [
      ['280-289', { code: 'loss-contradicts', index: 300, lost: 289 }],
      ['292-298', { code: 'loss-contradicts', index: 300, lost: 292 }],
      ['299-300', { code: 'entry-unreadable', index: 300 }],
      ['299-298', { code: 'entry-unreadable', index: 300 }],
      ['299-', { code: 'entry-unreadable', index: 300 }],
      ['0299-299', { code: 'entry-unreadable', index: 300 }],
    ] as const) {
      writeForged([...before, loss(lost), ...again(292, 8)]);
      expect([lost, await whatIsWrong()]).toMatchObject([lost, wrong]);
    }
    writeForged([...before, loss('290-299'), ...again(298, 1)]);
    expect(await whatIsWrong()).toMatchObject({ code: 'chain-broken', index: 301 });
  });

  it('may have been written anew from the database', async () => {
    writeForged([...before, loss('300-'), ...entriesOf(310).slice(300)]);
    expect(await ask()).toMatchObject({ breaks: [{ kind: 'loss', from: 300, to: undefined }] });
  });

  it('goes on with a key that was given, or with any when none was', async () => {
    const [second, third] = [makeKey(), makeKey()];
    const lost = Buffer.from(lostKeyEntryText(second, noteOf(before)));
    const log = [...before, lost, Buffer.from(keyEntryText(second, third))];
    writeLog(folder(), log, [key, second, third]);
    const told = { kind: 'lost key', index: 300, key: { text: second.vkey }, reason: 'The disk.' };
    const laterKeys = [keyOf(second)];
    write(folder(), 'changes', changes([300, lost], [301, log[301] ?? '']));
    for (const withEntries of [true, false]) {
      expect(await ask({ laterKeys, withEntries })).toMatchObject({ breaks: [told], keyChanges: 2, isKeyProven: true });
      expect(await ask({ key: undefined, withEntries })).toMatchObject({ breaks: [told] });
      const wrong = { code: 'key-unannounced', index: 300, key: second.vkey };
      expect(await whatIsWrong({ withEntries })).toEqual(wrong);
      const others = [keyOf(third)];
      expect(await whatIsWrong({ withEntries, laterKeys: others })).toEqual(wrong);
    }
    writeLog(folder(), [Buffer.from(lostKeyEntryText(second, null)), ...before], [key, second]);
    rmSync(join(folder(), 'changes'));
    expect(await ask({ laterKeys })).toMatchObject({ breaks: [{ kind: 'lost key', index: 0 }] });
  });

  it('is not believed when the lost key has signed something else, or nothing', async () => {
    const second = makeKey();
    const other = entriesOf(400).slice(100);
    for (const [note, code] of [
      [noteOf(other), 'lost-key-differs'],
      [noteOf(before, makeKey()), 'key-unsigned'],
      [noteOf(entriesOf(302)), 'key-unsigned'],
      [signedNote(checkpointText(3, naiveRoot(before.slice(0, 3)), 'other.example/log'), key), 'key-unsigned'],
      ['x', 'key-unsigned'],
    ] as const) {
      writeLog(folder(), [...before, Buffer.from(lostKeyEntryText(second, note))], [key, second]);
      expect(await whatIsWrong({ key: undefined })).toEqual({ code, index: 300 });
    }
    const elsewhere = makeKey('other.example/log');
    writeLog(folder(), [...before, Buffer.from(lostKeyEntryText(elsewhere, noteOf(before)))], [key, elsewhere]);
    expect(await whatIsWrong({ key: undefined })).toMatchObject({ code: 'key-unannounced' });
  });

  it('shows of itself what it holds', async () => {
    writeForged([...before, loss('299-299')]);
    for (const [told, wrong] of [
      [changes([300, loss('298-299')]), { code: 'change-of-other-log', index: 300 }],
      [changes([299, loss('299-299')]), { code: 'change-of-other-log', index: 299 }],
      [changes([5, before[5] ?? '']), { code: 'changes-unreadable', path: 'changes' }],
      ['index 300\n', { code: 'changes-unreadable', path: 'changes' }],
    ] as const) {
      write(folder(), 'changes', told);
      expect(await whatIsWrong({ withEntries: false })).toEqual(wrong);
    }
  });
});
