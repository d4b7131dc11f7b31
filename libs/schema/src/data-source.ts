import { AS_APPLICATION, POOL_TYPES, SnakeNaming } from '@patravali/database';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations';

type Migration = (typeof MIGRATIONS)[number];

export interface PoolOptions {
  /** Connections at most. */
  readonly size: number;
  /** False: an answer does not wait for the disk. Only for work that is done again when the machine loses it. */
  readonly durable?: boolean;
}

const OFFICE_POOL: PoolOptions = { size: 10 };

/** The application's pool: the owner's connection string, but acting as the application's role. */
export function applicationOptions(databaseUrl: string, pool: PoolOptions = OFFICE_POOL): DataSourceOptions {
  const { size, durable = true } = pool;
  return {
    type: 'postgres',
    url: databaseUrl,
    entities: ENTITIES,
    namingStrategy: new SnakeNaming(),
    extra: {
      max: size,
      options: `${AS_APPLICATION} -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000${durable ? '' : ' -c synchronous_commit=off'}`,
      connectionTimeoutMillis: 5000,
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
