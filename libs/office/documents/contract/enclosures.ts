import { oneLine } from '@patravali/contract-base';
import { z } from 'zod';

/** Together; more is sent by other ways than a mail. */
export const MOST_ENCLOSED = { documents: 20, megabytes: 25 } as const;

/** A document of the file that goes with a letter, as its writer calls it. Its bytes and its pages are those that he saw. */
export const EnclosedDocument = z
  .strictObject({
    documentId: z.uuid().toLowerCase(),
    title: oneLine(300),
    pages: z.int().positive(),
    sha256: z.string().regex(/^[\da-f]{64}$/u),
  })
  .meta({ id: 'EnclosedDocument' });
export type EnclosedDocument = z.infer<typeof EnclosedDocument>;

/** In the order of the letter. */
export const EnclosedDocuments = z
  .array(EnclosedDocument)
  .min(1)
  .max(MOST_ENCLOSED.documents)
  .refine((all) => new Set(all.map(({ documentId }) => documentId)).size === all.length, { error: 'named-twice' });
