import { setTimeout as sleep } from 'node:timers/promises';
import type { LauncherConfig } from '@patravali/config';
import type { DataFolder } from '../parts/data-folder';
import { historyFolders } from '../history/history-folder';
import { createOfficeDatabase, embeddedPostgres, PostgresCluster } from '../postgres';

const DATABASE = 'patravali';
const SLOWEST_RESTART_MS = 10_000;

/** The database of the office: an external server, or the embedded one. */
export interface OfficeDatabase {
  /** The owner's connection string. */
  readonly url: string;
  /** The server on this machine that keeps it, if it is ours. */
  readonly server?: Pick<PostgresCluster, 'superuserUrl' | 'data'>;
  stop(): Promise<void>;
}

export const externalDatabase = (url: string): OfficeDatabase => ({ url, stop: () => Promise.resolve() });

/**
 * Starts the embedded PostgreSQL in the data folder and keeps it running until told to stop.
 * @param onDeath called each time the server has died.
 */
export async function startEmbeddedDatabase(
  folder: DataFolder,
  { historyBytes }: Pick<LauncherConfig, 'historyBytes'>,
  onDeath: () => void,
): Promise<OfficeDatabase> {
  const passwords = folder.passwords();
  const cluster = new PostgresCluster({
    folder: folder.at('postgres'),
    binaries: embeddedPostgres(),
    superuserPassword: passwords.superuser,
    ...(historyBytes > 0 ? { logArchive: historyFolders(folder.path).logArchive } : {}),
  });
  await cluster.start();
  const url = await createOfficeDatabase(cluster, { database: DATABASE, password: passwords.owner });
  const watch = keepAlive(cluster, onDeath);
  return {
    url,
    server: cluster,
    stop: async () => {
      await watch.end();
      await cluster.stop();
    },
  };
}

/** Restarts the server whenever it dies: at once, then with growing pauses. */
function keepAlive(cluster: PostgresCluster, onDeath: () => void): { end(): Promise<void> } {
  const ended = new AbortController();
  let restarting = Promise.resolve();
  const restart = async (): Promise<void> => {
    for (let wait = 250; !ended.signal.aborted; wait = Math.min(wait * 2, SLOWEST_RESTART_MS)) {
      onDeath();
      const started = await cluster.start().then(
        () => true,
        () => false,
      );
      if (started) {
        watch();
        return;
      }
      await sleep(wait);
    }
  };
  const watch = (): void => {
    void cluster.death().then(() => {
      if (!ended.signal.aborted) restarting = restart();
    });
  };
  watch();
  return {
    end: () => {
      ended.abort();
      return restarting;
    },
  };
}

/** The environment of the office's processes: the launcher's own, with what it has decided. */
export function environmentFor(config: LauncherConfig, databaseUrl: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    DATABASE_URL: databaseUrl,
    PORT: String(config.port),
    PATRAVALI_DATA: config.dataFolder,
    PATRAVALI_DEMO: demoSetting(config),
  };
}

function demoSetting({ demo, smallDemo }: LauncherConfig): string {
  if (!demo) return 'off';
  return smallDemo ? 'small' : 'on';
}
