const SEQUENCE_DIGITS = 6;

/** Where an event lies in a bundle. @param subject as its canonical form names it: kind, space, UUID. */
export function eventPath(subject: string, sequence: number): string {
  return `events/${subject.replace(' ', '-')}/${String(sequence).padStart(SEQUENCE_DIGITS, '0')}.event`;
}

/** Where a document lies that an event names by its hash. */
export function documentPath(sha256: string): string {
  return `documents/${sha256}.pdf`;
}
