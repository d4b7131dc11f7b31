import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  type Digest,
  digestOfStream,
  ObjectMismatch,
  ObjectMissing,
  type ObjectStore,
  type Sha256,
} from '@patravali/storage';

export interface CopiedDocuments {
  /** How many were not there yet. */
  readonly copied: number;
  /** Not in the store from which they were to come, or not as they were stored. */
  readonly damaged: readonly Sha256[];
}

/**
 * Brings documents from one store into another. Each is read in the end and held against its hash, also those already
 * there.
 * @param folder where there is room for the largest of them.
 */
export async function copyDocuments(
  from: ObjectStore,
  to: ObjectStore,
  documents: readonly Digest[],
  folder: string,
): Promise<CopiedDocuments> {
  const between = await mkdtemp(join(folder, 'copying-'));
  const damaged: Sha256[] = [];
  let copied = 0;
  try {
    for (const document of documents) {
      if (await isThere(to, document)) continue;
      if (await copy(from, to, document, join(between, 'document'))) copied += 1;
      else damaged.push(document.sha256);
    }
  } finally {
    await rm(between, { recursive: true, force: true });
  }
  return { copied, damaged };
}

async function isThere(store: ObjectStore, { sha256, size }: Digest): Promise<boolean> {
  if ((await store.size(sha256)) !== size) return false;
  const found = await orDamaged(async () => await digestOfStream(await store.get(sha256)));
  return found?.sha256 === sha256 && found.size === size;
}

/** @returns whether it arrived as it was stored. */
async function copy(from: ObjectStore, to: ObjectStore, document: Digest, path: string): Promise<boolean> {
  const arrived = await orDamaged(async () => {
    await pipeline(await from.get(document.sha256), createWriteStream(path, { mode: 0o600 }));
    await to.put({ ...document, path });
    return true;
  });
  return arrived ?? false;
}

/** Null for what is missing or not what it should be. */
async function orDamaged<T>(access: () => Promise<T>): Promise<T | null> {
  try {
    return await access();
  } catch (error) {
    if (error instanceof ObjectMissing || error instanceof ObjectMismatch) return null;
    throw error;
  }
}
