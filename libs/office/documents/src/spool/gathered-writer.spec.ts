import { randomBytes } from 'node:crypto';
import { type FileHandle, mkdtemp, open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GatheredWriter } from './gathered-writer';

let folder: string;
let file: FileHandle;
const path = () => join(folder, 'file');

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patravali-writer-'));
  file = await open(path(), 'wx');
});
afterEach(async () => {
  await file.close().catch(() => undefined);
  await rm(folder, { recursive: true, force: true });
});

async function write(pieces: readonly Buffer[]): Promise<void> {
  const writer = new GatheredWriter(file);
  for (const piece of pieces) await writer.write(piece);
  await writer.finish();
}

describe('what is gathered before it is written', () => {
  it.each([
    ['nothing', [0]],
    ['many pieces of a byte', Array.from({ length: 5_000 }, () => 1)],
    ['pieces of every length', Array.from({ length: 300 }, (_, index) => index * 61)],
    ['a piece larger than is written at once', [10, 5_000_000, 10]],
  ])('is the file, in order: %s', async (_, lengths) => {
    const pieces = lengths.map((length) => randomBytes(length));
    await write(pieces);
    expect((await readFile(path())).equals(Buffer.concat(pieces))).toBe(true);
  });

  it('is all of it when each write takes only a part', async () => {
    const writev = file.writev.bind(file);
    let writes = 0;
    file.writev = (async (pieces: readonly Buffer[]) => {
      writes++;
      return await writev([Buffer.concat(pieces).subarray(0, 100_003)]);
    }) as FileHandle['writev'];
    const pieces = Array.from({ length: 40 }, () => randomBytes(65_536));
    await write(pieces);
    expect(writes).toBeGreaterThan(20);
    expect((await readFile(path())).equals(Buffer.concat(pieces))).toBe(true);
  });

  it('fails with what a write failed with', async () => {
    await file.close();
    file = await open(path(), 'r');
    await expect(write([randomBytes(10)])).rejects.toMatchObject({ code: 'EBADF' });
    await expect(write(Array.from({ length: 40 }, () => randomBytes(65_536)))).rejects.toMatchObject({ code: 'EBADF' });
  });
});
