import { DocumentView, EnclosedDocument } from '@patravali/contract';
import { projection } from '@patravali/database';

/** The contract's `DocumentView`, from `DOCUMENTS`. */
export const DOCUMENT_VIEW = projection(DocumentView, {
  id: 'd.id',
  sha256: 'd.sha256',
  size: 'd.size',
  pages: 'd.pages',
  fileName: 'd.file_name',
  hasText: 'd.has_text',
  active: 'd.active',
  fromPictures: 'EXISTS (SELECT FROM document_picture p WHERE p.document_id = d.id)',
  uploadedAt: 'd.uploaded_at',
});

/** Stored PDFs, as `d`. */
export const DOCUMENTS = 'document d';

/** What was found in the document whose id this expression gives. */
export const activeContentOf = (documentId: string): string =>
  `(SELECT d.active FROM ${DOCUMENTS} WHERE d.id = ${documentId})`;

/** How many pages the document has whose id this expression gives; null for none. */
export const pagesOfDocument = (documentId: string): string =>
  `(SELECT d.pages FROM ${DOCUMENTS} WHERE d.id = ${documentId})`;

/** The document whose id this expression gives, joined as `d`. */
export const joinDocument = (documentId: string): string => `JOIN ${DOCUMENTS} ON d.id = ${documentId}`;

/** A document that goes with a letter: the row `e` that says so, with its document `d`. */
export const ENCLOSED_DOCUMENT = projection(EnclosedDocument, {
  documentId: 'e.document_id',
  title: 'e.title',
  pages: 'd.pages',
  sha256: 'e.sha256',
});
