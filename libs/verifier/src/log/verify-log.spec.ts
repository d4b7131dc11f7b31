import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  bundleOf,
  checkpointText,
  entriesOf,
  keyEntryText,
  leafOf,
  makeKey,
  manyEvents,
  entryText,
  signedNote,
  write,
  writeLog,
} from '../../test/a-log';
import { naiveRoot } from '../../test/naive-tree';
import { useLogFolder } from '../../test/use-log-folder';

const key = makeKey();
const { folder, ask, whatIsWrong } = useLogFolder(key);

const change = (path: string, how: (bytes: Buffer) => Uint8Array) =>
  writeFileSync(join(folder(), path), how(readFileSync(join(folder(), path))));
const flip = (at: number) => (bytes: Buffer) => {
  const place = at < 0 ? bytes.length + at : at;
  bytes[place] = (bytes[place] ?? 0) ^ 1;
  return bytes;
};

/** Signs a log anew after its entries were changed, as who has the key could. */
const writeForged = (entries: readonly Uint8Array[]) => writeLog(folder(), entries, [key]);

describe('a log as it should be', () => {
  it.each([0, 1, 2, 255, 256, 257, 511, 513, 1000])('of %i entries is right', async (size) => {
    const entries = entriesOf(size);
    writeLog(folder(), entries, [key]);
    expect(await ask()).toMatchObject({
      origin: key.name,
      size,
      events: size,
      subjects: Math.min(size, 7),
      keyChanges: 0,
      keptSize: undefined,
      root: naiveRoot(entries).toString('hex'),
      signingKey: { text: key.vkey },
    });
    expect(await ask({ withEntries: false, key: undefined })).toMatchObject({ size, events: 0 });
  });

  it('may be larger already than its checkpoint says', async () => {
    writeLog(folder(), entriesOf(600), [key]);
    const entries = entriesOf(300);
    write(folder(), 'checkpoint', signedNote(checkpointText(300, naiveRoot(entries)), key));
    write(folder(), 'tile/1/000.p/1', readFileSync(join(folder(), 'tile/1/000.p/2')).subarray(0, 32));
    expect(await ask()).toMatchObject({ size: 300, events: 300 });
  });

  it('begins with what an earlier checkpoint signed', async () => {
    const entries = entriesOf(600);
    writeLog(folder(), entries, [key]);
    for (const size of [0, 1, 255, 256, 257, 599, 600]) {
      const kept = Buffer.from(signedNote(checkpointText(size, naiveRoot(entries.slice(0, size))), key));
      expect(await ask({ kept })).toMatchObject({ keptSize: size });
      expect(await ask({ kept, withEntries: false })).toMatchObject({ keptSize: size });
    }
  });

  it('changes its key in an entry, signed by the key that goes', async () => {
    const [second, third] = [makeKey(), makeKey()];
    const entries = [...entriesOf(300), Buffer.from(keyEntryText(key, second))];
    const kept = Buffer.from(signedNote(checkpointText(300, naiveRoot(entries.slice(0, 300))), key));
    writeLog(folder(), entries, [key, second]);
    expect(await ask({ kept })).toMatchObject({ keyChanges: 1, signingKey: { text: second.vkey }, keptSize: 300 });
    writeLog(folder(), [...entries, Buffer.from(keyEntryText(second, third))], [key, second, third]);
    expect(await ask({ kept })).toMatchObject({ keyChanges: 2, signingKey: { text: third.vkey } });
    expect(await ask({ key: undefined })).toMatchObject({ firstKey: { text: key.vkey } });
    expect(await ask({ key: undefined, withEntries: false })).toMatchObject({ signingKey: { text: third.vkey } });
    expect(await whatIsWrong({ withEntries: false })).toEqual({ code: 'checkpoint-unsigned', key: key.vkey });
  });
});

