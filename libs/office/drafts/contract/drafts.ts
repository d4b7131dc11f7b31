import {
  Bilingual,
  Day,
  Instant,
  lengthOf,
  linesOf,
  MOST_CHARACTERS,
  MOST_LINES,
  oneLine,
  operation,
  PageQuery,
  Reason,
  type StructuredText,
  WrittenText,
} from '@patravali/contract-base';
import { z } from 'zod';
import { Addressee } from '../../letters/contract/addressee';
import { LETTER_FORM_PARTS, LETTER_FORMS } from '../../letters/contract/letter-forms';
import { EnclosedDocuments } from '../../documents/contract/enclosures';
import { DOCUMENT_UNREADABLE } from '../../documents/contract/refusals';
import { pageOf } from '../../organisation/contract/list';
import { PostId, Posts } from '../../organisation/contract/named-posts';
import { ActorRef } from '../../organisation/contract/organisation';
import { LETTER_LANGUAGES } from '../../organisation/contract/vocabulary';
import { TYPESETTER_BUSY } from '../../signing/contract/refusals';
import { DraftSigning } from '../../letters/contract/signatures';

/** Numbered: its issue number is drawn and the letter is being made. */
export const DRAFT_STATES = ['draft', 'approved', 'numbered', 'issued', 'cancelled'] as const;
export type DraftState = (typeof DRAFT_STATES)[number];

export const DRAFT_MOVES = ['change', 'approve', 'cancel', 'issue'] as const;
export type DraftMove = (typeof DRAFT_MOVES)[number];

const EnglishLine = oneLine(1000).or(z.literal(''));

/** What a letter in both languages says in English; its Hindi stands in the letter itself. */
export const EnglishText = z
  .strictObject({
    subject: oneLine(1000),
    salutation: oneLine(100).nullable().default(null),
    body: WrittenText,
    publication: oneLine(300).optional(),
    /** Whom and what the letter names, in the order of the Hindi; an empty line where nothing is said in English. */
    addressees: z.array(EnglishLine).max(500).optional(),
    copyTo: z.array(EnglishLine).max(100).optional(),
    enclosures: z.array(EnglishLine).max(50).optional(),
    /** Who was present, in the order of the Hindi: a list of its own above the English text. */
    present: z.array(EnglishLine).max(100).optional(),
    attention: oneLine(300).optional(),
    referenceNumber: oneLine(300).optional(),
  })
  .meta({ id: 'EnglishText' });
export type EnglishText = z.infer<typeof EnglishText>;

/** A paper that is printed behind the letter, its paragraphs numbered from 1. */
export const Annexure = z.strictObject({ title: oneLine(300), body: WrittenText }).meta({ id: 'Annexure' });
export type Annexure = z.infer<typeof Annexure>;

/** A letter that goes to all of them names them all; one of which each gets a copy of his own may go to many. */
export const MOST_ADDRESSEES = { together: 50, ownCopies: 500 } as const;

/**
 * What is typed of a letter. What stands with `optional()` came later than the first letters; left out, it is not there,
 * so that letters of all times are read alike.
 */
export const LetterFields = z.strictObject({
  form: z.enum(LETTER_FORMS),
  language: z.enum(LETTER_LANGUAGES),
  subject: oneLine(1000),
  /** "your letter no. … of …". */
  reference: z
    .strictObject({ number: oneLine(200), date: Day.nullable() })
    .nullable()
    .default(null),
  addressees: z.array(Addressee).max(MOST_ADDRESSEES.ownCopies),
  salutation: oneLine(100).nullable().default(null),
  body: WrittenText,
  enclosures: z.array(oneLine(300)).max(50).default([]),
  copyTo: z.array(Addressee).max(100).default([]),
  /** The post whose holder signs. */
  signatoryPostId: z.uuid(),
  /** Of a letter in both languages. One without is printed as a single text in a frame in both. */
  english: EnglishText.optional(),
  /** For whose attention it is. */
  attention: oneLine(300).optional(),
  /** The part of the Gazette, or from when on it may be published. */
  publication: oneLine(300).optional(),
  /** Who was present at the meeting. */
  present: z.array(oneLine(300)).max(100).optional(),
  /** The first reminder, the second … */
  reminder: z.int().min(1).max(20).optional(),
  /** By when a reply is asked for: if none has come by then, a reminder is proposed. */
  replyBy: Day.optional(),
  annexures: z.array(Annexure).max(20).optional(),
  /** Documents of its file that go with it; they are named before the enclosures that are only words. */
  enclosedDocuments: EnclosedDocuments.optional(),
  /** Posts whose holders sign after the signing post, in this order; each has a box of letters to sign. */
  coSignatoryPostIds: z.array(z.uuid().toLowerCase()).min(1).max(5).optional(),
  /** Each addressee gets a copy of his own, which names nobody else, under the seal of the office. */
  ownCopies: z.literal(true).optional(),
});

