import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesOf, leafOf, makeKey, writeLog } from '../../test/a-log';
import { naiveRoot } from '../../test/naive-tree';
import { continuesFrom, provesEntry } from './consistency';
import { folderSource, type LogSource } from './log-source';

const SIZES = [1, 2, 3, 7, 128, 255, 256, 257, 300, 511, 512, 513, 700];

describe('a log that is shown in tiles', () => {
  const entries = entriesOf(700);
  const rootAt = (size: number) => naiveRoot(entries.slice(0, size));
  const treeOf = (size: number) => ({ size, root: rootAt(size) });
  let folder: string;
  let asked: string[];
  let source: LogSource;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'log-'));
    asked = [];
    const files = folderSource(folder);
    source = {
      read: (path, most) => {
        asked.push(path);
        return files.read(path, most);
      },
    };
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(SIZES)('continues each smaller one when it has %i entries', async (size) => {
    writeLog(folder, entries.slice(0, size), [makeKey()]);
    for (const before of [0, ...SIZES].filter((each) => each <= size)) {
      expect([before, await continuesFrom(source, treeOf(before), treeOf(size))]).toEqual([before, true]);
    }
  });

  it.each(SIZES)('proves where each entry stands when it has %i entries', async (size) => {
    writeLog(folder, entries.slice(0, size), [makeKey()]);
    const tree = treeOf(size);
    for (const index of [0, 1, 127, 128, 255, 256, 299, 511, 512, 698].map((each) => Math.min(each, size - 1))) {
      const leaf = leafOf(entries[index] ?? Buffer.alloc(0));
      expect([index, await provesEntry(source, { index, leaf }, tree)]).toEqual([index, true]);
      for (const [other, of] of [
        [{ index, leaf: leafOf(Buffer.from('x')) }, tree],
        [{ index: index + 1, leaf }, tree],
        [{ index: size, leaf }, tree],
        [
          { index, leaf },
          { size, root: rootAt(size - 1) },
        ],
      ] as const)
        expect([index, await provesEntry(source, other, of)]).toEqual([index, false]);
    }
  });

  it('asks for each tile once, and for none where nothing is to be proved', async () => {
    writeLog(folder, entries, [makeKey()]);
    await continuesFrom(source, treeOf(0), treeOf(700));
    await continuesFrom(source, treeOf(700), treeOf(700));
    expect(asked).toEqual([]);
    await continuesFrom(source, treeOf(300), treeOf(700));
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('does not continue another one, a larger one, or one whose tiles were changed', async () => {
    writeLog(folder, entries, [makeKey()]);
    for (const before of [1, 255, 256, 300, 512, 699, 700]) {
      expect(await continuesFrom(source, { size: before, root: rootAt(before - 1) }, treeOf(700))).toBe(false);
      expect(await continuesFrom(source, treeOf(before), { size: 700, root: rootAt(699) })).toBe(false);
    }
    expect(await continuesFrom(source, treeOf(700), treeOf(699))).toBe(false);
    writeLog(folder, [...entries.slice(0, 280), ...entriesOf(800).slice(-420)], [makeKey()]);
    expect(await continuesFrom(source, treeOf(300), treeOf(700))).toBe(false);
  });

  it('is not proved while a tile is missing', async () => {
    await expect(continuesFrom(source, treeOf(300), treeOf(700))).rejects.toMatchObject({ code: 'tile-missing' });
  });
});
