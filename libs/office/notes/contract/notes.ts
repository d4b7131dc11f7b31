import { Bilingual, Instant, operation, PageQuery, StructuredText, WrittenText } from '@patravali/contract-base';
import { z } from 'zod';
import { ExplanationLine, FileChanged, ReturnLine, TakenBack } from '../../custody/contract/custody';
import { NOT_HELD } from '../../custody/contract/refusals';
import { pageOf } from '../../organisation/contract/list';
import { PostId } from '../../organisation/contract/named-posts';
import { ActorRef } from '../../organisation/contract/organisation';
import { DECISIONS } from '../../organisation/contract/vocabulary';
import { KEY_UNFIT, NOT_SIGNED, SIGNER_BUSY } from '../../signing/contract/refusals';
import { CertificateView, PREPARED, REVOCATION_CHECKS, SIGNED_WITH } from '../../signing/contract/signing-keys';
import { DiscussionParticipant, MOST_DISCUSSED_WITH } from './discussions';
import { NOTE_UNFIT } from './refusals';

export const NOTE_COLOURS = ['yellow', 'green'] as const;
export type NoteColour = (typeof NOTE_COLOURS)[number];

/**
 * What a frozen note without words and without a decision means: agreement with the note before it; a return made
 * before returns had lines of their own; or that the file was sent on, and nothing else.
 */
export const SIGNATURES_ALONE = ['agreement', 'return', 'sent_on'] as const;
export type SignatureAlone = (typeof SIGNATURES_ALONE)[number];

/**
 * Running summary and self-contained note, a section under a main note of the same sheet, and what was discussed,
 * which those who took part confirm.
 */
export const NOTE_KINDS = ['ordinary', 'running_summary', 'self_contained', 'sectional', 'discussion'] as const;
export type NoteKind = (typeof NOTE_KINDS)[number];
/** What a note on the sheet may be: an opinion arrives from a post that was consulted, and nobody chooses that kind. */
export const SHEET_NOTE_KINDS = [...NOTE_KINDS, 'opinion'] as const;
export type SheetNoteKind = (typeof SHEET_NOTE_KINDS)[number];
/** The latest of each stands on top of the sheet. */
export const PINNED_KINDS = ['running_summary', 'self_contained'] as const satisfies readonly NoteKind[];

const eachOnce = (ids: readonly string[]) => new Set(ids).size === ids.length;

/** What a person writes into the composer. Only an officer decides. A note is ordinary unless it says otherwise. */
export const NoteContent = z
  .strictObject({
    text: WrittenText,
    decision: z.enum(DECISIONS).nullable().default(null),
    kind: z.enum(NOTE_KINDS).optional(),
    /** The number of the note under which a section stands. */
    mainNote: z.int().positive().max(1_000_000).optional(),
    /** The posts with whose holders it was discussed, each once. */
    discussedWith: z.array(z.uuid()).min(1).max(MOST_DISCUSSED_WITH).refine(eachOnce).optional(),
  })
  .refine(({ kind, mainNote }) => (kind === 'sectional') === (mainNote !== undefined), { path: ['mainNote'] })
  .refine(({ kind, discussedWith }) => (kind === 'discussion') === (discussedWith !== undefined), {
    path: ['discussedWith'],
  })
  .meta({ id: 'NoteContent' });
export type NoteContent = z.infer<typeof NoteContent>;

/**
 * The one note that is being written on a file: yellow, or confirmed to green and not yet sent. Only its desk sees it; while it
 * is up for correction, also the desk that put it up.
 */
export const PendingNote = z
  .object({
    id: z.uuid(),
    colour: z.enum(NOTE_COLOURS),
    text: StructuredText,
    decision: z.enum(DECISIONS).nullable(),
    kind: z.enum(NOTE_KINDS),
    mainNote: z.int().nullable(),
    /** The posts with whose holders it was discussed; empty unless it is a discussion note. */
    discussedWith: z.array(PostId),
    /** The numbers it will have if it is the next to freeze. */
    provisionalNumber: z.int(),
    provisionalFirstParagraph: z.int(),
    version: z.int(),
    savedAt: Instant,
    savedBy: Bilingual,
    /** The personal assistant who last wrote it, if one did. */
    preparedBy: Bilingual.nullable(),
    /** Who put it up for correction, also after it has come home or been confirmed. */
    putUpBy: ActorRef.nullable(),
    /** How many versions there are: one for each writing spell of a person. */
    textVersions: z.int(),
    /** When its author signed it; it was confirmed by that. */
    signedAt: Instant.nullable(),
  })
  .meta({ id: 'PendingNote' });
export type PendingNote = z.infer<typeof PendingNote>;

/** A note in writing that stayed with its desk when the file was taken from it. It is written on once the file is back. */
export const NoteSetAside = z
  .object({
    id: z.uuid(),
    text: StructuredText,
    decision: z.enum(DECISIONS).nullable(),
    kind: z.enum(NOTE_KINDS),
    setAsideAt: Instant,
    writtenBy: Bilingual,
  })
  .meta({ id: 'NoteSetAside' });
export type NoteSetAside = z.infer<typeof NoteSetAside>;

