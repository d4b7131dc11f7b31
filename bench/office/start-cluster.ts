import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgres, PostgresCluster } from '../../apps/office/src/postgres';

/** The embedded PostgreSQL with the settings of an office; only more connections, for two offices at once and for what they are measured against. */
export async function startCluster(): Promise<{ cluster: PostgresCluster; folder: string; end: () => Promise<void> }> {
  const folder = mkdtempSync(join(process.env.BENCH_FOLDER ?? tmpdir(), 'patravali-bench-'));
  const cluster = new PostgresCluster({
    folder: join(folder, 'cluster'),
    binaries: embeddedPostgres(18),
    superuserPassword: 'bench',
    settings: { max_connections: 100 },
  });
  await cluster.start();
  return {
    cluster,
    folder,
    end: async () => {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