type Texts = { readonly [Part in 'english' | 'annexures']?: z.infer<typeof LetterFields>[Part] | undefined };
type LetterTexts = Pick<z.infer<typeof LetterFields>, 'body'> & Texts;

/** Every text of a letter: they are set at once, while others wait. */
export const textsOfLetter = ({ body, english, annexures = [] }: LetterTexts): StructuredText[] => [
  body,
  ...(english ? [english.body] : []),
  ...annexures.map((each) => each.body),
];

/** Together they are no longer than one may be; a single one is asked about itself. */
const fitTogether = (letter: z.infer<typeof LetterFields>, sizeOf: (text: StructuredText) => number, most: number) => {
  const texts = textsOfLetter(letter);
  return texts.length === 1 || texts.reduce((sum, text) => sum + sizeOf(text), 0) <= most;
};

/** Only some forms have these. */
const OF_SOME_FORMS = ['attention', 'publication', 'present', 'reminder'] as const;

function hasOnlyItsParts({ form, english, ...letter }: z.infer<typeof LetterFields>): boolean {
  const parts = LETTER_FORM_PARTS[form];
  // Nobody replies to what is addressed to nobody, or gets a copy of it.
  if ((letter.replyBy ?? letter.ownCopies) !== undefined && parts.addressees === 'none') return false;
  const others = OF_SOME_FORMS.filter((part) => !parts[part]);
  return (
    others.every((part) => letter[part] === undefined) &&
    (!english?.publication || parts.publication !== null) &&
    (!english?.present || parts.present)
  );
}

/** The text of a letter in the making: what is typed; number, date, letterhead and signature come at issue. */
export const DraftContent = LetterFields.refine(
  ({ form, addressees }) => LETTER_FORM_PARTS[form].addressees === 'none' || addressees.length > 0,
  { error: 'addressee-needed', path: ['addressees'] },
)
  .refine(({ form, addressees }) => LETTER_FORM_PARTS[form].addressees !== 'none' || addressees.length === 0, {
    error: 'not-in-form',
    path: ['addressees'],
  })
  .refine(({ addressees, ownCopies }) => ownCopies === true || addressees.length <= MOST_ADDRESSEES.together, {
    error: 'own-copies-needed',
    path: ['addressees'],
  })
  .refine(
    ({ signatoryPostId, coSignatoryPostIds = [] }) =>
      new Set([signatoryPostId.toLowerCase(), ...coSignatoryPostIds]).size === coSignatoryPostIds.length + 1,
    { error: 'named-twice', path: ['coSignatoryPostIds'] },
  )
  .refine(hasOnlyItsParts, { error: 'not-in-form', path: ['form'] })
  .refine(({ language, english }) => english === undefined || language === 'bilingual', {
    error: 'one-language',
    path: ['english'],
  })
  .refine((letter) => fitTogether(letter, linesOf, MOST_LINES), { error: 'too-many-lines', path: ['annexures'] })
  .refine((letter) => fitTogether(letter, lengthOf, MOST_CHARACTERS), { error: 'too-long', path: ['annexures'] })
  .meta({ id: 'DraftContent' });
export type DraftContent = z.infer<typeof DraftContent>;

export const CreateDraft = z
  .strictObject({
    content: DraftContent,
    replyToReceiptId: z.uuid().nullable().default(null),
    /** From which it begins: the fields that stand in the content are filled in. */
    templateId: z.uuid().optional(),
  })
  .meta({ id: 'CreateDraft' });
