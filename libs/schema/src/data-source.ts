import { AS_APPLICATION, POOL_TYPES, PreparingClient, SnakeNaming, WatchedClient } from '@patravali/database';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations';

type Migration = (typeof MIGRATIONS)[number];

export interface PoolOptions {
  /** Connections at most. */
  readonly size: number;
  /** False: an answer does not wait for the disk. Only for work that is done again when the machine loses it. */
  readonly durable?: boolean;
  /** How long a connection may take to come about, in milliseconds. */
  readonly connectsWithinMs?: number;
  /** False: no statement is remembered by the database under a name. */
  readonly prepared?: boolean;
}

export const OFFICE_POOL: PoolOptions = { size: 16 };
const KEEP_ALIVE_AFTER_MS = 10_000;

/** No statement, no wait for a lock and no idle transaction takes a connection away from the others for long. */
const BOUNDS = {
  statement_timeout: '20s',
  lock_timeout: '3s',
  idle_in_transaction_session_timeout: '60s',
};

/** Statements are short: to compile one takes longer than to run it, and what it costs is guessed high for large tables. */
const NO_COMPILING = { jit: 'off' };

/** The application's pool: the owner's connection string, but acting as the application's role. */
export function applicationOptions(databaseUrl: string, pool: PoolOptions = OFFICE_POOL): DataSourceOptions {
  const { size, durable = true, prepared = true, connectsWithinMs = 5000 } = pool;
  const settings = Object.entries({ ...BOUNDS, ...NO_COMPILING, ...(durable ? {} : { synchronous_commit: 'off' }) });
  return {
    type: 'postgres',
    url: databaseUrl,
    entities: ENTITIES,
    namingStrategy: new SnakeNaming(),
    extra: {
      max: size,
      options: [AS_APPLICATION, ...settings.map(([name, value]) => `-c ${name}=${value}`)].join(' '),
      connectionTimeoutMillis: connectsWithinMs,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
      Client: prepared ? PreparingClient : WatchedClient,
      types: POOL_TYPES,
    },
  };
}

export function applicationDataSource(databaseUrl: string, options?: PoolOptions): DataSource {
  return new DataSource(applicationOptions(databaseUrl, options));
}

/** The owner's connection, for migrations alone: all of them unless said otherwise. */
export function ownerDataSource(databaseUrl: string, migrations: readonly Migration[] = MIGRATIONS): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: ENTITIES,
    migrations: [...migrations],
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    extra: { max: 2 },
  });
}