/** Where a note stands on the sheet of the part from which it came. Its own references are to places there. */
export const NoteOfPart = z
  .object({ fileId: z.uuid(), number: z.int(), firstParagraph: z.int().nullable() })
  .meta({ id: 'NoteOfPart' });
export type NoteOfPart = z.infer<typeof NoteOfPart>;

/** The signature of the author of a note. The file and number are those under which it was frozen. */
export const NoteSignatureView = z
  .object({
    fileId: z.uuid(),
    note: z.int(),
    at: Instant,
    certificate: CertificateView,
    /** Null of signatures from before it was asked. */
    revocation: z.enum(REVOCATION_CHECKS).nullable(),
  })
  .meta({ id: 'NoteSignatureView' });
export type NoteSignatureView = z.infer<typeof NoteSignatureView>;

/** For \`openssl cms -verify -binary\` or another program. */
export const NoteSignatureFiles = z
  .object({
    /** The canonical form of the note, whose UTF-8 was signed. */
    signed: z.string(),
    /** A detached CMS in DER, as base64. */
    cms: z.string(),
  })
  .meta({ id: 'NoteSignatureFiles' });
export type NoteSignatureFiles = z.infer<typeof NoteSignatureFiles>;

export const PrepareNote = z.strictObject({ keyId: z.uuid() }).meta({ id: 'PrepareNote' });
export type PrepareNote = z.infer<typeof PrepareNote>;

export const NotePrepared = z.object(PREPARED).meta({ id: 'NotePrepared' });
export type NotePrepared = z.infer<typeof NotePrepared>;

export const SignNote = z.strictObject(SIGNED_WITH).meta({ id: 'SignNote' });
export type SignNote = z.infer<typeof SignNote>;

/** The last note on the sheet that says what was decided on the file, and was not taken back. */
export const FileDecision = z
  .object({
    note: z.int(),
    decision: z.enum(DECISIONS),
    /** The post that has yet to decide: it is a recommendation. */
    recommendedTo: PostId.nullable(),
    by: ActorRef,
  })
  .meta({ id: 'FileDecision' });
export type FileDecision = z.infer<typeof FileDecision>;

/** A frozen note: nobody changes it any more. */
export const NoteView = z
  .object({
    id: z.uuid(),
    number: z.int(),
    /** Number of its first numbered paragraph in the series that runs through the whole sheet; null when it has none. */
    firstParagraph: z.int().nullable(),
    text: StructuredText,
    decision: z.enum(DECISIONS).nullable(),
    /** The post that decides, of a decision below the final authority of the case on that day: it is a recommendation. */
    recommendedTo: PostId.nullable(),
    /** Of an agreement or a decision whose sending was pulled back before the other desk had opened the file: it does not count. */
    takenBack: TakenBack.nullable(),
    kind: z.enum(SHEET_NOTE_KINDS),
    /** The number of the note under which it stands, if it is a section. */
    mainNote: z.int().nullable(),
    /** The numbers of the sections that stand under it. */
    sections: z.array(z.int()),
    /** Who took part, in the order in which the author named them; empty unless it is a discussion note. */
    discussedWith: z.array(DiscussionParticipant),
    /** Null for a note with words or a decision. */
    signatureAlone: z.enum(SIGNATURES_ALONE).nullable(),
    author: ActorRef,
    /** Who had put it up for correction to the author, who made it his own. */
    putUpBy: ActorRef.nullable(),
    writtenAt: Instant,
    frozenAt: Instant,
    /** The part of the file on whose sheet it was frozen, and its numbers there, of one that was incorporated. */
    ofPart: NoteOfPart.nullable(),
    /** SHA-256 of its canonical form. */
    contentHash: z.string(),
    /** Null for a note that its author did not sign. */
    signature: NoteSignatureView.nullable(),
    /** The numbers of the frozen notes that refer to it or to one of its paragraphs. */
    citedBy: z.array(z.int()),
    /** The returns that stand on the sheet between this note and the next. Of `return` the first is the note itself. */
    returns: z.array(ReturnLine),
    /** The explanations that stand there, among the returns in the order of the movements. */
    explanations: z.array(ExplanationLine),
  })
  .meta({ id: 'NoteView' });
export type NoteView = z.infer<typeof NoteView>;

/** A stretch of the sheet: `from` is the number of its first note. */
export const NotesQuery = PageQuery.extend({ from: z.coerce.number().int().min(1).max(1_000_000).optional() });
export type NotesQuery = z.infer<typeof NotesQuery>;

/** Which numbers a frozen note has in the series of the sheet: what a reference to it may name. */
export const NoteNumbers = z
  .object({
    number: z.int(),
    /** Null for a note without numbered paragraphs. */
    firstParagraph: z.int().nullable(),
    paragraphs: z.int(),
    kind: z.enum(SHEET_NOTE_KINDS),
  })
  .meta({ id: 'NoteNumbers' });
export type NoteNumbers = z.infer<typeof NoteNumbers>;

/** A note that stands on top of the sheet as well, told with the file: it need not be fetched to be seen. */
export const PinnedNote = z
  .object({
    kind: z.enum(PINNED_KINDS),
    number: z.int(),
    /** How its text begins, in one line. */
    opening: z.string(),
  })
  .meta({ id: 'PinnedNote' });
