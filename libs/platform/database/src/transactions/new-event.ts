import type { Principal } from './principal';

/** What a command reports about itself. The ledger adds who, when and the running number. */
export interface NewEvent extends EventFacts {
  /** What it happened to, and what happened, in the past: `file.forwarded`. */
  readonly name: `${string}.${string}`;
  /** Of the file, receipt, … to whose chain it belongs. */
  readonly subjectId: string;
}

/** What there is to say of an event besides. */
export interface EventFacts {
  readonly relatedId?: string | undefined;
  readonly reason?: string | undefined;
  /** Facts only, never the text of a note: that is in the row whose hash is `contentHash`. */
  readonly data?: object;
  readonly contentHash?: string | undefined;
}

/** What takes a statement into the caller's transaction. */
interface Writer {
  execute(sql: string, values?: unknown[]): Promise<void>;
}

/**
 * Writes the event of a command into its transaction, or that of one act of several. The ledger does, which stands above the database.
 * @param more whether more is written after it, which a later event of the transaction seals.
 */
export type EventWriter = (transaction: Writer, by: Principal, event: NewEvent, more?: boolean) => Promise<void>;
/** Under which Nest provides it. */
export const EVENT_WRITER = 'EVENT_WRITER';
