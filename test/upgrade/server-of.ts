import { randomUUID } from 'node:crypto';
import { createOfficeDatabase, type PostgresMajor } from '../../apps/office/src/postgres';
import { sharedServerUrl, startCluster } from '../support/database/cluster';

/**
 * A server of that version, as its owner's connection string. 15 is the oldest version that an office may have of its own; it is
 * started for the spec alone.
 * @param closing is told how to stop it.
 */
export async function serverOf(major: PostgresMajor, closing: (() => Promise<void>)[]): Promise<string> {
  if (major === 18) return await sharedServerUrl();
  const cluster = await startCluster(major);
  closing.push(() => cluster.stop());
  const url = await createOfficeDatabase(cluster, { database: 'office', password: randomUUID() });
  return url.replace(/office$/, 'postgres');
}
