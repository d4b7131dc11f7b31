import type { ObjectStore, Sha256, StoredObject } from '@patravali/storage';

const HOUR = 60 * 60 * 1000;
/** An object is stored before the row that names it: so long it may stand there without one, in milliseconds. */
export const SWEEP_GRACE = 24 * HOUR;
/** So long what was set aside can still be brought back, in milliseconds. */
export const KEPT_ASIDE = 30 * 24 * HOUR;
/** More than this of the store, and more than so many objects, is no remains of failed uploads: something is wrong. */
const LARGEST_SHARE = 0.1;
const FEW = 20;
const BATCH = 500;

export interface SweepOptions {
  /** The time by the clock of the store. */
  readonly now: Date;
  /** Which of a batch are named by a row: one query, of all organisations. */
  readonly namedHashes: (batch: readonly Sha256[]) => Promise<ReadonlySet<Sha256>>;
  /** Of these it is known why no row names them any more, so they say nothing against the rest. */
  readonly expected?: ReadonlySet<Sha256>;
  /** A person has looked and wants it, whatever the share. */
  readonly whateverTheShare?: boolean;
}

export interface Swept {
  readonly seen: number;
  /** Old enough, and named by no row. */
  readonly unnamed: number;
  readonly setAside: number;
  readonly discarded: number;
  /** Nothing was set aside, because it would have been too large a share of the store. */
  readonly stopped: boolean;
}

/**
 * Sets aside the objects that no row names and that were last put more than a day ago, and discards what was set aside
 * thirty days ago. A put of the same bytes makes its object young again, so that a sweep that is under way passes it over.
 */
export async function sweep(store: ObjectStore, options: SweepOptions): Promise<Swept> {
  const { now, expected = new Set(), whateverTheShare = false } = options;
  const before = new Date(now.getTime() - SWEEP_GRACE);
  let [seen, unnamed, surprising] = [0, 0, 0];
  for await (const batch of batchesOf(store.list())) {
    seen += batch.length;
    for (const sha256 of await unnamedOf(batch, before, options)) {
      unnamed++;
      if (!expected.has(sha256)) surprising++;
    }
  }
  const stopped = !whateverTheShare && surprising > FEW && surprising > seen * LARGEST_SHARE;
  if (stopped) return { seen, unnamed, setAside: 0, discarded: 0, stopped };
  const setAside = unnamed === 0 ? 0 : await setAsideUnnamed(store, before, options);
  const discarded = await discardOld(store, new Date(now.getTime() - KEPT_ASIDE), options);
  return { seen, unnamed, setAside, discarded, stopped };
}

async function setAsideUnnamed(store: ObjectStore, before: Date, options: SweepOptions): Promise<number> {
  let count = 0;
  for await (const batch of batchesOf(store.list())) {
    for (const sha256 of await unnamedOf(batch, before, options)) if (await store.setAside(sha256, before)) count++;
  }
  return count;
}

/** What a row has come to name again stays until somebody brings it back. */
async function discardOld(store: ObjectStore, before: Date, options: SweepOptions): Promise<number> {
  let count = 0;
  for await (const batch of batchesOf(store.listSetAside())) {
    for (const sha256 of await unnamedOf(batch, before, options)) {
      await store.discard(sha256, before);
      count++;
    }
  }
  return count;
}

async function unnamedOf(batch: readonly StoredObject[], before: Date, { namedHashes }: SweepOptions) {
  const old = batch.filter(({ storedAt }) => storedAt < before).map(({ sha256 }) => sha256);
  if (old.length === 0) return [];
  const named = await namedHashes(old);
  return old.filter((sha256) => !named.has(sha256));
}

export async function* batchesOf<T>(all: AsyncIterable<T>): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const each of all) {
    batch.push(each);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
