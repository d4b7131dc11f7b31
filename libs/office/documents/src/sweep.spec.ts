import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ObjectStore, openObjectStore, type Sha256 } from '@patravali/storage';
import { sweep } from './sweep';

describe('the sweep of the store', () => {
  let dataFolder: string;
  let store: ObjectStore;
  const HOUR = 3_600_000;

  beforeEach(async () => {
    dataFolder = await mkdtemp(join(tmpdir(), 'patravali-sweep-'));
    store = openObjectStore({ dataFolder });
  });
  afterEach(() => rm(dataFolder, { recursive: true, force: true }));

  async function anObject(hoursAgo: number): Promise<Sha256> {
    const { sha256 } = await store.put({ bytes: randomBytes(64) });
    const then = new Date(Date.now() - hoursAgo * HOUR);
    await utimes(join(dataFolder, 'objects', sha256.slice(0, 2), sha256.slice(2)), then, then);
    return sha256;
  }

  const namedBy = (...rows: Sha256[]) => {
    return (batch: readonly Sha256[]) => Promise.resolve(new Set(batch.filter((each) => rows.includes(each))));
  };

  it('removes what no row has named for a day, and nothing else', async () => {
    const [named, young, orphan] = [await anObject(48), await anObject(23), await anObject(25)];
    expect(await sweep(store, namedBy(named))).toEqual({ seen: 3, removed: 1 });
    expect(await store.size(named)).toBe(64);
    expect(await store.size(young)).toBe(64);
    expect(await store.size(orphan)).toBeNull();
  });

  it('never asks about what is too young to be swept', async () => {
    await anObject(1);
    await sweep(store, () => Promise.reject(new Error('asked')));
  });

  it('removes nothing when it cannot learn what is named', async () => {
    const orphan = await anObject(48);
    await expect(sweep(store, () => Promise.reject(new Error('no database')))).rejects.toThrow('no database');
    expect(await store.size(orphan)).toBe(64);
  });

  it('spares an object that is put again while it is being looked up', async () => {
    const bytes = Buffer.from('the same circular, received again');
    const { sha256 } = await store.put({ bytes });
    const then = new Date(Date.now() - 48 * HOUR);
    await utimes(join(dataFolder, 'objects', sha256.slice(0, 2), sha256.slice(2)), then, then);
    const swept = await sweep(store, async () => {
      await store.put({ bytes });
      return new Set();
    });
    expect(swept).toEqual({ seen: 1, removed: 0 });
    expect(await store.size(sha256)).toBe(bytes.length);
  });

  it('takes its own age when one is given', async () => {
    const orphan = await anObject(2);
    await sweep(store, namedBy(), HOUR);
    expect(await store.size(orphan)).toBeNull();
  });
});
