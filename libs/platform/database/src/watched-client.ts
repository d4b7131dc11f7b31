import { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';

/** Longer than the database lets a statement run, so that only one that is gone stays silent this long. */
const SILENT_AFTER_MS = 25_000;

/**
 * A connection that is given up when the database says nothing while an answer is due: its machine was cut off, or it
 * stands still. Whoever waits then fails as after any lost connection, and the pool opens another.
 */
export class WatchedClient extends Client {
  constructor(config?: string | ClientConfig) {
    super(config);
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

  private isIdle(): boolean {
    return Reflect.get(this, 'readyForQuery') === true;
  }
}
