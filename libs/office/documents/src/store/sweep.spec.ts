import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ObjectStore, openObjectStore, type Sha256 } from '@patravali/storage';
import { sweep, type SweepOptions } from './sweep';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

describe('the sweep of the store', () => {
  let dataFolder: string;
  let store: ObjectStore;

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'patravali-sweep-'));
    store = openObjectStore({ dataFolder });
  });
  afterEach(() => rm(dataFolder, { recursive: true, force: true }));

  const pathOf = (sha256: Sha256, place = 'objects') => join(dataFolder, place, sha256.slice(0, 2), sha256.slice(2));

  async function anObject(hoursAgo: number, bytes = randomBytes(64)): Promise<Sha256> {
    const { sha256 } = await store.put({ bytes });
    const then = new Date(Date.now() - hoursAgo * HOUR);
    await utimes(pathOf(sha256), then, then);
    return sha256;
  }
  const objects = (count: number, hoursAgo = 48) =>
    Promise.all(Array.from({ length: count }, () => anObject(hoursAgo)));

  const sweepNow = (rows: readonly Sha256[], more: Partial<SweepOptions> = {}) =>
    sweep(store, {
      now: new Date(),
      namedHashes: (batch) => Promise.resolve(new Set(batch.filter((each) => rows.includes(each)))),
      ...more,
    });

  it('sets aside what no row has named for a day, and nothing else', async () => {
    const [named, young, orphan] = [await anObject(48), await anObject(23), await anObject(25)];
    expect(await sweepNow([named])).toEqual({ seen: 3, unnamed: 1, setAside: 1, discarded: 0, stopped: false });
    expect(await store.size(named)).toBe(64);
    expect(await store.size(young)).toBe(64);
    expect(await store.size(orphan)).toBeNull();
    expect(await store.hasSetAside(orphan)).toBe(true);
  });

  it('discards for good after thirty days, but not what a row names again', async () => {
    const [old, recent, wanted] = [await anObject(48), await anObject(48), await anObject(48)];
    await sweepNow([]);
    for (const [sha256, days] of [
      [old, 31],
      [recent, 29],
      [wanted, 31],
    ] as const) {
      const then = new Date(Date.now() - days * DAY);
      await utimes(pathOf(sha256, 'set-aside'), then, then);
    }
    expect(await sweepNow([wanted])).toMatchObject({ seen: 0, discarded: 1 });
    expect(await store.hasSetAside(old)).toBe(false);
    expect(await store.hasSetAside(recent)).toBe(true);
    expect(await store.bringBack({ sha256: wanted, size: 64 })).toBe(true);
  });

  it.each([
    ['goes on with a few, whatever their share', 20, 0, true],
    ['stops at more than a tenth of the store', 21, 100, false],
    ['goes on with less than a tenth', 21, 190, true],
  ])('%s', async (_, unnamed, named, goesOn) => {
    await objects(unnamed);
    const rows = await objects(named);
    expect(await sweepNow(rows)).toMatchObject({
      unnamed,
      setAside: goesOn ? unnamed : 0,
      stopped: !goesOn,
      seen: unnamed + named,
    });
  });

  it('does not stop over what it knows the reason of, nor when a person has looked', async () => {
    const known = await objects(25);
    expect(await sweepNow([], { expected: new Set(known.slice(0, 5)) })).toMatchObject({ setAside: 25 });
    await objects(25);
    expect(await sweepNow([], { whateverTheShare: true })).toMatchObject({ setAside: 25 });
  });

  it('never asks about what is too young to be swept', async () => {
    await anObject(1);
    await sweepNow([], { namedHashes: () => Promise.reject(new Error('asked')) });
  });

  it('sets nothing aside when it cannot learn what is named', async () => {
    const orphan = await anObject(48);
    const asking = sweepNow([], { namedHashes: () => Promise.reject(new Error('no database')) });
    await expect(asking).rejects.toThrow('no database');
    expect(await store.size(orphan)).toBe(64);
  });

  it('spares an object that is put again while it is being looked up', async () => {
    const bytes = Buffer.from('the same circular, received again');
    const sha256 = await anObject(48, bytes);
    const swept = await sweepNow([], {
      namedHashes: async () => {
        await store.put({ bytes });
        return new Set();
      },
    });
    expect(swept).toMatchObject({ seen: 1, setAside: 0 });
    expect(await store.size(sha256)).toBe(bytes.length);
  });
});
