import { Instant, keptText, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { DOCUMENT_UNREADABLE } from './refusals';

/**
 * What a PDF may carry that acts when it is opened, or leads out of it: scripts, programs to start, other files inside it,
 * XFA forms, forms that send themselves, sound and film, links; or it is to another program a file of another kind.
 */
export const ACTIVE_CONTENT = [
  'javascript',
  'launch',
  'attachment',
  'xfa',
  'submit',
  'media',
  'link',
  'polyglot',
] as const;
export type ActiveContent = (typeof ACTIVE_CONTENT)[number];

/** A stored PDF. Its bytes are served under their hash and never change. */
export const DocumentView = z
  .object({
    id: z.uuid(),
    sha256: z.string(),
    size: z.int(),
    pages: z.int(),
    fileName: z.string(),
    hasText: z.boolean(),
    /** What was found in it on upload; null when it was stored before this was looked for. */
    active: z.array(z.enum(ACTIVE_CONTENT)).nullable(),
    /** Each page was made of a picture, which is kept as it came. */
    fromPictures: z.boolean(),
    uploadedAt: Instant,
  })
  .meta({ id: 'DocumentView' });
export type DocumentView = z.infer<typeof DocumentView>;

/** Of which one document is made. */
export const MOST_PICTURES = 200;

const LONGEST_NAME = 200;

/** What a document is called when its sender says nothing. */
const UNNAMED = 'letter.pdf';

/** The name that the file had where it came from, without folders and without what no file name holds. */
export const UploadQuery = z.strictObject({
  fileName: z
    .string()
    .max(1000)
    .default('')
    .transform((name) => tidy(name) || UNNAMED),
  /** It is about to be diarised: its text is read at once, before it is used for anything. */
  toDiarise: z.stringbool().default(false),
});
export type UploadQuery = z.infer<typeof UploadQuery>;

function tidy(name: string): string {
  const last = keptText(name.toWellFormed()).split(/[/\\]/).at(-1) ?? '';
  return last
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, '')
    .trim()
    .slice(-LONGEST_NAME)
    .toWellFormed();
}

/** A request of the person's own that waits until a PDF can be made or checked: 1 is the next. */
export const Turn = z.object({ operation: z.string(), place: z.int().min(1) }).meta({ id: 'Turn' });
export type Turn = z.infer<typeof Turn>;
export const Turns = z.object({ items: z.array(Turn) }).meta({ id: 'Turns' });
export type Turns = z.infer<typeof Turns>;

/** What the text of a scan is written in. */
export const PageLanguage = z.enum(['hi', 'en', 'mixed']);
export type PageLanguage = z.infer<typeof PageLanguage>;

/** A word with its place, in points from the top left corner of the page as it is seen. */
export const RecognisedWord = z
  .object({ text: z.string(), left: z.number(), top: z.number(), width: z.number(), height: z.number() })
  .meta({ id: 'RecognisedWord' });
export type RecognisedWord = z.infer<typeof RecognisedWord>;
export const RecognisedLine = z.array(RecognisedWord);
export type RecognisedLine = z.infer<typeof RecognisedLine>;

/** What was read on a page that is a picture. */
export const RecognisedPage = z
  .object({
    /** Counted from 1. */
    page: z.int().min(1),
    /** Null where no letter was found. */
    language: PageLanguage.nullable(),
    lines: z.array(RecognisedLine),
    /** It could not be read; its picture is what there is. */
    failed: z.boolean(),
  })
  .meta({ id: 'RecognisedPage' });
export type RecognisedPage = z.infer<typeof RecognisedPage>;

/** How far the office is with reading a document's scans. `none`: nobody has used the document, or is about to diarise it. */
export const TEXT_STATES = ['none', 'waiting', 'running', 'done', 'failed'] as const;
export const DocumentText = z
  .object({
    state: z.enum(TEXT_STATES),
    /** Pages that are pictures; 0 until the document was looked into. */
    scans: z.int(),
    /** How many of them have been read, or could not be. */
    read: z.int(),
    /** Some of what has been read, in the order of the pages. */
    pages: z.array(RecognisedPage),
    /** The page after which to go on asking; null when these were all so far. */
    next: z.int().nullable(),
  })
  .meta({ id: 'DocumentText' });
export type DocumentText = z.infer<typeof DocumentText>;

/** `after`: the last page that the person has the text of. */
export const DocumentTextQuery = z.strictObject({ after: z.coerce.number().int().min(0).max(100_000).default(0) });
export type DocumentTextQuery = z.infer<typeof DocumentTextQuery>;

export const documentOperations = {
  uploadDocument: operation('POST', '/documents', {
    summary: 'Upload a PDF',
    description: 'The body is the PDF itself.',
    query: UploadQuery,
    upload: 'application/pdf',
    perMinute: 120,
    answer: DocumentView,
    status: 201,
    changes: [],
    event: 'document.uploaded',
    refuses: [
      'document-infected',
      'inspection-unavailable',
      'not-pdf',
      'pdf-active',
      'pdf-broken',
      'pdf-encrypted',
      'pdf-hostile',
      'pdf-too-complex',
      'scanner-unavailable',
      'store-unavailable',
      'too-busy',
      'too-large',
      'upload-quota-reached',
      'upload-truncated',
    ],
  }),
  uploadPictures: operation('POST', '/documents/pictures', {
    summary: 'Upload the pictures of a letter',
    description:
      'The body is a form, whose files are the pages in their order, 200 at most: JPEG or PNG. One PDF is made of them, and they ' +
      'are kept beside it as they came. `fileName` is what the PDF is called.',
    query: UploadQuery,
    upload: 'multipart/form-data',
    perMinute: 30,
    answer: DocumentView,
    status: 201,
    changes: [],
    event: 'document.uploaded',
    refuses: [
      'document-infected',
      'inspection-unavailable',
      'not-picture',
      'picture-broken',
      'picture-cmyk',
      'picture-too-large',
      'picture-unsupported',
      'scanner-unavailable',
      'store-unavailable',
      'too-busy',
      'too-large',
      'too-many-pictures',
      'upload-quota-reached',
      'upload-truncated',
    ],
  }),
  downloadPicture: operation('GET', '/documents/:documentId/pictures/:page', {
    summary: 'Download a picture of which a document was made',
    description: 'As it came: JPEG or PNG. `If-None-Match` is understood.',
    media: 'image/*',
    etag: 'hash',
    refuses: [DOCUMENT_UNREADABLE],
  }),
  downloadDocument: operation('GET', '/documents/:documentId/content', {
    summary: 'Download a document',
    description: 'The bytes never change under their id. `If-None-Match`, `Range` and `If-Range` are understood.',
    media: 'application/pdf',
    etag: 'hash',
    refuses: [DOCUMENT_UNREADABLE],
  }),
  readDocumentText: operation('GET', '/documents/:documentId/text', {
    summary: 'Read the recognised text of a scan',
    query: DocumentTextQuery,
    answer: DocumentText,
  }),
  listTurns: operation('GET', '/turns', {
    summary: 'List which requests of the person wait for a PDF',
    answer: Turns,
    access: 'without-post',
  }),
};
