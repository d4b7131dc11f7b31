import type { Actor } from '@patravali/authorization';
import type { Bilingual, FileView } from '@patravali/contract';
import type { ProvenEvent, ProvenSubjects } from '@patravali/ledger';
import type { LetterInBundle } from './letters-in-bundle';

export const WHOLE_FILE = 'whole-file.pdf';
/** Every file that was added before it, as `sha256sum -c` reads it. */
export const HASHES = 'hashes.txt';

/** What goes into a bundle. */
export interface BundleContent {
  readonly actor: Actor;
  readonly office: Bilingual;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly file: Pick<FileView, 'id' | 'number' | 'subject'>;
  /** Of the letter that it is about; null for the file. */
  readonly letterNumber: string | null;
  readonly proven: ProvenSubjects;
  readonly letters: readonly LetterInBundle[];
}

const SEQUENCE_DIGITS = 6;

/** Where an event lies in a bundle. */
export function eventPath({ subjectKind, subjectId, sequence }: ProvenEvent): string {
  return `events/${subjectKind}-${subjectId}/${String(sequence).padStart(SEQUENCE_DIGITS, '0')}.event`;
}
