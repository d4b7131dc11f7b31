import { Instant, type Language, operation, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import { DocumentView } from '../../documents/contract/documents';
import { pageOf } from '../../organisation/contract/list';
import { ActorRef } from '../../organisation/contract/organisation';

/** The clauses of the RTI Act, 2005 by which information is withheld: sections 8(1), 9 and 24. */
export const EXEMPTIONS = [
  '8(1)(a)',
  '8(1)(b)',
  '8(1)(c)',
  '8(1)(d)',
  '8(1)(e)',
  '8(1)(f)',
  '8(1)(g)',
  '8(1)(h)',
  '8(1)(i)',
  '8(1)(j)',
  '9',
  '24',
] as const;
export type Exemption = (typeof EXEMPTIONS)[number];

/** The clauses as the Act counts them in Hindi. */
const IN_HINDI: Readonly<Record<string, string>> = {
  a: 'क',
  b: 'ख',
  c: 'ग',
  d: 'घ',
  e: 'ङ',
  f: 'च',
  g: 'छ',
  h: 'ज',
  i: 'झ',
  j: 'ञ',
};

/** How the Act names a clause in a language: 8(1)(j) is 8(1)(ञ). */
export const clauseIn = (clause: Exemption, language: Language): string =>
  language === 'hi' ? clause.replace(/\(([a-j])\)$/, (_, letter: string) => `(${IN_HINDI[letter] ?? letter})`) : clause;

/** The longest side of a page, in points: larger ones no PDF has. */
const LONGEST_SIDE = 14_400;
const Points = z.number().min(0).max(LONGEST_SIDE);
const Length = z.number().min(0.5).max(LONGEST_SIDE);

/** A rectangle in points from the top left corner of the page as it is seen. */
export const MarkedArea = z.strictObject({ left: Points, top: Points, width: Length, height: Length });
export type MarkedArea = z.infer<typeof MarkedArea>;

/** A passage of a page, or all of it, that is left out of a copy. */
export const RedactionMark = z
  .strictObject({
    /** From 1, within the document. */
    page: z.int().min(1).max(100_000),
    /** Null for the whole page. */
    area: MarkedArea.nullable(),
    clause: z.enum(EXEMPTIONS),
  })
  .meta({ id: 'RedactionMark' });
export type RedactionMark = z.infer<typeof RedactionMark>;

/** More passages than that are withheld as pages. */
export const MOST_MARKS = 500;

export const RedactDocument = z
  .strictObject({
    /** One of the file's originals. */
    documentId: z.uuid(),
    /** None: a copy of all that is seen, without whatever else the PDF carries. */
    marks: z.array(RedactionMark).max(MOST_MARKS),
  })
  .meta({ id: 'RedactDocument' });
export type RedactDocument = z.infer<typeof RedactDocument>;

export const RedactionAsked = z.object({ id: z.uuid() }).meta({ id: 'RedactionAsked' });
export type RedactionAsked = z.infer<typeof RedactionAsked>;

export const REDACTION_STATES = ['waiting', 'ready', 'failed'] as const;
export type RedactionState = (typeof REDACTION_STATES)[number];

/** A copy of a document with passages left out: being made, or kept as a document of its own. */
export const RedactionView = z
  .object({
    id: z.uuid(),
    /** Within the file, from 1. */
    sequence: z.int(),
    /** What it was made from. */
    documentId: z.uuid(),
    sha256: z.string(),
    marks: z.array(RedactionMark),
    state: z.enum(REDACTION_STATES),
    /** Pages that are done, and that there are. */
    done: z.int(),
    total: z.int(),
    by: ActorRef,
    at: Instant,
    /** The copy. */
    copy: z.object({ documentId: z.uuid(), sha256: z.string(), size: z.int(), pages: z.int() }).nullable(),
    /** The code of the refusal for which there is none. */
    failure: z.string().nullable(),
  })
  .meta({ id: 'Redaction' });
export type RedactionView = z.infer<typeof RedactionView>;

/** What of a letter a document is: the letter itself, what went or came with it, the own copy of one of its addressees. */
export const ORIGINAL_PARTS = ['letter', 'enclosure', 'own_copy'] as const;
export type OriginalPart = (typeof ORIGINAL_PARTS)[number];

/** A document that came in with a letter of the file, or went out with one: of it a copy may be made. Each is there once: where it lies on the file, if it does. */
export const OriginalView = z
  .object({
    /** Within the file, in the order of its letters; with gaps. */
    sequence: z.int(),
    part: z.enum(ORIGINAL_PARTS),
    /** Of an enclosure its place in the letter, of an own copy that of the addressee, from 1; null for a letter. */
    place: z.int().nullable(),
    /** What the letter calls an enclosure; the addressee of an own copy; null for a letter. */
    title: z.string().nullable(),
    /** The pages of the letter, C/first to C/last. */
    firstPage: z.int(),
    lastPage: z.int(),
    document: DocumentView,
  })
  .meta({ id: 'Original' });
export type OriginalView = z.infer<typeof OriginalView>;

export const redactionOperations = {
  listOriginals: operation('GET', '/files/:fileId/originals', {
    summary: 'List the documents of a file that may be redacted',
    query: PageQuery,
    answer: pageOf(OriginalView),
    shows: ['file'],
  }),
  redactDocument: operation('POST', '/files/:fileId/redactions', {
    summary: 'Make a copy of a document with passages left out',
    body: RedactDocument,
    answer: RedactionAsked,
    status: 201,
    perMinute: 30,
    changes: ['redactions', 'history'],
    event: 'file.redaction_asked',
    refuses: ['mark-outside-document', 'too-many-pdfs'],
  }),
  listRedactions: operation('GET', '/files/:fileId/redactions', {
    summary: 'List the redacted copies of a file',
    query: PageQuery,
    /** Whether the person may have another one made. */
    answer: pageOf(RedactionView).extend({ mayRedact: z.boolean() }),
    shows: ['redactions'],
  }),
};
