import { setTimeout as sleep } from 'node:timers/promises';
import type { LauncherConfig } from '@patravali/config';
import type { DataFolder, DatabasePasswords } from '../parts/data-folder';
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
  /** How often the server on this machine has died. */
  readonly deaths: number;
  /** @throws LauncherRefusal when it cannot start. */
  start(): Promise<void>;
  /** Also one that is starting, and one that a killed launcher has left. */
  stop(): Promise<void>;
}

const nothing = (): Promise<void> => Promise.resolve();

export const externalDatabase = (url: string): OfficeDatabase => ({ url, deaths: 0, start: nothing, stop: nothing });

/** The embedded PostgreSQL in the data folder: once started, it is kept running until told to stop. */
export class EmbeddedDatabase implements OfficeDatabase {
  private readonly cluster: PostgresCluster;
  private readonly passwords: DatabasePasswords;
  private readonly ending = new AbortController();
  private working: Promise<void> = Promise.resolve();
  private address = '';
  deaths = 0;

  /** @param onDeath called each time the server has died. */
  constructor(
    folder: DataFolder,
    { historyBytes }: Pick<LauncherConfig, 'historyBytes'>,
    private readonly onDeath: () => void,
  ) {
    this.passwords = folder.passwords();
    this.cluster = new PostgresCluster({
      folder: folder.at('postgres'),
      binaries: embeddedPostgres(),
      superuserPassword: this.passwords.superuser,
      ...(historyBytes > 0 ? { logArchive: historyFolders(folder.path).logArchive } : {}),
    });
  }

  get url(): string {
    return this.address;
  }

  get server(): Pick<PostgresCluster, 'superuserUrl' | 'data'> {
    return this.cluster;
  }

  async start(): Promise<void> {
    this.working = this.open();
    await this.working;
    this.watch();
  }

  async stop(): Promise<void> {
    this.ending.abort();
    await this.working.catch(() => undefined);
    await this.cluster.stop();
  }

  private async open(): Promise<void> {
    const names = { database: DATABASE, password: this.passwords.owner };
    while (this.address === '') {
      await this.cluster.start(this.ending.signal);
      try {
        this.address = await createOfficeDatabase(this.cluster, names);
      } catch (error) {
        if (this.cluster.isAlive || this.isEnding()) throw error;
        this.died();
      }
    }
  }

  private watch(): void {
    void this.cluster.death().then(() => {
      if (!this.isEnding()) this.working = this.restart();
    });
  }

  /** At once, then with growing pauses. */
  private async restart(): Promise<void> {
    for (let wait = 250; !this.isEnding(); wait = Math.min(wait * 2, SLOWEST_RESTART_MS)) {
      this.died();
      const isStarted = await this.cluster.start(this.ending.signal).then(
        () => true,
        () => false,
      );
      if (isStarted) {
        this.watch();
        return;
      }
      await sleep(wait, undefined, { signal: this.ending.signal }).catch(() => undefined);
    }
  }

  private died(): void {
    this.deaths++;
    this.onDeath();
  }

  private isEnding(): boolean {
    return this.ending.signal.aborted;
  }
}

/** @throws LauncherRefusal when it cannot start. */
export async function startEmbeddedDatabase(
  folder: DataFolder,
  config: Pick<LauncherConfig, 'historyBytes'>,
): Promise<OfficeDatabase> {
  const database = new EmbeddedDatabase(folder, config, () => undefined);
  await database.start();
  return database;
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