export type CreateDraft = z.infer<typeof CreateDraft>;
export const ChangeDraft = z.strictObject({ content: DraftContent }).meta({ id: 'ChangeDraft' });
export type ChangeDraft = z.infer<typeof ChangeDraft>;
/** A text to be looked at. That of an approved draft is shown as it was approved, if the draft is named. */
export const PreviewDraft = ChangeDraft.extend({ draftId: z.uuid().optional() }).meta({ id: 'PreviewDraft' });
export type PreviewDraft = z.infer<typeof PreviewDraft>;
/** Approves exactly the version that the officer has read. The signatory may name another post that may issue the letter. */
export const ApproveDraft = z
  .strictObject({ draftVersion: z.int().positive(), namedPostId: z.uuid().nullable().default(null) })
  .meta({ id: 'ApproveDraft' });
export type ApproveDraft = z.infer<typeof ApproveDraft>;
export const CancelDraft = z.strictObject({ reason: Reason }).meta({ id: 'CancelDraft' });
export type CancelDraft = z.infer<typeof CancelDraft>;

/** `version` counts every change (ETag); `draftVersion` is the number of the text, one a desk. */
export const DraftChanged = z
  .object({ id: z.uuid(), version: z.int(), draftVersion: z.int() })
  .meta({ id: 'DraftChanged' });
export type DraftChanged = z.infer<typeof DraftChanged>;

export const DraftIssued = z
  .object({
    id: z.uuid(),
    issueId: z.uuid(),
    number: z.string(),
    issuedOn: Day,
    documentId: z.uuid(),
    serial: z.int(),
    firstPage: z.int(),
    lastPage: z.int(),
  })
  .meta({ id: 'DraftIssued' });
export type DraftIssued = z.infer<typeof DraftIssued>;

export const DraftRow = z
  .object({
    id: z.uuid(),
    /** DFA I, DFA II … on its file. */
    ordinal: z.int(),
    state: z.enum(DRAFT_STATES),
    form: z.enum(LETTER_FORMS),
    subject: z.string(),
    addressee: z.string(),
    draftVersion: z.int(),
    changedAt: Instant,
    changedBy: ActorRef,
    file: z.object({ id: z.uuid(), number: z.string(), subject: z.string() }),
    issueId: z.uuid().nullable(),
    /** From the moment when it is drawn; it stays when it is cancelled. */
    issueNumber: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'DraftRow' });
export type DraftRow = z.infer<typeof DraftRow>;

/** That an officer approved a version: a level on the way, or the signatory, who may name another post to issue it. */
export const DraftApproval = z
  .object({
    draftVersion: z.int(),
    by: ActorRef,
    at: Instant,
    bySignatory: z.boolean(),
    named: PostId.nullable(),
  })
  .meta({ id: 'DraftApproval' });
export type DraftApproval = z.infer<typeof DraftApproval>;

export const DraftView = DraftRow.extend({
  content: DraftContent,
  replyToReceiptId: z.uuid().nullable(),
  versions: z.array(z.object({ draftVersion: z.int(), by: ActorRef, at: Instant })),
  /** Of every version, oldest first; those of the version as it stands are in force. */
  approvals: z.array(DraftApproval),
  /** The post whose name the letter bears, and who holds it today; null when it is vacant. */
  signatory: PostId,
  signatoryHolder: Bilingual.nullable(),
  /** The post that may issue the letter beside the signing post. */
  named: PostId.nullable(),
  cancellationReason: z.string().nullable(),
  /** The post that decides on the case before the signatory approves the letter or it is issued, and the note that recommends it. */
  undecided: z.object({ note: z.int(), post: PostId }).nullable(),
  /** Who signs it, or that the office seals it. */
  signing: DraftSigning,
  allowedMoves: z.array(z.enum(DRAFT_MOVES)),
  /** Whoever approves may say which other post may issue the letter. */
  mayName: z.boolean(),
  /** Whoever reads it comments on it, while it is in the making. */
  mayComment: z.boolean(),
  posts: Posts,
}).meta({ id: 'DraftView' });
export type DraftView = z.infer<typeof DraftView>;

