import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { nameOf } from '../objects/object-name';
import { itKeepsObjects } from '../objects/object-store.contract';
import { digestOf } from '../objects/sha256';
import { StoreUnavailable } from '../objects/storage-errors';
import { FolderObjectStore } from './folder-object-store';

/** In memory on every Linux. */
const ANOTHER_DISK = '/dev/shm';
const onTwoDisks = existsSync(ANOTHER_DISK) && statSync(ANOTHER_DISK).dev !== statSync(tmpdir()).dev ? it : it.skip;

describe('objects in a folder', () => {
  let folder: string;
  let store: FolderObjectStore;
  const letter = Buffer.from('सेवा में, जिलाधिकारी');
  const { sha256 } = digestOf(letter);
  const long = new Date(Date.now() - 48 * 3_600_000);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'patravali-folder-'));
    store = new FolderObjectStore(folder);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  itKeepsObjects(() => store);

  it('names the file by its hash, for its owner alone, and leaves no temporary file', async () => {
    await store.put({ bytes: letter });
    const { mode } = await stat(join(folder, 'objects', sha256.slice(0, 2), sha256.slice(2)));
    expect(mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
  });

  it('repairs an object that was cut short on the disk', async () => {
    await store.put({ bytes: letter });
    await truncate(join(folder, nameOf(sha256)), 4);
    await store.put({ bytes: letter });
    expect(await buffer(await store.get(sha256))).toEqual(letter);
  });

  it('repairs an object whose bytes changed on the disk', async () => {
    await store.put({ bytes: letter });
    await writeFile(join(folder, nameOf(sha256)), Buffer.alloc(letter.length));
    await store.put({ bytes: letter });
    expect(await buffer(await store.get(sha256))).toEqual(letter);
  });

  it('moves a file of our own that lies on its disk, and mends with it what was damaged', async () => {
    const path = join(folder, 'spooled');
    await writeFile(path, letter, { mode: 0o600 });
    const { ino } = await stat(path);
    await store.take({ ...digestOf(letter), path });
    expect((await stat(join(folder, nameOf(sha256)))).ino).toBe(ino);
    expect(existsSync(path)).toBe(false);
    await writeFile(join(folder, nameOf(sha256)), Buffer.alloc(letter.length));
    await writeFile(path, letter);
    await store.take({ ...digestOf(letter), path });
    expect(await buffer(await store.get(sha256))).toEqual(letter);
  });

  onTwoDisks('copies a file of our own from another disk', async () => {
    const elsewhere = await mkdtemp(join(ANOTHER_DISK, 'patravali-'));
    const path = join(elsewhere, 'spooled');
    await writeFile(path, letter);
    await store.take({ ...digestOf(letter), path });
    expect(await buffer(await store.get(sha256))).toEqual(letter);
    expect(await readdir(join(folder, 'incoming'))).toEqual([]);
    await rm(elsewhere, { recursive: true });
  });

  it('renews the time of an old object when it is put again', async () => {
    await store.put({ bytes: letter });
    await utimes(join(folder, nameOf(sha256)), long, long);
    await store.put({ bytes: letter });
    await store.setAside(sha256, new Date(Date.now() - 3_600_000));
    expect(await store.size(sha256)).toBe(letter.length);
  });

  it('never shows or loses an object between a sweep and puts that race with it', async () => {
    for (let round = 0; round < 30; round++) {
      await store.put({ bytes: letter });
      await utimes(join(folder, nameOf(sha256)), long, long);
      const yesterday = new Date(Date.now() - 24 * 3_600_000);
      await Promise.all([
        store.setAside(sha256, yesterday),
        store.put({ bytes: letter }),
        store.put({ bytes: letter }),
      ]);
      expect(await store.size(sha256)).toBe(letter.length);
    }
  });

  it('removes the temporary file of a put that was killed, once it is old', async () => {
    const [old, recent] = [join(folder, 'incoming', 'old'), join(folder, 'incoming', 'recent')];
    await mkdir(join(folder, 'incoming'), { recursive: true });
    await Promise.all([writeFile(old, 'half'), writeFile(recent, 'half')]);
    await utimes(old, long, long);
    await store.removeUnfinished(new Date(Date.now() - 24 * 3_600_000));
    expect(await readdir(join(folder, 'incoming'))).toEqual(['recent']);
  });

  it('ignores files that are not objects', async () => {
    await store.put({ bytes: letter });
    await writeFile(join(folder, 'objects', sha256.slice(0, 2), 'README'), 'x');
    const listed = [];
    for await (const object of store.list()) listed.push(object.sha256);
    expect(listed).toEqual([sha256]);
  });

  it('lists nothing in a folder that does not exist yet', async () => {
    for await (const object of new FolderObjectStore(join(folder, 'none')).list()) throw new Error(object.sha256);
  });

  it('is unavailable when its folder cannot be written', async () => {
    await writeFile(join(folder, 'objects'), 'a file where the folder should be');
    await writeFile(join(folder, 'incoming'), 'another');
    await expect(store.put({ bytes: letter })).rejects.toThrow(StoreUnavailable);
    await expect(store.check()).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});
