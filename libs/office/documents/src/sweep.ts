import type { ObjectStore, Sha256 } from '@patravali/storage';

/** An object is stored before the row that names it: so long it may stand there without one, in milliseconds. */
export const SWEEP_GRACE = 24 * 60 * 60 * 1000;

const BATCH = 500;

export interface Swept {
  readonly seen: number;
  readonly removed: number;
}

/**
 * Removes the objects that no row names and that were last put more than `olderThan` milliseconds ago, and what unfinished
 * puts of that age left behind. `namedHashes` says which of a batch are named by a row: one query, of all organisations.
 * A put of the same bytes makes its object young again, so that a sweep that is under way passes it over.
 */
export async function sweep(
  store: ObjectStore,
  namedHashes: (batch: readonly Sha256[]) => Promise<ReadonlySet<Sha256>>,
  olderThan: number = SWEEP_GRACE,
): Promise<Swept> {
  const before = new Date(Date.now() - olderThan);
  let [seen, removed] = [0, 0];
  const removeUnnamed = async (batch: readonly Sha256[]) => {
    const named = await namedHashes(batch);
    for (const sha256 of batch.filter((each) => !named.has(each))) {
      if (await store.remove(sha256, before)) removed++;
    }
  };
  let batch: Sha256[] = [];
  for await (const { sha256, storedAt } of store.list()) {
    seen++;
    if (storedAt < before) batch.push(sha256);
    if (batch.length < BATCH) continue;
    await removeUnnamed(batch);
    batch = [];
  }
  if (batch.length > 0) await removeUnnamed(batch);
  await store.removeUnfinished(before);
  return { seen, removed };
}