export type PinnedNote = z.infer<typeof PinnedNote>;

/** The note in writing as a person left it: whoever goes on after another, or after half an hour, begins a new version. */
export const NoteVersion = z
  .object({
    number: z.int(),
    text: StructuredText,
    decision: z.enum(DECISIONS).nullable(),
    kind: z.enum(NOTE_KINDS),
    mainNote: z.int().nullable(),
    /** The posts with whose holders it was discussed; empty unless it is a discussion note. */
    discussedWith: z.array(PostId),
    by: ActorRef,
    at: Instant,
  })
  .meta({ id: 'NoteVersion' });
export type NoteVersion = z.infer<typeof NoteVersion>;

export const noteOperations = {
  listNotes: operation('GET', '/files/:fileId/notes', {
    summary: 'List the notes of a file',
    query: NotesQuery,
    answer: pageOf(NoteView),
    shows: ['file', 'discussions'],
  }),
  listNoteNumbers: operation('GET', '/files/:fileId/note-numbers', {
    summary: 'List the numbers of the notes of a file',
    description: 'A few bytes for each, so that a long sheet need not be read for them.',
    query: NotesQuery,
    answer: pageOf(NoteNumbers),
    shows: ['file'],
  }),
  addNote: operation('POST', '/files/:fileId/notes', {
    summary: 'Begin a note on a file',
    body: NoteContent,
    answer: FileChanged,
    status: 201,
    changes: ['pending-note'],
    move: 'note',
    event: 'note.added',
    refuses: [
      'decision-needs-officer',
      'discussed-with-oneself',
      'main-note-unknown',
      'note-being-written',
      'post-vacant',
      'unknown-post',
    ],
  }),
  changeNote: operation('PUT', '/files/:fileId/notes/pending', {
    summary: 'Change the note in writing',
    body: NoteContent,
    answer: FileChanged,
    ifMatch: 'required',
    changes: ['pending-note'],
    move: 'note',
    event: 'note.changed',
    refuses: [
      'decision-needs-officer',
      'discussed-with-oneself',
      'main-note-unknown',
      'no-note',
      'note-confirmed',
      'post-vacant',
      'unknown-post',
    ],
  }),
  listNoteVersions: operation('GET', '/files/:fileId/notes/pending/versions', {
    summary: 'List the versions of the note in writing',
    description: 'For whoever may read the note; the versions end with it.',
    query: PageQuery,
    answer: pageOf(NoteVersion),
    shows: ['file', 'pending-note'],
  }),
  confirmNote: operation('POST', '/files/:fileId/notes/pending/confirm', {
    summary: 'Confirm the note in writing',
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['pending-note'],
    move: 'confirm_note',
    event: 'note.confirmed',
    refuses: [NOTE_UNFIT, 'no-note'],
  }),
  prepareNote: operation('POST', '/files/:fileId/notes/pending/prepare', {
    summary: 'Prepare the note in writing for signing by a token',
    description: 'Changes nothing: answers what the token of the author has to sign.',
    body: PrepareNote,
    answer: NotePrepared,
    ifMatch: 'optional',
    perMinute: 60,
    changes: [],
    refuses: [NOT_HELD, NOTE_UNFIT, SIGNER_BUSY, KEY_UNFIT, 'no-note'],
  }),
  signNote: operation('POST', '/files/:fileId/notes/pending/sign', {
    summary: 'Sign and confirm the note in writing',
    body: SignNote,
    answer: FileChanged,
    ifMatch: 'optional',
    perMinute: 120,
    confirmed: true,
    changes: ['pending-note'],
    move: 'confirm_note',
    event: 'note.confirmed',
    refuses: [NOTE_UNFIT, SIGNER_BUSY, KEY_UNFIT, NOT_SIGNED, 'no-note'],
  }),
  getNoteSignature: operation('GET', '/files/:fileId/notes/:note/signature', {
    summary: 'Show the signature of a note',
    answer: NoteSignatureFiles,
  }),
  takeBackNote: operation('POST', '/files/:fileId/notes/pending/take-back', {
    summary: 'Take back the confirmation of the note in writing',
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['pending-note'],
    move: 'confirm_note',
    event: 'note.taken_back',
    refuses: ['file-in-call-book', 'file-parked', 'no-note'],
  }),
  takeUpNote: operation('POST', '/files/:fileId/notes/set-aside/:noteId/take-up', {
    summary: 'Take up a note that was set aside on the desk',
    description: 'When the file is back on the desk, the note that had stayed there is the note in writing again.',
    answer: FileChanged,
    changes: ['pending-note'],
    move: 'note',
    event: 'note.taken_up',
    refuses: ['decision-needs-officer', 'no-note-set-aside', 'note-being-written'],
  }),
  discardNote: operation('DELETE', '/files/:fileId/notes/pending', {
    summary: 'Discard the note in writing',
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['pending-note'],
    move: 'note',
    event: 'note.discarded',
    refuses: ['no-note', 'note-of-another-desk'],
  }),
};
