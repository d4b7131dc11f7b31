import { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';
import { spending, stopwatchOf } from '../measuring/time-spent';
import { type Answered, type BatchedQuery, Batch, bound, type KnownColumns, NOTHING } from './batch';
import { isReady, sendThrough, typesOf } from './private-members';

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
  /** What leaves together, when the process waits next and what was asked before has been answered. */
  private asked: BatchedQuery[] = [];
  private isAsking = false;
  protected readonly columns: KnownColumns = new Map();

  constructor(config?: string | ClientConfig) {
    super(config);
    // The driver writes four small messages for one statement, which would cost more than all else about it.
    sendThrough(this.connection, (message) => this.gather(message));
    this.once('connect', () => this.watch(SILENT_AFTER_MS));
  }

  /** The driver can be called in many ways. Each is counted for the request that waits for it. */
  override query(...call: never[]): never {
    const query = Reflect.get(Client.prototype, 'query') as (...call: never[]) => unknown;
    return spending('database', () => Reflect.apply(query, this, call) as unknown) as never;
  }

  /** For tests, which do not wait as long as an office does. */
  watch(silentAfterMs: number): void {
    const { stream } = this.connection;
    if (!(stream instanceof Socket)) return;
    stream.setTimeout(silentAfterMs);
    // Set anew by whatever is sent or comes; it also passes while nobody asks anything.
    stream.removeAllListeners('timeout').on('timeout', () => {
      if (!isReady(this)) stream.destroy(new Error('the database connection fell silent'));
    });
  }

  /**
   * Sends a statement of a transaction when the process waits next, together with all that is asked until then. A mistake
   * that is noticed before sending is told at once.
   */
  ask(text: string, values: readonly unknown[], answer: (error: Error | null, answered: Answered) => void): void {
    let sent: unknown[];
    try {
      sent = bound(values);
    } catch (error) {
      answer(error as Error, NOTHING);
      return;
    }
    const watch = stopwatchOf('database');
    watch?.begin();
    const answerInTime: typeof answer = (...answered) => {
      watch?.end();
      answer(...answered);
    };
    this.asked.push({ text, name: this.nameOf?.(text, values), values: sent, answer: answerInTime });
    if (this.asked.length === 1 && !this.isAsking) process.nextTick(() => this.sendAsked());
  }

  /** Under which this connection remembers a statement, if it does. */
  protected nameOf?(text: string, values: readonly unknown[]): string | undefined;

  /** What was asked and has not left does not leave any more. */
  forgo(why: Error): void {
    const unsent = this.asked;
    this.asked = [];
    for (const { answer } of unsent) answer(why, NOTHING);
  }

  private sendAsked(): void {
    if (this.isAsking || this.asked.length === 0) return;
    const over = () => {
      this.isAsking = false;
      if (this.asked.length > 0) process.nextTick(() => this.sendAsked());
    };
    const batch = new Batch(this.asked, this.columns, typesOf(this), over);
    this.isAsking = true;
    this.asked = [];
    (this as { query(batch: Batch): unknown }).query(batch);
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
}
