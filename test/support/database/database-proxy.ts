import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What the office sends for a COMMIT: its text to be parsed without a name, among the messages that leave with it. */
const COMMIT = Buffer.from('P\0\0\0\u000e\0COMMIT\0\0\0', 'latin1');

/** And what the database answers. */
const COMMITTED = Buffer.from('C\0\0\0\u000bCOMMIT\0', 'latin1');

/** `before`: it never reaches the database. `after`: its answer never comes back. `held`: nor does it, and the database does not learn that the connection is gone. */
export type Loss = 'before' | 'after' | 'held';

/** Stands between the office and its database, and breaks what lies between them when told so. */
export class DatabaseProxy {
  private readonly pairs = new Set<{ readonly client: Socket; readonly server: Socket }>();
  private readonly held: Socket[] = [];
  private loss: Loss | undefined;
  private refusing = false;

  private constructor(
    private readonly listener: Server,
    private readonly database: URL,
  ) {
    listener.on('connection', (client) => this.join(client));
  }

  static async before(databaseUrl: string): Promise<DatabaseProxy> {
    const listener = createServer();
    listener.listen(0, '127.0.0.1');
    await once(listener, 'listening');
    return new DatabaseProxy(listener, new URL(databaseUrl));
  }

  /** The connection string of the same database, through here. */
  get url(): string {
    const url = new URL(this.database);
    url.host = `127.0.0.1:${(this.listener.address() as AddressInfo).port}`;
    return url.href;
  }

  /** The connection of the next COMMIT is lost. */
  loseNextCommit(loss: Loss): void {
    this.loss = loss;
  }

  /** Whether that has happened. */
  get hasLost(): boolean {
    return this.loss === undefined;
  }

  /** From now on the database is not reached; what is connected is cut off. */
  refuse(): void {
    this.refusing = true;
    for (const { client } of this.pairs) client.destroy();
  }

  accept(): void {
    this.refusing = false;
  }

  /** Nothing gets through any more, though every connection stays. */
  silence(): void {
    for (const { client, server } of this.pairs) {
      client.pause();
      server.pause();
    }
  }

  /** The database learns now that held connections are gone. */
  release(): void {
    for (const server of this.held.splice(0)) server.destroy();
  }

  async close(): Promise<void> {
    this.release();
    for (const { client, server } of this.pairs) {
      client.destroy();
      server.destroy();
    }
    this.listener.close();
    await once(this.listener, 'close');
  }

  private join(client: Socket): void {
    if (this.refusing) {
      client.destroy();
      return;
    }
    const server = connect(Number(this.database.port || 5432), this.database.hostname);
    const pair = { client, server };
    this.pairs.add(pair);
    for (const socket of [client, server]) socket.on('error', () => undefined);
    client.on('data', (bytes: Buffer) => this.toDatabase(bytes, client, server));
    server.on('data', (bytes: Buffer) => client.write(bytes));
    client.on('close', () => {
      this.pairs.delete(pair);
      if (!this.held.includes(server)) server.destroy();
    });
    server.on('close', () => client.destroy());
  }

  private toDatabase(bytes: Buffer, client: Socket, server: Socket): void {
    const { loss } = this;
    if (loss === undefined || !bytes.includes(COMMIT)) {
      server.write(bytes);
      return;
    }
    this.loss = undefined;
    if (loss === 'after') {
      server.removeAllListeners('data');
      server.on('data', (answer: Buffer) => {
        if (answer.includes(COMMITTED)) client.destroy();
      });
      server.write(bytes);
      return;
    }
    if (loss === 'held') this.held.push(server);
    client.destroy();
  }
}
