import { Client } from 'pg';
import { AS_APPLICATION } from './application-role';
import { POOL_TYPES } from './pool-types';

/** It changes nothing, and the database works for it on one processor at a time. */
const SETTINGS = {
  // As rows are sealed: `AS_SEALED` of the ledger.
  TimeZone: 'UTC',
  DateStyle: 'ISO',
  bytea_output: 'hex',
  default_transaction_read_only: 'on',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  work_mem: '32MB',
  // What it looks up by keys lies side by side, and mostly in memory: by itself the database would rather read whole tables again and again.
  random_page_cost: '1.1',
  statement_timeout: '10min',
  lock_timeout: '1min',
};
const CONNECTED_WITHIN_MS = 60_000;
const KEEP_ALIVE_AFTER_MS = 10_000;

/** A connection of its own for a process that reads much of the database, and for whom nobody waits. */
export class ReadingConnection {
  /** The end of the statement that was asked for last. */
  private turn: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly client: Client,
    private readonly onStatement: () => void,
  ) {}

  /**
   * @param databaseUrl the owner's: the connection acts as the application's role.
   * @param onStatement is told of each.
   */
  static async open(databaseUrl: string, onStatement: () => void = () => undefined): Promise<ReadingConnection> {
    const settings = Object.entries(SETTINGS).map(([name, value]) => `-c ${name}=${value}`);
    const client = new Client({
      connectionString: databaseUrl,
      options: [AS_APPLICATION, ...settings].join(' '),
      types: POOL_TYPES,
      connectionTimeoutMillis: CONNECTED_WITHIN_MS,
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_AFTER_MS,
    });
    // A statement that waits fails by itself; without one, the next fails.
    client.on('error', () => undefined);
    await client.connect();
    return new ReadingConnection(client, onStatement);
  }

  /** One after the other, as they are asked for: the next begins before the answer to one is looked at. */
  async query<Row>(sql: string, values: unknown[] = []): Promise<Row[]> {
    const answer = this.turn.then(async () => {
      this.onStatement();
      return await this.client.query(sql, values);
    });
    this.turn = answer.catch(() => undefined);
    return (await answer).rows as Row[];
  }

  async end(): Promise<void> {
    await this.client.end();
  }
}