export const DraftVersionView = z
  .object({ draftVersion: z.int(), content: DraftContent, by: ActorRef, at: Instant, posts: Posts })
  .meta({ id: 'DraftVersionView' });
export type DraftVersionView = z.infer<typeof DraftVersionView>;

export const draftOperations = {
  createDraft: operation('POST', '/files/:fileId/drafts', {
    summary: 'Begin a draft letter on a file',
    body: CreateDraft,
    answer: DraftChanged,
    status: 201,
    changes: ['draft'],
    move: 'put_up_draft',
    event: 'draft.created',
    refuses: ['enclosure-not-on-file', 'enclosures-too-large', 'officer-needed', 'template-retired', 'unknown-post'],
  }),
  listFileDrafts: operation('GET', '/files/:fileId/drafts', {
    summary: 'List the drafts of a file',
    query: PageQuery,
    answer: pageOf(DraftRow),
    shows: ['file', 'draft'],
  }),
  previewDraft: operation('POST', '/files/:fileId/draft-preview', {
    summary: 'Preview a draft letter as a PDF',
    body: PreviewDraft,
    media: 'application/pdf',
    // At each rest of the keys.
    perMinute: 600,
    changes: [],
    refuses: [TYPESETTER_BUSY, 'officer-needed', 'unknown-post'],
  }),
  getDraft: operation('GET', '/drafts/:draftId', {
    summary: 'Show a draft',
    answer: DraftView,
    etag: 'version',
    shows: ['draft'],
  }),
  getDraftVersion: operation('GET', '/drafts/:draftId/versions/:draftVersion', {
    summary: 'Show an earlier version of a draft',
    answer: DraftVersionView,
  }),
  changeDraft: operation('PUT', '/drafts/:draftId', {
    summary: 'Change a draft',
    body: ChangeDraft,
    answer: DraftChanged,
    ifMatch: 'required',
    changes: ['draft'],
    event: 'draft.changed',
    refuses: [
      'enclosure-not-on-file',
      'enclosures-too-large',
      'illegal-draft-move',
      'issued-elsewhere',
      'naming-not-yours',
      'officer-needed',
      'unknown-post',
    ],
  }),
  approveDraft: operation('POST', '/drafts/:draftId/approve', {
    summary: 'Approve a draft',
    body: ApproveDraft,
    answer: DraftChanged,
    ifMatch: 'optional',
    changes: ['draft'],
    event: 'draft.approved',
    refuses: [
      DOCUMENT_UNREADABLE,
      'already-approved',
      'case-not-decided',
      'characters-not-printable',
      'draft-incomplete',
      'draft-version-passed',
      'enclosure-not-on-file',
      'enclosures-too-large',
      'illegal-draft-move',
      'issued-elsewhere',
      'naming-not-yours',
      'officer-needed',
      'unknown-post',
    ],
  }),
  cancelDraft: operation('POST', '/drafts/:draftId/cancel', {
    summary: 'Cancel a draft',
    body: CancelDraft,
    answer: DraftChanged,
    ifMatch: 'optional',
    changes: ['draft', 'issue'],
    event: 'draft.cancelled',
    refuses: ['illegal-draft-move', 'issued-elsewhere', 'naming-not-yours'],
  }),
  issueDraft: operation('POST', '/drafts/:draftId/issue', {
    summary: 'Issue the letter of an approved draft',
    answer: DraftIssued,
    status: 201,
    ifMatch: 'optional',
    changes: ['desk', 'file', 'draft', 'issue'],
    event: ['draft.numbered', 'draft.issued'],
    refuses: [
      DOCUMENT_UNREADABLE,
      TYPESETTER_BUSY,
      'case-not-decided',
      'characters-not-printable',
      'enclosure-not-on-file',
      'enclosures-too-large',
      'illegal-draft-move',
      'issued-elsewhere',
      'letter-has-copies',
      'letter-to-be-signed',
      'letter-unfinished',
      'naming-not-yours',
      'revocation-unchecked',
      'seal-unfit',
      'signatory-vacant',
      'signed-from-signing-post',
      'signing-not-configured',
    ],
  }),
};
