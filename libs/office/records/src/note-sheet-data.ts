import type { Decision, Language, SignatureAlone, StructuredText } from '@patravali/contract';
import type { Generated } from '@patravali/typesetting';

/** The author of a note as the sheet shows him or her, in the language of the sheet. */
export interface NoteAuthor {
  readonly name: string;
  readonly designation: string;
  /** The unique abbreviation of the post, `SO(EST)`. */
  readonly marking: string;
  /** For whom a link officer acts ("A for B"); null when the author acts for himself. */
  readonly actingFor: string | null;
}

/** A return as the sheet shows it: a line of its own below the note before it. */
export interface ReturnOnSheet {
  /** The marking of the post that it went back to. */
  readonly to: string;
  readonly reason: string;
  readonly author: NoteAuthor;
  /** ISO 8601. */
  readonly at: string;
  /** ISO 8601; null unless it was pulled back. */
  readonly takenBackAt: string | null;
}

/** One note; its numbers come with it, for they were given when it froze. */
export interface NoteOnSheet {
  readonly number: number;
  /** The running number of its first numbered paragraph; null when it has none, as a signature alone. */
  readonly firstParagraph: number | null;
  readonly text: StructuredText;
  readonly decision: Decision | null;
  /** Null for a note with words or a decision. */
  readonly signatureAlone: SignatureAlone | null;
  readonly author: NoteAuthor;
  /** Who had put it up for correction to the author. */
  readonly putUpBy: NoteAuthor | null;
  /** ISO 8601. */
  readonly writtenAt: string;
  /** ISO 8601; null while the note may still be changed. */
  readonly frozenAt: string | null;
  /** What was returned after it; of a note that is itself a return, the first is that. */
  readonly returns: readonly ReturnOnSheet[];
}

/** The note sheet of a file: the green pages. */
export interface NoteSheetData {
  readonly language: Language;
  readonly office: string;
  readonly unit: string | null;
  readonly fileNumber: string;
  readonly computerNumber: string;
  readonly subject: string;
  readonly notes: readonly NoteOnSheet[];
  /** Which notes these are, `N/4–9`, unless they are all. */
  readonly extract?: string | null;
  readonly generated: Generated;
}
