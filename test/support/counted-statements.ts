import { AsyncLocalStorage } from 'node:async_hooks';
import type { Client, Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { TestApi } from './api';

type Query = (...call: unknown[]) => unknown;

/**
 * Listens to what the office sends to its database within a request: not to jobs, probes and timers, nor to the test's own
 * connections. It listens to each connection of the office's pool where that is taken out, whatever the client does with a
 * statement afterwards.
 */
export class CountedStatements {
  private readonly requests = new AsyncLocalStorage<true>();
  private statements: string[] = [];
  private others: string[] = [];
  private readonly heard = new WeakSet<Client>();

  constructor({ app, office }: TestApi) {
    const server = app.getHttpServer();
    const emit = server.emit.bind(server);
    // What reads the body of a request runs on in the context of its connection, not in that of the event `request`.
    server.emit = (name: string, ...values: unknown[]) =>
      name === 'connection' ? this.requests.run(true, () => emit(name, ...values)) : emit(name, ...values);
    poolOf(office.dataSource).on('acquire', (client) => this.listenTo(client as Client));
  }

  /**
   * What one request asked of the database, in its order: BEGIN and COMMIT too.
   * @throws what the office asked meanwhile outside any request; then this does not see all.
   */
  async during<T>(request: () => Promise<T>): Promise<{ answer: T; statements: readonly string[] }> {
    const statements: string[] = (this.statements = []);
    const others: string[] = (this.others = []);
    const answer = await request();
    if (others.length > 0)
      throw new Error(`The office asked its database outside of the request:\n${others.join('\n')}`);
    return { answer, statements: [...statements] };
  }

  private listenTo(client: Client): void {
    if (this.heard.has(client)) return;
    this.heard.add(client);
    const query = client.query.bind(client) as Query;
    let isWithin = false;
    const heard: Query = (...call) => {
      // One method of the client that calls another says the same statement twice.
      if (isWithin) return query(...call);
      isWithin = true;
      try {
        (this.requests.getStore() ? this.statements : this.others).push(textOf(call[0]));
        return query(...call);
      } finally {
        isWithin = false;
      }
    };
    Object.assign(client, { query: heard });
  }
}

function poolOf({ driver }: DataSource): Pool {
  return Reflect.get(driver, 'master') as Pool;
}

function textOf(query: unknown): string {
  const text = typeof query === 'string' ? query : (query as { text?: string }).text;
  return (text ?? '').trim().replaceAll(/\s+/g, ' ');
}
