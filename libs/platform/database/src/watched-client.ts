import { Socket } from 'node:net';
import { Client, type ClientConfig, type QueryConfig, type QueryResult } from 'pg';

/** Longer than the database lets a statement run, so that only one that is gone stays silent this long. */
const SILENT_AFTER_MS = 25_000;

/**
 * A connection that is given up when the database says nothing while an answer is due: its machine was cut off, or it
 * stands still. Whoever waits then fails as after any lost connection, and the pool opens another. What is asked before the
 * process waits again leaves in one piece.
 */
export class WatchedClient extends Client {
  /** What is to be sent when the process waits next. */
  private gathered: Buffer[] = [];

  constructor(config?: string | ClientConfig) {
    super(config);
    // The driver writes four small messages for one statement, which would cost more than all else about it.
    Reflect.set(this.connection, '_send', (message: Buffer) => this.gather(message));
    this.once('connect', () => this.watch(SILENT_AFTER_MS));
  }

  /** For tests, which do not wait as long as an office does. */
  watch(silentAfterMs: number): void {
    const { stream } = this.connection;
    if (!(stream instanceof Socket)) return;
    stream.setTimeout(silentAfterMs);
    // Set anew by whatever is sent or comes; it also passes while nobody asks anything.
    stream.removeAllListeners('timeout').on('timeout', () => {
      if (!this.isIdle()) stream.destroy(new Error('the database connection fell silent'));
    });
  }

  /**
   * Sends a statement of a transaction, behind those that are not answered yet. A mistake that is noticed before sending is
   * told at once.
   */
  ask(text: string, values: unknown[], answer: (error: Error | null, result: QueryResult) => void): void {
    // A driver that counts or watches statements may have been put in the prototype's place.
    const query = Reflect.get(WatchedClient.prototype, 'query') as (...call: unknown[]) => void;
    Reflect.apply(query, this, [this.statement(text, values), undefined, answer]);
  }

  /** What the driver is to send. */
  protected statement(text: string, values: unknown[]): QueryConfig {
    return { text, values };
  }

  private gather(message: Buffer): void {
    if (this.gathered.push(message) === 1) process.nextTick(() => this.sendGathered());
  }

  private sendGathered(): void {
    const { stream } = this.connection;
    const messages = this.gathered;
    this.gathered = [];
    if (stream.writable) stream.write(Buffer.concat(messages));
  }

  private isIdle(): boolean {
    return Reflect.get(this, 'readyForQuery') === true;
  }
}
