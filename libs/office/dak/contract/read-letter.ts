import { operation } from '@patravali/contract-base';
import { z } from 'zod';
import { TEXT_STATES } from '../../documents/contract/documents';

/** What of a diary entry is read from the letter's text. */
export const READ_FIELDS = [
  'subject',
  'senderName',
  'senderDesignation',
  'letterNumber',
  'letterDate',
  'language',
  'urgency',
  'dueOn',
] as const;
export type ReadField = (typeof READ_FIELDS)[number];

/** A value that a machine has read: never more than a proposal. */
export const FieldRead = z
  .object({
    field: z.enum(READ_FIELDS),
    /** As the diary entry has it: a day, a language, an urgency, or words. */
    value: z.string(),
    /** Not certain: somebody has to look. */
    certain: z.boolean(),
    /** Where it stands; null for what the letter says as a whole. Page from 1; place in the text of the page. */
    at: z.object({ page: z.int().min(1), start: z.int(), end: z.int(), words: z.string() }).nullable(),
  })
  .meta({ id: 'FieldRead' });
export type FieldRead = z.infer<typeof FieldRead>;

export const LetterReading = z
  .object({
    /** How far the reading of its scans is; what has been read so far is used. */
    state: z.enum(TEXT_STATES),
    fields: z.array(FieldRead),
  })
  .meta({ id: 'LetterReading' });
export type LetterReading = z.infer<typeof LetterReading>;

export const readLetterOperations = {
  readDocumentLetter: operation('GET', '/documents/:documentId/letter', {
    summary: 'Read what the diary notes off a letter',
    description: 'Of a document that the acting post has uploaded to diarise it.',
    answer: LetterReading,
    refuses: ['not-allowed', 'not-for-assistants', 'on-leave'],
  }),
};
