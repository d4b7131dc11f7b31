import { z } from 'zod';
import { keptText } from '../kept-text';
import { operation } from '../operation';
import { Instant } from '../page';

/** A stored PDF. Its bytes are served under their hash and never change. */
export const DocumentView = z
  .object({
    id: z.uuid(),
    sha256: z.string(),
    size: z.int(),
    pages: z.int(),
    fileName: z.string(),
    hasText: z.boolean(),
    uploadedAt: Instant,
  })
  .meta({ id: 'DocumentView' });
export type DocumentView = z.infer<typeof DocumentView>;

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

export const documentOperations = {
  uploadDocument: operation('POST', '/documents', {
    query: UploadQuery,
    upload: 'application/pdf',
    answer: DocumentView,
    status: 201,
  }),
  downloadDocument: operation('GET', '/documents/:documentId/content', { media: 'application/pdf' }),
};
