import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { FolderObjectStore } from './stores/folder-object-store';
import { nameOf } from './objects/object-name';
import type { Digest } from './objects/sha256';
import { ObjectDamaged, ObjectMissing } from './objects/storage-errors';
import { VerifiedReader } from './verified-reader';
import { HELD_BACK } from './objects/verifying';

const LARGE = 3 * 1024 * 1024;

describe('an object that is read again', () => {
  let folder: string;
  let store: FolderObjectStore;
  let reader: VerifiedReader;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'patravali-verified-'));
    store = new FolderObjectStore(folder);
    reader = new VerifiedReader(store);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  async function stored(size: number): Promise<{ bytes: Buffer; digest: Digest; path: string }> {
    const bytes = randomBytes(size);
    const digest = await store.put({ bytes });
    return { bytes, digest, path: join(folder, nameOf(digest.sha256)) };
  }

  /** One byte in the last of it, so that all before it is as it should be. */
  async function changed(size: number) {
    const { bytes, digest, path } = await stored(size);
    const other = Buffer.from(bytes);
    other.writeUInt8(other.readUInt8(size - 1) ^ 1, size - 1);
    await writeFile(path, other);
    return { bytes, digest, path };
  }

  /** What a reader gets who takes what comes. */
  async function taken(opening: Promise<Readable>): Promise<{ size: number; error: unknown }> {
    let size = 0;
    try {
      for await (const chunk of await opening) size += (chunk as Buffer).length;
      return { size, error: null };
    } catch (error) {
      return { size, error };
    }
  }

  it.each([1, HELD_BACK - 1, HELD_BACK, HELD_BACK + 1, LARGE])('comes whole when it has %i bytes', async (size) => {
    const { bytes, digest } = await stored(size);
    expect((await buffer(await reader.open(digest))).equals(bytes)).toBe(true);
    expect((await reader.whole(digest)).equals(bytes)).toBe(true);
  });

  it('is missing, or of another length, before a byte goes out', async () => {
    const [gone, short, long] = [await stored(LARGE), await stored(LARGE), await stored(10)];
    await rm(gone.path);
    await truncate(short.path, LARGE - 1);
    await writeFile(long.path, Buffer.concat([long.bytes, Buffer.alloc(1)]));
    await expect(reader.open(gone.digest)).rejects.toThrow(ObjectMissing);
    await expect(reader.open(short.digest)).rejects.toThrow(ObjectDamaged);
    await expect(reader.open(long.digest)).rejects.toThrow(ObjectDamaged);
    await expect(reader.openRange(short.digest, { start: 0, end: 9 })).rejects.toThrow(ObjectDamaged);
  });

  it('is refused before a byte goes out when a small one has other bytes', async () => {
    const { digest } = await changed(HELD_BACK);
    await expect(reader.open(digest)).rejects.toThrow(ObjectDamaged);
    await expect(reader.whole(digest)).rejects.toThrow(ObjectDamaged);
    await expect(reader.openRange(digest, { start: 0, end: 9 })).rejects.toThrow(ObjectDamaged);
  });

  it('breaks off when a large one has other bytes, and is refused from the beginning the next time', async () => {
    const { digest } = await changed(LARGE);
    const first = await taken(reader.open(digest));
    expect(first.error).toBeInstanceOf(ObjectDamaged);
    expect(first.size).toBeGreaterThan(0);
    expect(first.size).toBeLessThan(LARGE);
    await expect(reader.open(digest)).rejects.toThrow(ObjectDamaged);
    await expect(reader.openRange(digest, { start: 0, end: 9 })).rejects.toThrow(ObjectDamaged);
  });

  it('is there again when the same bytes are put again', async () => {
    const { bytes, digest } = await changed(LARGE);
    await taken(reader.open(digest));
    await store.put({ bytes });
    expect((await reader.whole(digest)).equals(bytes)).toBe(true);
  });

  it.each([10, LARGE])('gives a part of %i bytes as it is in the whole', async (size) => {
    const { bytes, digest } = await stored(size);
    const [start, end] = [3, size - 3];
    for (let times = 0; times < 2; times++) {
      const part = await buffer(await reader.openRange(digest, { start, end }));
      expect(part.equals(bytes.subarray(start, end + 1))).toBe(true);
    }
  });

  it('that fails on its way is not taken for a damaged one', async () => {
    const { bytes, digest } = await stored(HELD_BACK);
    const get = store.get.bind(store);
    store.get = async (...asked) => {
      const stream = await get(...asked);
      setImmediate(() => stream.destroy(new Error('the line broke')));
      return stream;
    };
    await expect(reader.whole(digest)).rejects.toMatchObject({ code: 'store-unavailable' });
    store.get = get;
    expect((await reader.whole(digest)).equals(bytes)).toBe(true);
  });
});
