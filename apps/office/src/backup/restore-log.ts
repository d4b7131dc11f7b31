import type { KeyObject } from 'node:crypto';
import { existsSync } from 'node:fs';
import type { Config } from '@patravali/config';
import { findLogKey, keepLogKey, keyFileIn, LOG_CHECKPOINT, tellOfRestore } from '@patravali/ledger';
import { type ObjectStore, openObjectStore } from '@patravali/storage';
import { LauncherRefusal } from '../parts/sentences';
import { withOwner } from './connect';
import type { Manifest } from './manifest';

/** How the log of a backup came into the store: `kept` is one that was there already, which may be later. */
export type RestoredLog = 'restored' | 'kept' | 'none';

/** Into a store that has no log; one that is there is never written over. The checkpoint comes last. */
export async function restoreLog(config: Config, { log }: Manifest, from: ObjectStore): Promise<RestoredLog> {
  if (!log) return 'none';
  const store = openObjectStore(config);
  if (await store.readNamed(LOG_CHECKPOINT)) return 'kept';
  for (const { name } of log.files.toSorted((one, other) => placeOf(one.name) - placeOf(other.name))) {
    const bytes = await from.readNamed(name);
    if (!bytes) throw new Error(`${name} is gone again`);
    await store.writeNamed(name, bytes);
  }
  return 'restored';
}

const placeOf = (name: string): number => (name === LOG_CHECKPOINT ? 1 : 0);

/** @throws LauncherRefusal when the folder of the office holds another key of a log. */
export async function refuseOtherKey({ dataFolder }: Pick<Config, 'dataFolder'>, { key }: Manifest): Promise<void> {
  const file = keyFileIn(dataFolder);
  if (!key || !existsSync(file) || (await findLogKey(file, key.written))) return;
  throw new LauncherRefusal('restoreKeyTaken', { file });
}

/** Puts the key where the office looks for it. */
export async function restoreKey({ dataFolder }: Pick<Config, 'dataFolder'>, secret: KeyObject): Promise<void> {
  await keepLogKey(keyFileIn(dataFolder), secret);
}

/** The log itself says, for good, that what came after the backup is lost. */
export async function sayWhatIsLost({ databaseUrl }: Pick<Config, 'databaseUrl'>, reason: string): Promise<void> {
  await withOwner(databaseUrl, async (owner) => {
    await owner.query('BEGIN');
    await tellOfRestore(owner, reason);
    await owner.query('COMMIT');
  });
}