describe('of a log that was changed', () => {
  const entries = entriesOf(600);
  beforeEach(() => writeLog(folder(), entries, [key]));
  const bundle = (from: number, to: number) => bundleOf(entries.slice(from, to));

  it('an entry that is not what it was is named', async () => {
    change('tile/entries/001', flip(-3));
    expect(await whatIsWrong()).toEqual({ code: 'entry-changed', index: 511 });
    change('tile/entries/000', flip(100));
    expect(await whatIsWrong()).toEqual({ code: 'entry-changed', index: 0 });
  });

  it('an entry of the last tile that is not what it was is named', async () => {
    change('tile/entries/002.p/88', flip(-3));
    expect(await whatIsWrong()).toEqual({ code: 'entry-changed', index: 599 });
  });

  it('the place is named where an entry was taken out, put in or changed places', async () => {
    write(folder(), 'tile/entries/000', bundleOf([...entries.slice(0, 100), ...entries.slice(101, 256)]));
    expect(await whatIsWrong()).toEqual({ code: 'entry-changed', index: 100 });
    write(folder(), 'tile/entries/000', bundleOf([...entries.slice(0, 9), Buffer.from('x'), ...entries.slice(9, 256)]));
    expect(await whatIsWrong()).toEqual({ code: 'entry-changed', index: 9 });
    const [one, other] = [entries.slice(20, 21), entries.slice(40, 41)];
    const swapped = [...entries.slice(0, 20), ...other, ...entries.slice(21, 40), ...one, ...entries.slice(41, 256)];
    write(folder(), 'tile/entries/000', bundleOf(swapped));
    expect(await whatIsWrong()).toEqual({ code: 'entry-changed', index: 20 });
  });

  it('the place is named where a bundle was cut off, or goes on', async () => {
    write(folder(), 'tile/entries/001', bundle(256, 511));
    expect(await whatIsWrong()).toEqual({ code: 'entries-unreadable', path: 'tile/entries/001', index: 511 });
    change('tile/entries/001', (bytes) => bytes.subarray(0, -1));
    expect(await whatIsWrong()).toEqual({ code: 'entries-unreadable', path: 'tile/entries/001', index: 510 });
    write(folder(), 'tile/entries/001', bundle(256, 513));
    expect(await whatIsWrong()).toEqual({ code: 'entries-unreadable', path: 'tile/entries/001', index: 512 });
    write(folder(), 'tile/entries/001', Buffer.concat([bundle(256, 512), Buffer.of(0)]));
    expect(await whatIsWrong()).toEqual({ code: 'entries-unreadable', path: 'tile/entries/001', index: 512 });
  });

  it('a file that is gone is named', async () => {
    for (const [path, wrong] of [
      ['tile/entries/001', { code: 'entries-missing', path: 'tile/entries/001', index: 256 }],
      ['tile/0/001', { code: 'tile-missing', path: 'tile/0/001' }],
      ['tile/0/002.p/88', { code: 'tile-missing', path: 'tile/0/002.p/88' }],
      ['tile/1/000.p/2', { code: 'tile-missing', path: 'tile/1/000.p/2' }],
      ['checkpoint', { code: 'checkpoint-missing' }],
    ] as const) {
      const bytes = readFileSync(join(folder(), path));
      rmSync(join(folder(), path));
      expect(await whatIsWrong()).toEqual(wrong);
      write(folder(), path, bytes);
    }
    rmSync(join(folder(), 'keys'));
    expect(await whatIsWrong({ key: undefined })).toEqual({ code: 'keys-missing' });
  });

  it('a tile that was changed is named, and no entry is blamed for it', async () => {
    for (const path of ['tile/0/000', 'tile/0/001', 'tile/0/002.p/88', 'tile/1/000.p/2']) {
      change(path, flip(40));
      expect(await whatIsWrong()).toEqual({ code: 'tile-changed', path });
      change(path, flip(40));
      change(path, (bytes) => Buffer.concat([bytes, Buffer.of(1)]));
      expect(await whatIsWrong()).toEqual({ code: 'tile-unreadable', path });
      change(path, (bytes) => bytes.subarray(0, -1));
    }
    expect(await ask()).toMatchObject({ size: 600 });
  });

  it('a tile above many others is named, and so are the entries below it', async () => {
    // So many that there are two tiles of level 1, and one of level 2.
    const size = 65_536 + 300;
    writeLog(folder(), entriesOf(size), [key]);
    const withEntries = false;
    expect(await ask({ withEntries })).toMatchObject({ size });
    for (const path of ['tile/1/000', 'tile/1/001.p/1', 'tile/2/000.p/1']) {
      change(path, flip(-1));
      expect(await whatIsWrong({ withEntries })).toEqual({ code: 'tile-changed', path });
      change(path, flip(-1));
    }
    for (const [path, from] of [
      ['tile/0/255', 65_280],
      ['tile/0/256', 65_536],
    ] as const) {
      change(path, flip(0));
      expect(await whatIsWrong({ withEntries })).toEqual({ code: 'entries-rewritten', from, to: from + 255 });
      change(path, flip(0));
    }
    change('tile/0/257.p/44', flip(0));
    expect(await whatIsWrong({ withEntries })).toEqual({ code: 'root-differs', size });
  });

  it('its keys are those of a log, each once, among whatever else is named', async () => {
    const [second, witness] = [makeKey(), makeKey('witness.example', 4)];
    const lines = [witness.vkey, '', 'no key', key.vkey, key.vkey, second.vkey];
    write(folder(), 'keys', lines.join('\n'));
    expect(await ask({ key: undefined })).toMatchObject({ firstKey: { text: key.vkey } });
    write(folder(), 'keys', Buffer.of(0xff));
    expect(await whatIsWrong({ key: undefined })).toEqual({ code: 'keys-missing' });
  });

  it('entries that were written anew with their tile are found by the tile above', async () => {
    const changed = Buffer.from(String(entries[300]).replace(/hash \w{8}/, 'hash 00000000'));
    const rewritten = [...entries.slice(256, 300), changed, ...entries.slice(301, 512)];
    write(folder(), 'tile/entries/001', bundleOf(rewritten));
    write(folder(), 'tile/0/001', Buffer.concat(rewritten.map(leafOf)));
    expect(await whatIsWrong()).toMatchObject({ code: 'chain-broken', index: 307 });
    expect(await whatIsWrong({ withEntries: false })).toEqual({ code: 'entries-rewritten', from: 256, to: 511 });
  });

  it('entries that were written anew with all tiles are found by the checkpoint', async () => {
    const checkpoint = readFileSync(join(folder(), 'checkpoint'));
    writeForged(entries.slice(0, 599).concat(Buffer.from(String(entries[599]).replace(/event \w/, 'event f'))));
    const kept = readFileSync(join(folder(), 'checkpoint'));
    write(folder(), 'checkpoint', checkpoint);
    expect(await whatIsWrong()).toEqual({ code: 'root-differs', size: 600 });
    expect(await whatIsWrong({ kept })).toEqual({ code: 'root-differs', size: 600 });
  });

  it('a break in a chain is named by its entry, also when all is signed anew', async () => {
    const event = [...manyEvents(600, 7)];
    const without = [...entries.slice(0, 14), ...entries.slice(15)];
    writeForged(without);
    expect(await whatIsWrong()).toEqual({ code: 'chain-broken', index: 20, subject: event[14]?.subject, sequence: 4 });
    writeForged([...entries.slice(0, 599), Buffer.from(String(entries[599]).replace(/sequence \d+/, 'sequence 87'))]);
    expect(await whatIsWrong()).toMatchObject({ code: 'chain-broken', index: 599, sequence: 87 });
    writeForged([...entries, ...entries.slice(599)]);
    expect(await whatIsWrong()).toMatchObject({ code: 'chain-broken', index: 600 });
    const begun = { id: 'x', subject: `user ${'0'.repeat(8)}-0000-7000-8000-000000000000`, sequence: 1 };
    const first = entryText({ ...begun, id: event[0]?.id ?? '', previous: 'a'.repeat(64), hash: 'b'.repeat(64) });
    writeForged([...entries, Buffer.from(first)]);
    expect(await whatIsWrong()).toMatchObject({ code: 'chain-broken', index: 600, sequence: 1 });
  });

  it('an entry that is none is named', async () => {
    for (const text of ['', 'patravali entry 2\n', `${String(entries[0])} `, String(entries[0]).slice(0, -1)]) {
      writeForged([...entries.slice(0, 5), Buffer.from(text)]);
      expect(await whatIsWrong()).toEqual({ code: 'entry-unreadable', index: 5 });
    }
  });

  it('a change of key that was not signed by the key before is refused', async () => {
    const thief = makeKey();
    const elsewhere = makeKey('other.example/log');
    for (const text of [keyEntryText(thief, thief), keyEntryText(key, elsewhere)]) {
      writeLog(folder(), [...entries.slice(0, 5), Buffer.from(text)], [key, thief]);
      expect(await whatIsWrong()).toEqual({ code: 'key-unsigned', index: 5 });
    }
    writeLog(folder(), [...entries.slice(0, 5), Buffer.from(keyEntryText(key, thief))], [key]);
    expect(await whatIsWrong()).toEqual({ code: 'checkpoint-unsigned', key: thief.vkey });
  });

  it('a checkpoint of another key, another log or no form is refused', async () => {
    const text = checkpointText(600, naiveRoot(entries));
    write(folder(), 'checkpoint', signedNote(text, makeKey()));
    expect(await whatIsWrong()).toEqual({ code: 'checkpoint-unsigned', key: key.vkey });
    expect(await whatIsWrong({ withEntries: false })).toEqual({ code: 'checkpoint-unsigned', key: key.vkey });
    const origin = 'other.example/log';
    write(folder(), 'checkpoint', signedNote(checkpointText(600, naiveRoot(entries), origin), key));
    expect(await whatIsWrong()).toEqual({ code: 'checkpoint-of-other-log', origin, expected: key.name });
    write(folder(), 'checkpoint', text);
    expect(await whatIsWrong()).toEqual({ code: 'checkpoint-unreadable', path: 'checkpoint' });
    write(folder(), 'checkpoint', signedNote(text, key).padEnd(70_000, '\n'));
    expect(await whatIsWrong()).toEqual({ code: 'checkpoint-unreadable', path: 'checkpoint' });
    write(folder(), 'checkpoint', signedNote(checkpointText(1e14, naiveRoot(entries)), key));
    expect(await whatIsWrong()).toEqual({ code: 'tile-missing', path: 'tile/0/002' });
  });

  it('a log that went back or is another than before is found by the kept checkpoint', async () => {
    const kept = (size: number, root: Uint8Array, by = key, origin?: string) =>
      Buffer.from(signedNote(checkpointText(size, root, origin), by));
    const root = naiveRoot(entries.slice(0, 300));
    expect(await whatIsWrong({ kept: kept(601, root) })).toEqual({ code: 'kept-larger', kept: 601, size: 600 });
    expect(await whatIsWrong({ kept: kept(299, root) })).toEqual({ code: 'kept-differs', size: 299 });
    expect(await whatIsWrong({ kept: kept(600, root) })).toEqual({ code: 'kept-differs', size: 600 });
    expect(await whatIsWrong({ kept: kept(300, root, makeKey()) })).toEqual({ code: 'kept-unsigned' });
    expect(await whatIsWrong({ kept: Buffer.from('x') })).toEqual({ code: 'kept-unreadable' });
    expect(await whatIsWrong({ kept: kept(300, root, key, 'a.in/log') })).toEqual({
      code: 'checkpoint-of-other-log',
      origin: key.name,
      expected: 'a.in/log',
    });
  });
});
