import type { Config } from '@patravali/config';
import { select } from '@patravali/database';
import { STORED_BYTES, StoredBytes } from '@patravali/documents';
import { type ObjectStore, openObjectStore, toSha256 } from '@patravali/storage';
import { LauncherRefusal } from '../parts/sentences';
import { withOwner } from './connect';
import { copyDocuments } from './copy-documents';

/**
 * Brings every document that a row names into the office's own store.
 * @returns how many there are.
 * @throws LauncherRefusal naming what is not there as it was stored; everything else then is.
 */
export async function restoreDocuments(config: Config, from: ObjectStore): Promise<number> {
  const named = await withOwner(config.databaseUrl, async (owner) => {
    const rows = await select(owner, StoredBytes, STORED_BYTES);
    return rows.map(({ sha256, size }) => ({ sha256: toSha256(sha256), size }));
  });
  const { damaged } = await copyDocuments(from, openObjectStore(config), named, config.dataFolder);
  if (damaged.length === 0) return named.length;
  throw new LauncherRefusal('documentsDamaged', { count: damaged.length, list: damaged.join('\n') });
}
