import { WatchedClient } from '@patravali/database';
import { OBJECT_STORE, type ObjectStore, StoreUnavailable } from '@patravali/storage';
import { PostgresQueryRunner } from 'typeorm/driver/postgres/PostgresQueryRunner.js';
import { QueryFailedError } from 'typeorm';
import type { TestOffice } from '../office/office';

type Ask = (this: WatchedClient, ...call: Parameters<WatchedClient['ask']>) => void;
type Query = (this: PostgresQueryRunner, ...values: unknown[]) => Promise<unknown>;

/** As PostgreSQL says it when it ends. */
const ADMIN_SHUTDOWN = '57P01';

/** Nobody waits for this one, which is sent when a minute has passed. */
const UNATTENDED = 'UPDATE session SET last_used_at';
const NOTHING = { command: '', rows: [] };

function lost(): Error {
  return Object.assign(new Error('the connection was lost on purpose'), { code: ADMIN_SHUTDOWN, severity: 'FATAL' });
}

/** Lets one of the calls fail that the office makes to its database and its store: the first, the second, and so on. */
export class FailingCalls {
  private callsLeft = Infinity;
  private failed: string | null = null;
  private readonly restore: (() => void)[] = [];

  constructor(office: TestOffice) {
    const before = (call: string) => this.before(call);
    // Alone, and within a transaction.
    const runner = PostgresQueryRunner.prototype as unknown as { query: Query };
    const { query } = runner;
    runner.query = async function (this: PostgresQueryRunner, ...values: unknown[]) {
      const sql = String(values[0]);
      if (!sql.startsWith(UNATTENDED) && before(sql)) throw new QueryFailedError(sql, [], lost());
      return await query.apply(this, values);
    };
    const client = WatchedClient.prototype as unknown as { ask: Ask };
    const { ask } = client;
    client.ask = function (this: WatchedClient, sql, values, answer) {
      // A connection that is taken back closes its transaction whatever happened.
      if (sql !== 'ROLLBACK' && before(sql)) answer(lost(), NOTHING);
      else ask.call(this, sql, values, answer);
    };
    this.restore.push(
      () => Object.assign(runner, { query }),
      () => Object.assign(client, { ask }),
    );
    const store = office.get<Record<string, (...values: unknown[]) => unknown>>(OBJECT_STORE);
    for (const name of ['put', 'get', 'size', 'check'] satisfies (keyof ObjectStore)[]) {
      const method = store[name];
      if (!method) throw new Error(`The store has no ${name}`);
      store[name] = async (...values) => {
        if (before(`the store: ${name}`)) throw new StoreUnavailable(new Error('the store failed on purpose'));
        return await method.apply(store, values);
      };
      this.restore.push(() => (store[name] = method));
    }
  }

  /** From now on the call with that number, counted from 1, fails; once. */
  failAt(call: number): void {
    this.callsLeft = call;
    this.failed = null;
  }

  /** No call fails any more. @returns the one that did; null when there were not as many. */
  stop(): string | null {
    this.callsLeft = Infinity;
    return this.failed;
  }

  close(): void {
    for (const undo of this.restore) undo();
  }

  private before(call: string): boolean {
    this.callsLeft -= 1;
    if (this.callsLeft !== 0) return false;
    this.failed = call.trim().replaceAll(/\s+/g, ' ').slice(0, 100);
    return true;
  }
}
