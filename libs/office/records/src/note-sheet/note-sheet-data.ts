import type {
  CertificateView,
  CorrespondenceKind,
  Decision,
  DiscussionAnswer,
  Language,
  SheetNoteKind,
  SignatureAlone,
  StructuredText,
  WithdrawalKind,
} from '@patravali/contract';
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
  /** Of its movement: the lines of the sheet between two notes stand in the order of the movements. */
  readonly sequence: number;
  /** The marking of the post that it went back to. */
  readonly to: string;
  readonly reason: string;
  readonly author: NoteAuthor;
  /** ISO 8601. */
  readonly at: string;
  /** ISO 8601; null unless it was pulled back. */
  readonly takenBackAt: string | null;
}

/** Why a post kept the file beyond the limit, as the sheet shows it among the returns. */
export interface ExplanationOnSheet {
  readonly sequence: number;
  /** Working days. */
  readonly days: number;
  readonly explanation: string;
  readonly author: NoteAuthor;
  /** ISO 8601. */
  readonly at: string;
}

/** With whom it was discussed, and what came of it. */
export interface ParticipantOnSheet {
  readonly name: string;
  /** Designation and marking of the post. */
  readonly post: string;
  /** Null until there is an answer. */
  readonly answered: AnswerOnSheet | null;
}

export interface AnswerOnSheet {
  readonly answer: DiscussionAnswer;
  readonly remarks: string | null;
  /** ISO 8601. */
  readonly at: string;
}

export interface TakenBackOnSheet {
  readonly author: NoteAuthor;
  /** ISO 8601. */
  readonly at: string;
}

/** The signature of the author of a note, so that whoever has its files finds the certificate again. */
export interface SignatureOnSheet {
  /** ISO 8601. */
  readonly at: string;
  readonly certificate: Pick<CertificateView, 'subject' | 'issuer' | 'serial'>;
}

/** One note; its numbers come with it, for they were given when it froze. */
export interface NoteOnSheet {
  readonly number: number;
  /** The running number of its first numbered paragraph; null when it has none, as a signature alone. */
  readonly firstParagraph: number | null;
  readonly text: StructuredText;
  /** On which part of the file it was frozen, and its number there. */
  readonly origin?: string | null;
  readonly decision: Decision | null;
  /** The marking of the post that decides, of a recommendation. */
  readonly recommendedTo?: string | null;
  /** Of an agreement or a decision that its sender took back before it was opened. */
  readonly takenBack?: TakenBackOnSheet | null;
  readonly kind: SheetNoteKind;
  /** The number of the note under which it stands, if it is a section. */
  readonly mainNote: number | null;
  /** The numbers of the sections under it. */
  readonly sections: readonly number[];
  /** Who took part, if it is a discussion note. */
  readonly discussedWith: readonly ParticipantOnSheet[];
  /** Null for a note with words or a decision. */
  readonly signatureAlone: SignatureAlone | null;
  readonly author: NoteAuthor;
  /** Who had put it up for correction to the author. */
  readonly putUpBy: NoteAuthor | null;
  /** ISO 8601. */
  readonly writtenAt: string;
  /** ISO 8601; null while the note may still be changed. */
  readonly frozenAt: string | null;
  /** By its author; null for a note that only the office vouches for. */
  readonly signed: SignatureOnSheet | null;
  /** What was returned after it; of a note that is itself a return, the first is that. */
  readonly returns: readonly ReturnOnSheet[];
  readonly explanations: readonly ExplanationOnSheet[];
}

/** What was written on a receipt before it came into the file: reproduced before the note. */
export interface RemarkOnSheet {
  readonly text: string;
  readonly author: NoteAuthor;
  /** ISO 8601. */
  readonly at: string;
}

/** The docket of a letter: where it came into the file, between the notes. */
export interface DocketOnSheet {
  /** How many notes stood on the sheet, and how many movements the file had, when the letter was put in. */
  readonly afterNote: number;
  readonly afterMovement: number;
  readonly serial: number;
  readonly kind: CorrespondenceKind;
  readonly firstPage: number;
  readonly lastPage: number;
  /** From whom or to whom, its number, its date, its diary number: as far as there are any. */
  readonly party: string | null;
  readonly letterNumber: string | null;
  /** `YYYY-MM-DD`. */
  readonly letterDate: string | null;
  readonly diaryNumber: string | null;
  readonly remarks: readonly RemarkOnSheet[];
  /** Of what went out, once it no longer holds. */
  readonly withdrawn: WithdrawalKind | null;
  /** Once it has been detached. */
  readonly detached: DetachedOnSheet | null;
}

export interface DetachedOnSheet {
  readonly reason: string;
  readonly author: NoteAuthor;
  /** ISO 8601. */
  readonly at: string;
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
  /** In the order of the serials. */
  readonly dockets: readonly DocketOnSheet[];
  /** Which notes these are, `N/4–9`, unless they are all. */
  readonly extract?: string | null;
  readonly generated: Generated;
}
