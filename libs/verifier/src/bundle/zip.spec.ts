import { mkdtempSync, rmSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { runs } from '../../../../test/support/run/runs';
import { zipOf } from '../../test/a-bundle';
import { write } from '../../test/a-log';
import { Wrong } from '../primitives/wrong';
import { folderContainer } from './folder-container';
import { zipContainer } from './zip';

async function wrongOf(answer: Promise<unknown>): Promise<unknown> {
  const wrong: unknown = await answer.catch((error: unknown) => error);
  return wrong instanceof Wrong ? { code: wrong.code, ...wrong.particulars } : wrong;
}

describe('a ZIP', () => {
  const file = { path: 'a.txt', bytes: Buffer.from('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa') };
  const read = async (zip: Buffer, path = 'a.txt') => {
    const container = zipContainer(zip);
    return { paths: [...container.paths], text: Buffer.from(await container.read(path)).toString() };
  };
  const wrongIn = (zip: Buffer) => wrongOf(Promise.resolve().then(() => read(zip)));

  it('is unpacked, and its folders are passed over', async () => {
    const folder = { path: 'b/', bytes: Buffer.alloc(0), method: 0 };
    const nothing = { path: 'b/c', bytes: Buffer.alloc(0) };
    const zip = zipOf([file, folder, nothing]);
    expect(await read(zip)).toEqual({ paths: ['a.txt', 'b/c'], text: file.bytes.toString() });
    expect(await read(zip, 'b/c')).toMatchObject({ text: '' });
  });

  it('that leads out of itself, or can be read in two ways, is refused', async () => {
    for (const path of [
      '../a',
      '/a',
      'a/../../b',
      'a\\b',
      'C:a',
      '.a',
      'a//b',
      'a/',
      'a\nb',
      'a'.repeat(501),
      '\u0905',
    ]) {
      expect(await wrongIn(zipOf([file, { ...file, path }]))).toHaveProperty('code', 'file-unexpected');
    }
    expect(await wrongIn(zipOf([{ ...file, localPath: 'b.txt' }]))).toEqual({ code: 'file-unexpected', path: 'a.txt' });
    expect(await wrongIn(zipOf([file, file]))).toEqual({ code: 'bundle-unreadable' });
  });

  it('that is larger unpacked than it says, or than may be, is refused', async () => {
    const bomb = Buffer.alloc(1_000_000);
    for (const unpacked of [0, 10, 999_999, 1_000_001, 300 * 1024 * 1024]) {
      expect(await wrongIn(zipOf([{ path: 'a.txt', bytes: bomb, unpacked }]))).toEqual({
        code: 'file-unexpected',
        path: 'a.txt',
      });
    }
    const many = Array.from({ length: 17 }, (_, at) => ({ ...file, path: `a${at}`, unpacked: 256 * 1024 * 1024 }));
    expect(await wrongIn(zipOf(many))).toEqual({ code: 'bundle-unreadable' });
  });

  it('may hold as much as a bundle may, and no more', () => {
    const large = (count: number, unpacked: number) =>
      zipOf(Array.from({ length: count }, (_, at) => ({ ...file, path: `a${at}`, unpacked })));
    const most = 256 * 1024 * 1024;
    expect(zipContainer(large(16, most)).paths.size).toBe(16);
    expect(() => zipContainer(large(1, most + 1))).toThrow('file-unexpected');
    expect(() => zipContainer(large(17, most))).toThrow('bundle-unreadable');
    const longest = 'a-b_c.d/'.repeat(62).padEnd(500, 'e');
    expect([...zipContainer(zipOf([{ ...file, path: longest }])).paths]).toEqual([longest]);
  });

  it('may say more of each file than a bundle needs', async () => {
    const more = { ...file, extra: Buffer.from('xx\x04\x00more') };
    const zip = zipOf([more, { ...more, path: 'b.txt', method: 0 }]);
    for (const path of ['a.txt', 'b.txt']) expect(await read(zip, path)).toMatchObject({ text: file.bytes.toString() });
  });

  it('that contradicts itself anywhere is refused', async () => {
    const zip = zipOf([file, { ...file, path: 'b.txt' }]);
    const [listed, end] = [zip.indexOf('PK\x01\x02'), zip.length - 22];
    const wrong: readonly (readonly [what: string, at: number, value: number])[] = [
      ['the disk of the end', end + 4, 1],
      ['the disk of the directory', end + 6, 1],
      ['the count on this disk', end + 8, 1],
      ['the length of a comment', end + 20, 1],
      ['the length of the directory', end + 12, 1],
      ['the place of the directory', end + 16, 1],
      ['the sign of the end', end, 0],
      ['the sign of what is listed', listed, 0],
      ['the length of a name', listed + 28, 0xffff],
      ['the length of what is listed', listed + 30, 0xffff],
      ['the disk of a file', listed + 34, 1],
      ['the place of a file', listed + 42, 0xffff],
      ['the sign of a file', 0, 0],
      ['the length of its name', 26, 4],
    ];
    for (const [what, at, value] of wrong) {
      const changed = Buffer.from(zip);
      changed.writeUInt16LE(value, at);
      expect([what, await wrongIn(changed)]).toEqual([
        what,
        expect.objectContaining({ code: expect.stringMatching(/^(bundle-unreadable|file-unexpected)$/) as string }),
      ]);
    }
    const filled = zipOf([file, { path: 'b/', bytes: Buffer.from('x'), method: 0 }]);
    expect(await wrongIn(filled)).toEqual({ code: 'file-unexpected', path: 'b/' });
  });

  it('of which files lie over each other is refused', async () => {
    const zip = zipOf([file, { ...file, path: 'b.txt' }]);
    const directory = zip.lastIndexOf(Buffer.from('PK\x01\x02'));
    zip.writeUInt32LE(0, directory + 42);
    expect(await wrongIn(zip)).toHaveProperty('code', 'file-unexpected');
    // What lies in the first file is a second one, whole and with its name.
    const within = { path: 'b.txt', bytes: Buffer.from('b'), method: 0 };
    const hidden = zipOf([within]);
    const first = { path: 'a.txt', bytes: hidden.subarray(0, hidden.indexOf('PK\x01\x02')), method: 0 };
    for (const files of [
      [first, within],
      [within, first],
    ]) {
      const nested = zipOf(files);
      expect(await read(nested)).toMatchObject({ paths: files.map(({ path }) => path) });
      const listed = nested.lastIndexOf('PK\x01\x02', nested.lastIndexOf('b.txt'));
      nested.writeUInt32LE(nested.indexOf('a.txt') + 'a.txt'.length, listed + 42);
      expect(await wrongIn(nested)).toEqual({ code: 'file-unexpected', path: 'b.txt' });
    }
    const over = zipOf([{ ...file, method: 0 }]);
    const listed = over.indexOf(Buffer.from('PK\x01\x02'));
    for (const at of [20, 24]) over.writeUInt32LE(file.bytes.length + 1, listed + at);
    expect(await wrongIn(over)).toEqual({ code: 'file-unexpected', path: 'a.txt' });
  });

  it('may list its files in another order than they lie', async () => {
    const zip = zipOf([file, { ...file, path: 'b.txt' }, { ...file, path: 'c.txt' }]);
    const [start, end] = [zip.indexOf('PK\x01\x02'), zip.length - 22];
    const listed = [0, 1, 2].map((at) => zip.subarray(start + (at * (end - start)) / 3).subarray(0, (end - start) / 3));
    for (const order of [
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
    ]) {
      const parts = order.map((at) => listed[at] ?? Buffer.alloc(0));
      const turned = Buffer.concat([zip.subarray(0, start), ...parts, zip.subarray(end)]);
      expect(await read(turned)).toMatchObject({ paths: order.map((at) => `${'abc'[at] ?? ''}.txt`) });
    }
  });

  it('with anything that a bundle does not need is refused', async () => {
    expect(await wrongIn(zipOf([{ ...file, flags: 0x801 }]))).toEqual({ code: 'file-unexpected', path: 'a.txt' });
    expect(await wrongIn(zipOf([{ ...file, method: 12 }]))).toEqual({ code: 'file-unexpected', path: 'a.txt' });
    expect(await wrongIn(zipOf([{ ...file, method: 0, unpacked: 3 }]))).toEqual({
      code: 'file-unexpected',
      path: 'a.txt',
    });
    expect(await wrongIn(zipOf([file], { comment: 'x' }))).toEqual({ code: 'bundle-unreadable' });
    for (const count of [0, 2]) expect(await wrongIn(zipOf([file], { count }))).toEqual({ code: 'bundle-unreadable' });
    expect(() => zipContainer(zipOf([{ ...file, method: 12 }]))).toThrow('file-unexpected');
    expect(await read(zipOf([{ ...file, flags: 0x80e }]))).toMatchObject({ text: file.bytes.toString() });
  });

  it('that was cut off or damaged anywhere is refused or read, and never crashes', async () => {
    const zip = zipOf([file, { ...file, path: 'b.txt', method: 0 }]);
    for (let length = 0; length < zip.length; length++) {
      expect(await wrongIn(zip.subarray(0, length))).toHaveProperty('code');
      expect(await wrongIn(zip.subarray(length + 1))).toHaveProperty('code');
    }
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.integer({ min: 1, max: 255 }), async (at, bits) => {
        const changed = Buffer.from(zip);
        changed[at] = (changed[at] ?? 0) ^ bits;
        const found = await wrongIn(changed);
        expect(found === undefined || found instanceof Error).toBe(false);
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('a folder', () => {
  it('holds files with plain names', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    write(folder, 'a/.hidden', 'x');
    expect(await wrongOf(folderContainer(folder))).toEqual({ code: 'file-unexpected', path: 'a/.hidden' });
    rmSync(folder, { recursive: true });
  });

  it('holds them when they are read, and none that is larger than a bundle may have', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'bundle-'));
    for (const path of ['gone', 'most', 'more']) write(folder, path, 'x');
    const most = 256 * 1024 * 1024;
    truncateSync(join(folder, 'most'), most);
    truncateSync(join(folder, 'more'), most + 1);
    const container = await folderContainer(folder);
    rmSync(join(folder, 'gone'));
    // Its length alone: what differs is written out.
    const length = async (path: string) => (await container.read(path)).length;
    for (const path of ['gone', 'more']) {
      expect(await wrongOf(length(path))).toEqual({ code: 'file-unexpected', path });
    }
    expect(await length('most')).toBe(most);
    rmSync(folder, { recursive: true });
  });
});
