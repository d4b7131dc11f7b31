import type { Principal } from './principal';

/** What an event may be about: the table `event` takes no other kind. */
export const SUBJECT_KINDS = ['file', 'receipt', 'user', 'document', 'organisation', 'readings'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** What a command reports about itself. The ledger adds who, when and the running number. */
export interface NewEvent {
  readonly subject: { readonly kind: SubjectKind; readonly id: string };
  /** What it happened to, and what happened, in the past: `file.forwarded`. */
  readonly name: `${string}.${string}`;
  readonly relatedId?: string | undefined;
  readonly reason?: string | undefined;
  /** Facts only, never the text of a note: that is in the row whose hash is `contentHash`. */
  readonly data?: object;
  readonly contentHash?: string | undefined;
}

/** What takes a statement into the caller's transaction. */
interface Writer {
  execute(sql: string, values: unknown[]): Promise<void>;
}

/** Writes the event of a command into its transaction. The ledger does, which stands above the database. */
export type EventWriter = (transaction: Writer, by: Principal, event: NewEvent) => Promise<void>;
/** Under which Nest provides it. */
export const EVENT_WRITER = 'EVENT_WRITER';
