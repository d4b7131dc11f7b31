import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedPostgres, PostgresCluster } from '../../apps/office/src/postgres';

/**
 * The embedded PostgreSQL with the settings of an office; only more connections, for two offices at once and for what they are measured against.
 * @param keep leaves it in `BENCH_FOLDER`, and takes what an earlier run has left there.
 */
export async function startCluster(keep: boolean): Promise<{
  cluster: PostgresCluster;
  folder: string;
  end: () => Promise<void>;
}> {
  const within = process.env.BENCH_FOLDER ?? tmpdir();
  const folder = keep ? join(within, 'patravali-bench') : mkdtempSync(join(within, 'patravali-bench-'));
  mkdirSync(folder, { recursive: true });
  const cluster = new PostgresCluster({
    folder: join(folder, 'cluster'),
    binaries: embeddedPostgres(),
    superuserPassword: 'bench',
    settings: { max_connections: 100 },
  });
  await cluster.start();
  return {
    cluster,
    folder,
    end: async () => {
      await cluster.stop();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}
