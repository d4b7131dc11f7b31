import { z } from 'zod';
import { keptText } from '../kept-text';
import { operation } from '../operation';
import { Instant } from '../page';

/**
 * What a PDF may carry that acts when it is opened, or leads out of it: scripts, programs to start, other files inside it,
 * XFA forms, forms that send themselves, sound and film, links.
 */
export const ACTIVE_CONTENT = ['javascript', 'launch', 'attachment', 'xfa', 'submit', 'media', 'link'] as const;
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

/** A request of the person's own that waits until a PDF can be made or checked: 1 is the next. */
export const Turn = z.object({ operation: z.string(), place: z.int().min(1) }).meta({ id: 'Turn' });
export type Turn = z.infer<typeof Turn>;
export const Turns = z.object({ items: z.array(Turn) }).meta({ id: 'Turns' });
export type Turns = z.infer<typeof Turns>;

export const documentOperations = {
  uploadDocument: operation('POST', '/documents', {
    query: UploadQuery,
    upload: 'application/pdf',
    perMinute: 120,
    answer: DocumentView,
    status: 201,
  }),
  downloadDocument: operation('GET', '/documents/:documentId/content', { media: 'application/pdf' }),
  listTurns: operation('GET', '/turns', { answer: Turns, access: 'without-post' }),
};
