/** What an entry of the log says of an event; hashes in hexadecimal. */
export interface LoggedEvent {
  readonly id: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly sequence: string;
  readonly previousHash: string;
  readonly hash: string;
}

/** The text of its entry, as the database writes it (`log_entry_text`). */
export function entryOfEvent(event: LoggedEvent): string {
  const { id, subjectKind, subjectId, sequence, previousHash, hash } = event;
  return `patravali entry 1\nevent ${id}\nsubject ${subjectKind} ${subjectId}\nsequence ${sequence}\nprevious ${previousHash}\nhash ${hash}\n`;
}
