import type { Decision, Language, StructuredText } from '@patravali/contract';
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

/** One note; its numbers come with it, for they were given when it froze. */
export interface NoteOnSheet {
  readonly number: number;
  /** The running number of its first paragraph; null for a signature alone. */
  readonly firstParagraph: number | null;
  readonly text: StructuredText;
  readonly decision: Decision | null;
  readonly author: NoteAuthor;
  /** ISO 8601. */
  readonly writtenAt: string;
  /** ISO 8601; null while the note may still be changed. */
  readonly frozenAt: string | null;
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
  readonly generated: Generated;
}
