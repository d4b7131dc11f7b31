import { AsyncLocalStorage } from 'node:async_hooks';
import { WatchedClient } from '@patravali/database';
import { Client } from 'pg';
import type { TestApi } from '../http/api';

type Query = (...call: unknown[]) => unknown;

/** What one request asked of the database. */
export interface Counted {
  /** In their order: BEGIN and COMMIT too. */
  readonly statements: readonly string[];
  /** How often it had to wait: statements that leave together, before any of them is answered, are one way there and back. */
  readonly roundTrips: number;
}

/** A way there and back on one connection: what has left since the last answer. */
interface Trip {
  isOver: boolean;
}

/**
 * Listens to what the office sends to its database within a request: not to jobs, probes and timers, nor to the test's own
 * connections.
 */
export class CountedStatements {
  private readonly requests = new AsyncLocalStorage<true>();
  private statements: string[] = [];
  private others: string[] = [];
  private roundTrips = 0;
  private readonly trips = new WeakMap<Client, Trip>();

  constructor({ app }: TestApi) {
    const server = app.getHttpServer();
    const emit = server.emit.bind(server);
    // What reads the body of a request runs on in the context of its connection, not in that of the event `request`.
    server.emit = (name: string, ...values: unknown[]) =>
      name === 'connection' ? this.requests.run(true, () => emit(name, ...values)) : emit(name, ...values);
    const prototype = Client.prototype as unknown as { query: Query };
    const { query } = prototype;
    const counting = { hear: (client: Client, send: Query, call: unknown[]) => this.hear(client, send, call) };
    const hear = (client: Client, call: unknown[]) => this.hear(client, query.bind(client), call);
    prototype.query = function (this: Client, ...call) {
      const isAlone = this instanceof WatchedClient && !isOfTransaction(call[0]);
      return isAlone ? hear(this, call) : query.apply(this, call);
    };
    const watched = WatchedClient.prototype as unknown as { ask: Query };
    const { ask } = watched;
    watched.ask = function (this: Client, ...call) {
      return counting.hear(this, ask.bind(this), call);
    };
  }

  /**
   * What one request asked of the database.
   * @throws what the office asked meanwhile outside any request; then this does not see all.
   */
  async during<T>(request: () => Promise<T>): Promise<Counted & { answer: T }> {
    const statements: string[] = (this.statements = []);
    const others: string[] = (this.others = []);
    this.roundTrips = 0;
    const answer = await request();
    if (others.length > 0)
      throw new Error(`The office asked its database outside of the request:\n${others.join('\n')}`);
    return { answer, statements: [...statements], roundTrips: this.roundTrips };
  }

  private hear(client: Client, query: Query, call: readonly unknown[]): unknown {
    (this.requests.getStore() ? this.statements : this.others).push(textOf(call[0]));
    const trip = this.tripOf(client);
    const over = () => (trip.isOver = true);
    const callback = call.at(-1);
    if (typeof callback === 'function') {
      const answered: Query = (...answer) => {
        over();
        return (callback as Query)(...answer);
      };
      return query(...call.slice(0, -1), answered);
    }
    const answer = query(...call);
    if (answer instanceof Promise) answer.then(over, over);
    return answer;
  }

  private tripOf(client: Client): Trip {
    const now = this.trips.get(client);
    if (now && !now.isOver) return now;
    const begun = { isOver: false };
    this.trips.set(client, begun);
    this.roundTrips += 1;
    return begun;
  }
}

/** Statements of a transaction leave as one query of the driver, and have been heard one by one. */
function isOfTransaction(query: unknown): boolean {
  return typeof query === 'object' && query !== null && 'submit' in query;
}

function textOf(query: unknown): string {
  const text = typeof query === 'string' ? query : (query as { text?: string }).text;
  return (text ?? '').trim().replaceAll(/\s+/g, ' ');
}
