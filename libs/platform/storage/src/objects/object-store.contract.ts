import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { ObjectStore, StoredObject } from './object-store';
import { digestOf, type Sha256, toSha256 } from './sha256';
import { ObjectMismatch, ObjectMissing, RangeOutside } from './storage-errors';

const aLetter = (size = 3000) => randomBytes(size);
const unknown = () => toSha256(createHash('sha256').update(randomBytes(8)).digest('hex'));
const bytesOf = async (stream: Promise<Readable>) => buffer(await stream);

async function hashesOf(objects: AsyncIterable<StoredObject>): Promise<Sha256[]> {
  const found: Sha256[] = [];
  for await (const { sha256 } of objects) found.push(sha256);
  return found;
}

async function oneOf(objects: AsyncIterable<StoredObject>, wanted: Sha256): Promise<StoredObject | undefined> {
  let found: StoredObject | undefined;
  for await (const object of objects) if (object.sha256 === wanted) found = object;
  return found;
}

/** What every object store does alike. Called inside a `describe`; `open` gives the store of the running test. */
export function itKeepsObjects(open: () => ObjectStore): void {
  let folder: string;
  beforeAll(async () => (folder = await mkdtemp(join(tmpdir(), 'patravali-objects-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function aFileOf(bytes: Buffer): Promise<string> {
    const path = join(folder, randomBytes(8).toString('hex'));
    await writeFile(path, bytes);
    return path;
  }

  it('answers when asked whether it takes objects', async () => {
    await open().check();
    await open().check();
  });

  it('gives back the bytes it was given, under their hash', async () => {
    const letter = aLetter();
    const { sha256, size } = await open().put({ bytes: letter });
    expect(sha256).toBe(createHash('sha256').update(letter).digest('hex'));
    expect(size).toBe(3000);
    expect(await open().size(sha256)).toBe(3000);
    expect(await bytesOf(open().get(sha256))).toEqual(letter);
  });

  it('stores a file', async () => {
    const letter = aLetter(200_000);
    const digest = digestOf(letter);
    expect(await open().put({ ...digest, path: await aFileOf(letter) })).toEqual(digest);
    expect(await bytesOf(open().get(digest.sha256))).toEqual(letter);
  });

  it('stores a file of many parts', async () => {
    const register = aLetter(40 * 1024 * 1024);
    const digest = digestOf(register);
    await open().put({ ...digest, path: await aFileOf(register) });
    expect((await bytesOf(open().get(digest.sha256))).equals(register)).toBe(true);
  }, 60_000);

  it('stores nothing at all as an object of no bytes', async () => {
    const { sha256 } = await open().put({ bytes: Buffer.alloc(0) });
    expect(await open().size(sha256)).toBe(0);
  });

  it('keeps one object of the same bytes put twice, or by several at once', async () => {
    const letter = aLetter();
    const puts = await Promise.all(Array.from({ length: 5 }, () => open().put({ bytes: letter })));
    await open().put({ bytes: letter });
    const sha256 = toSha256(String(puts[0]?.sha256));
    expect((await hashesOf(open().list())).filter((each) => each === sha256)).toHaveLength(1);
    expect(await bytesOf(open().get(sha256))).toEqual(letter);
  });

  it('gives a range with both its ends', async () => {
    const { sha256 } = await open().put({ bytes: Buffer.from('पत्रावली 0123456789') });
    const { sha256: digits } = await open().put({ bytes: Buffer.from('0123456789') });
    expect(String(await bytesOf(open().get(digits, { start: 2, end: 5 })))).toBe('2345');
    expect(String(await bytesOf(open().get(digits, { start: 8, end: 99 })))).toBe('89');
    expect((await bytesOf(open().get(sha256, { start: 0, end: 2 }))).toString()).toBe('प');
    await expect(open().get(digits, { start: 10, end: 11 })).rejects.toThrow(RangeOutside);
    await expect(open().get(digits, { start: 5, end: 4 })).rejects.toThrow(RangeOutside);
  });

  it('says that an object is missing', async () => {
    const sha256 = unknown();
    expect(await open().size(sha256)).toBeNull();
    await expect(open().get(sha256)).rejects.toThrow(ObjectMissing);
    await expect(open().get(sha256, { start: 0, end: 1 })).rejects.toThrow(ObjectMissing);
  });

  it('refuses a file that is not what it was said to be, and stores nothing', async () => {
    const path = await aFileOf(aLetter());
    const digest = digestOf(aLetter());
    await expect(open().put({ ...digest, path })).rejects.toThrow(ObjectMismatch);
    await expect(open().put({ ...digestOf(aLetter(2999)), path })).rejects.toThrow(ObjectMismatch);
    expect(await open().size(digest.sha256)).toBeNull();
  });

  it('refuses a file that has become shorter', async () => {
    const letter = aLetter();
    const digest = digestOf(letter);
    const path = await aFileOf(letter.subarray(0, 1000));
    await expect(open().put({ ...digest, path })).rejects.toThrow(ObjectMismatch);
    expect(await open().size(digest.sha256)).toBeNull();
  });

  it('takes over a file of our own', async () => {
    const letter = aLetter(2_500_000);
    const digest = digestOf(letter);
    await open().take({ ...digest, path: await aFileOf(letter) });
    expect((await bytesOf(open().get(digest.sha256))).equals(letter)).toBe(true);
    await open().take({ ...digest, path: await aFileOf(letter) });
    expect((await hashesOf(open().list())).filter((each) => each === digest.sha256)).toHaveLength(1);
    expect((await bytesOf(open().get(digest.sha256))).equals(letter)).toBe(true);
  });

  it('takes over no file that lacks its end, and stores nothing', async () => {
    const letter = aLetter();
    const digest = digestOf(letter);
    const path = await aFileOf(letter.subarray(0, 2999));
    await expect(open().take({ ...digest, path })).rejects.toThrow(ObjectMismatch);
    expect(await open().size(digest.sha256)).toBeNull();
  });

  it('makes an object young again that it takes over once more', async () => {
    const letter = aLetter();
    const digest = digestOf(letter);
    const path = await aFileOf(letter);
    await utimes(path, new Date(0), new Date(0));
    await open().take({ ...digest, path });
    expect(await open().setAside(digest.sha256, new Date(Date.now() - 60_000))).toBe(false);
  });

  it('sets an object aside, and does not mind setting it aside twice', async () => {
    const { sha256, size } = await open().put({ bytes: aLetter() });
    expect(await open().setAside(sha256)).toBe(true);
    expect(await open().setAside(sha256)).toBe(true);
    expect(await open().size(sha256)).toBeNull();
    await expect(open().get(sha256)).rejects.toThrow(ObjectMissing);
    expect(await hashesOf(open().list())).not.toContain(sha256);
    const aside = await oneOf(open().listSetAside(), sha256);
    expect(aside?.size).toBe(size);
    expect(Math.abs((aside?.storedAt.getTime() ?? 0) - Date.now())).toBeLessThan(10_000);
  });

  it('leaves an object that was put, or put again, since', async () => {
    const letter = aLetter();
    const { sha256 } = await open().put({ bytes: letter });
    expect(await open().setAside(sha256, new Date(Date.now() - 60_000))).toBe(false);
    expect(await bytesOf(open().get(sha256))).toEqual(letter);
    expect(await open().setAside(sha256, new Date(Date.now() + 60_000))).toBe(true);
    expect(await open().size(sha256)).toBeNull();
    await open().setAside(sha256, new Date(Date.now() + 60_000));
  });

  it('brings back what was set aside', async () => {
    const letter = aLetter();
    const digest = await open().put({ bytes: letter });
    await open().setAside(digest.sha256);
    expect(await open().hasSetAside(digest.sha256)).toBe(true);
    expect(await open().bringBack(digest)).toBe(true);
    expect(await bytesOf(open().get(digest.sha256))).toEqual(letter);
  });

  it('brings nothing back that is not there, or is not what it should be', async () => {
    const digest = await open().put({ bytes: aLetter() });
    expect(await open().bringBack({ ...digest, sha256: unknown() })).toBe(false);
    await open().setAside(digest.sha256);
    expect(await open().bringBack({ ...digest, size: digest.size + 1 })).toBe(false);
    expect(await open().size(digest.sha256)).toBeNull();
  });

  it('discards for good what was set aside before', async () => {
    const { sha256 } = await open().put({ bytes: aLetter() });
    await open().setAside(sha256);
    await open().discard(sha256, new Date(Date.now() - 60_000));
    expect(await hashesOf(open().listSetAside())).toContain(sha256);
    await open().discard(sha256, new Date(Date.now() + 60_000));
    expect(await hashesOf(open().listSetAside())).not.toContain(sha256);
    await open().discard(sha256, new Date(Date.now() + 60_000));
  });

  it('keeps a marker, the last that was written, and takes it for no object', async () => {
    await open().writeMarker('one');
    await open().writeMarker('पत्रावली');
    const marker = await open().readMarker();
    expect(marker?.text).toBe('पत्रावली');
    expect(Math.abs((marker?.writtenAt.getTime() ?? 0) - Date.now())).toBeLessThan(10_000);
    expect(await hashesOf(open().list())).not.toContain(digestOf(Buffer.from('पत्रावली')).sha256);
  });

  it('keeps bytes under a name, the last that were written, and takes them for no object', async () => {
    expect(await open().readNamed('log/tile/0/x001/234.p/7')).toBeNull();
    const [one, other] = [aLetter(), aLetter(10)];
    await open().writeNamed('log/tile/0/x001/234.p/7', one);
    await open().writeNamed('log/tile/0/x001/234', other);
    await open().writeNamed('log/checkpoint', one);
    await open().writeNamed('log/checkpoint', other);
    expect(await open().readNamed('log/tile/0/x001/234.p/7')).toEqual(one);
    expect(await open().readNamed('log/tile/0/x001/234')).toEqual(other);
    expect(await open().readNamed('log/checkpoint')).toEqual(other);
    expect(await hashesOf(open().list())).not.toContain(digestOf(other).sha256);
  });

  it('removes what is below a name, and nothing beside it', async () => {
    const names = ['log/tile/0/001.p/1', 'log/tile/0/001.p/20', 'log/tile/0/001', 'log/tile/0/001.q'];
    for (const name of names) await open().writeNamed(name, Buffer.from(name));
    await open().removeNamed('log/tile/0/001.p');
    await open().removeNamed('log/tile/0/001.p');
    const found = await Promise.all(names.map((name) => open().readNamed(name)));
    expect(found.map((bytes) => bytes && String(bytes))).toEqual([null, null, ...names.slice(2)]);
    await open().writeNamed('log/tile/0/001.p/3', Buffer.from('x'));
    expect(String(await open().readNamed('log/tile/0/001.p/3'))).toBe('x');
  });

  it.each(['objects/ab/cd', 'log', 'log/', '/log/x', 'log/../objects', 'log/./x', 'log/a b', '../log/x'])(
    'has no name %j to give',
    async (name) => {
      await expect(open().readNamed(name)).rejects.toThrow();
      await expect(open().writeNamed(name, Buffer.alloc(1))).rejects.toThrow();
    },
  );

  it('lists every object with the time it was stored', async () => {
    const before = Date.now();
    const put = await Promise.all([aLetter(), aLetter(), aLetter()].map((bytes) => open().put({ bytes })));
    const listed = new Map<Sha256, Date>();
    for await (const { sha256, storedAt } of open().list()) listed.set(sha256, storedAt);
    for (const { sha256 } of put) {
      const storedAt = listed.get(sha256)?.getTime() ?? 0;
      expect(Math.abs(storedAt - before)).toBeLessThan(10_000);
    }
  });

  it('has nothing unfinished to remove after all this', async () => {
    const before = (await hashesOf(open().list())).length;
    await open().removeUnfinished(new Date(Date.now() + 60_000));
    expect(await hashesOf(open().list())).toHaveLength(before);
  });
}
