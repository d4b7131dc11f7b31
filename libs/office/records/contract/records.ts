import { Instant, LANGUAGES, oneLine, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { DOCUMENT_UNREADABLE } from '../../documents/contract/refusals';
import { TYPESETTER_BUSY } from '../../signing/contract/refusals';
import { readSelection } from './file-selection';

/** As people type it: `C/3-7, N/4-9`. */
const TypedSelection = oneLine(300).refine((typed) => readSelection(typed) !== null, 'selection-not-understood');

export const DownloadSelection = z.strictObject({ selection: TypedSelection });

/** So many notes and pages come at once; a PDF of more is made in the background. */
export const MOST_AT_ONCE = 200;

/**
 * What is made of a file in the background: its PDF, or a ZIP with which a stranger checks what happened. One for a request under the
 * RTI Act holds the copies that were made for such requests, and of all else the hashes.
 */
export const ASKED_FORMS = ['pdf', 'bundle', 'rti_bundle'] as const;
export type AskedForm = (typeof ASKED_FORMS)[number];

export const isBundle = (form: AskedForm = 'pdf'): boolean => form !== 'pdf';

/** So many files lie in one bundle. */
export const MOST_FILES_IN_BUNDLE = 20;

const FurtherFiles = z
  .array(z.uuid().toLowerCase())
  .min(1)
  .max(MOST_FILES_IN_BUNDLE - 1)
  .refine((ids) => new Set(ids).size === ids.length, 'named-twice');

/** A selection of the file, or all of it; of a bundle there is no part. */
export const AskForPdf = z
  .strictObject({
    form: z.enum(ASKED_FORMS).optional(),
    /** Of a bundle: the issued letter that it is about, instead of the whole file. */
    issueId: z.uuid().optional(),
    /** Of a bundle of files: those that lie in it besides. */
    alsoFileIds: FurtherFiles.optional(),
    selection: TypedSelection.optional(),
  })
  .refine(({ form, selection }) => !isBundle(form) || selection === undefined, { path: ['selection'] })
  .refine(({ form, issueId }) => isBundle(form) || issueId === undefined, { path: ['issueId'] })
  .refine(({ form, issueId, alsoFileIds }) => !alsoFileIds || (isBundle(form) && issueId === undefined), {
    path: ['alsoFileIds'],
  })
  .meta({ id: 'AskForPdf' });
export type AskForPdf = z.infer<typeof AskForPdf>;

export const PdfAsked = z.object({ id: z.uuid() }).meta({ id: 'PdfAsked' });
export type PdfAsked = z.infer<typeof PdfAsked>;

export const ASKED_PDF_STATES = ['waiting', 'making', 'ready', 'failed', 'cancelled'] as const;
export type AskedPdfState = (typeof ASKED_PDF_STATES)[number];

/** A PDF that the person asked for: on its way, or kept for some days. */
export const MyPdf = z
  .object({
    id: z.uuid(),
    fileId: z.uuid(),
    fileNumber: z.string(),
    subject: z.string(),
    form: z.enum(ASKED_FORMS),
    /** Of the bundle of one letter. */
    issueNumber: z.string().nullable(),
    /** Of a bundle: how many files lie in it besides. */
    alsoFiles: z.int(),
    /** `C/3–7, N/4–9`; null for the whole file. */
    selection: z.string().nullable(),
    language: z.enum(LANGUAGES),
    state: z.enum(ASKED_PDF_STATES),
    /** Notes and pages that are done, and that there are. */
    done: z.int(),
    total: z.int(),
    /** Bytes. */
    size: z.int().nullable(),
    askedAt: Instant,
    endedAt: Instant.nullable(),
    expiresAt: Instant,
    /** Why there is none, in words. */
    failure: z.string().nullable(),
  })
  .meta({ id: 'MyPdf' });
export type MyPdf = z.infer<typeof MyPdf>;

export const recordOperations = {
  downloadNoteSheet: operation('GET', '/files/:fileId/note-sheet.pdf', {
    summary: 'Download the note sheet of a file as a PDF',
    media: 'application/pdf',
    perMinute: 120,
    refuses: [TYPESETTER_BUSY],
  }),
  downloadWholeFile: operation('GET', '/files/:fileId/whole-file.pdf', {
    summary: 'Download a whole file as a PDF',
    media: 'application/pdf',
    perMinute: 30,
    refuses: [DOCUMENT_UNREADABLE, TYPESETTER_BUSY, 'pdf-takes-long'],
  }),
  downloadSelection: operation('GET', '/files/:fileId/selection.pdf', {
    summary: 'Download chosen notes and pages of a file as a PDF',
    query: DownloadSelection,
    media: 'application/pdf',
    perMinute: 60,
    refuses: [DOCUMENT_UNREADABLE, TYPESETTER_BUSY, 'pdf-takes-long', 'selection-not-on-file'],
  }),
  askForPdf: operation('POST', '/files/:fileId/pdfs', {
    summary: 'Ask for a PDF or a bundle made in the background',
    body: AskForPdf,
    answer: PdfAsked,
    status: 201,
    perMinute: 60,
    changes: ['pdfs', 'history'],
    event: ['file.pdf_asked', 'file.bundle_asked', 'file.rti_bundle_asked'],
    refuses: ['selection-not-on-file', 'too-many-pdfs'],
  }),
  listMyPdfs: operation('GET', '/pdfs', {
    summary: 'List the PDFs for which the person has asked',
    answer: z.object({ items: z.array(MyPdf) }),
    shows: ['pdfs'],
  }),
  cancelPdf: operation('POST', '/pdfs/:pdfId/cancel', {
    summary: 'Cancel a PDF that is being made',
    answer: PdfAsked,
    changes: ['pdfs', 'history'],
    event: ['file.pdf_cancelled', 'file.bundle_cancelled'],
    refuses: ['pdf-ended'],
  }),
  downloadMyPdf: operation('GET', '/pdfs/:pdfId/content', {
    summary: 'Download a PDF made in the background',
    media: 'application/octet-stream',
    refuses: [DOCUMENT_UNREADABLE, 'pdf-not-ready'],
  }),
};
