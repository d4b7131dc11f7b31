import { AS_APPLICATION, SnakeNaming } from '@patravali/database';
import { types } from 'pg';
import { DataSource } from 'typeorm';
import { ENTITIES } from './entities';
import { MIGRATIONS } from './migrations';

/** A calendar day stays the text `YYYY-MM-DD`: as a JavaScript date it would shift with the machine's time zone. */
types.setTypeParser(types.builtins.DATE, (day) => day);

export interface PoolOptions {
  /** Connections at most. */
  readonly size: number;
}

/** The application's pool: the owner's connection string, but acting as the application's role. */
export function applicationDataSource(databaseUrl: string, { size }: PoolOptions = { size: 10 }): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: ENTITIES,
    namingStrategy: new SnakeNaming(),
    extra: {
      max: size,
      options: `${AS_APPLICATION} -c statement_timeout=30000 -c idle_in_transaction_session_timeout=60000`,
      connectionTimeoutMillis: 5000,
    },
  });
}

/** The owner's connection, for migrations alone. */
export function ownerDataSource(databaseUrl: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url: databaseUrl,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTransactionMode: 'each',
    namingStrategy: new SnakeNaming(),
    extra: { max: 2 },
  });
}
