import type { Actor } from '@patravali/authorization';
import type { AttachedLetter, Bilingual } from '@patravali/contract';
import type { NamedBytes } from '@patravali/documents';
import type { NamedRow, ProvenEvent, ProvenEvents } from '@patravali/ledger';

/** Every file that was added before it, as `sha256sum -c` reads it. */
export const HASHES = 'hashes.txt';

/** What goes into a bundle. */
export interface BundleContent {
  readonly actor: Actor;
  readonly office: Bilingual;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly files: readonly FileInBundle[];
  /** Of the letter that it is about; null for whole files. */
  readonly letterNumber: string | null;
  readonly proven: ProvenRecord;
  /** Null where everything is there. */
  readonly leftOut: LeftOut | null;
}

/** The record of which it is, as strangers check it. */
export interface ProvenRecord extends ProvenEvents {
  /** Events of other chains, each by itself, which name rows. */
  readonly naming: readonly ProvenEvent[];
  readonly rows: readonly NamedRow[];
}

/** A PDF, and where it lies in the bundle. */
export interface PdfInBundle {
  readonly path: string;
  readonly bytes: NamedBytes;
}

/** A letter of the file. */
export interface LetterInBundle extends PdfInBundle {
  readonly letter: AttachedLetter;
}

/** A copy for RTI, and what is left out for it. */
export interface CopyInBundle extends PdfInBundle {
  /** Of the original, and nothing of what it says. */
  readonly place: Bilingual;
  readonly inPlaceOf: LeftOutDocument;
}

export interface FileInBundle {
  readonly id: string;
  readonly number: string;
  /** What it says may be what is left out: then it is null. */
  readonly subject: string | null;
  readonly letters: readonly LetterInBundle[];
  readonly copies: readonly CopyInBundle[];
  /** Where all of it lies as a PDF, if it does. */
  readonly wholeFile: string;
}

/** What a bundle for a request under the RTI Act does not hold. */
export interface LeftOut {
  readonly documents: readonly LeftOutDocument[];
  /** Ids of the events of which it holds the entry, and not what they say. */
  readonly events: readonly string[];
  /** How many documents there are of which no copy was made. */
  readonly uncopied: number;
}

/** A document in whose place a copy stands. */
export interface LeftOutDocument {
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  /** The hash of the copy. */
  readonly copy: string;
  /** As the event says it of which the copy is: `2: 8(1)(j) × 3`. */
  readonly leftOut: readonly string[];
}

const SEQUENCE_DIGITS = 6;

/** Where an event lies in a bundle. */
export function eventPath({ subjectKind, subjectId, sequence }: ProvenEvent): string {
  return `events/${subjectKind}-${subjectId}/${String(sequence).padStart(SEQUENCE_DIGITS, '0')}.event`;
}

/** The events that lie in it with what they say. */
export function eventsInWords({ proven, leftOut }: Pick<BundleContent, 'proven' | 'leftOut'>): readonly ProvenEvent[] {
  const without = new Set(leftOut?.events);
  return proven.events.filter(({ id }) => !without.has(id));
}
