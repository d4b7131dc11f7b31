import type { FileSelection, Flag, Language, WithdrawalKind } from '@patravali/contract';
import type { MovementOnPaper } from '../register-on-paper/movements-on-paper';
import type { NoteSheetData } from '../note-sheet/note-sheet-data';

/** The cover of a file, its words already in the language of the document. */
export interface CoverData {
  readonly office: string;
  readonly unit: string;
  readonly fileNumber: string;
  readonly computerNumber: string;
  readonly subject: string;
  readonly openedBy: string;
  /** `YYYY-MM-DD`. */
  readonly openedOn: string;
  readonly closedOn: string | null;
  readonly grading: string;
  readonly urgency: string;
  readonly state: string;
  /** The post that holds it; null when it is closed. */
  readonly holder: string | null;
}

/** One letter of the file with its permanent address C/firstPage, and which of its pages are shown. */
export interface CorrespondencePdf {
  readonly serial: number;
  readonly firstPage: number;
  readonly pageCount: number;
  /** The numbers of the pages that are shown; all of them unless said otherwise. */
  readonly pages?: readonly number[];
  readonly title: string;
  /** The date of the letter, `YYYY-MM-DD`. */
  readonly date: string | null;
  readonly flag: Flag | null;
  /** Its bytes, or the path of a file that holds them: a path keeps large letters out of the memory of the caller. */
  readonly pdf: Uint8Array | string;
  /** Was it signed digitally? Its pages then say that they are a copy. */
  readonly signedOriginal: boolean;
  /** Of what went out, once it no longer holds. */
  readonly withdrawn?: WithdrawalKind | null;
}

/** A file, or what was selected of it: cover, note sheet, table of contents, pages of the correspondence. */
export interface WholeFileData {
  readonly language: Language;
  readonly cover: CoverData;
  readonly noteSheet: NoteSheetData;
  readonly correspondence: readonly CorrespondencePdf[];
  /** The register of movements; none of a part of the file. */
  readonly movements?: readonly MovementOnPaper[];
  /** What of the file this is, unless it is all; the notes and letters are then those selected. */
  readonly selection?: FileSelection | null;
}
