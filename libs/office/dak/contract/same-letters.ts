import { Day, oneLine, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { DIARY_NUMBER } from './diary-number';

/** What is known of a letter that is about to be diarised. */
export const LetterToDiarise = z.strictObject({
  /** Of the scan. */
  sha256: z
    .string()
    .regex(/^[\da-f]{64}$/u)
    .optional(),
  letterNumber: oneLine(200).optional(),
  letterDate: Day.optional(),
  senderName: oneLine(300).optional(),
  subject: oneLine(500).optional(),
});
export type LetterToDiarise = z.infer<typeof LetterToDiarise>;

/** So many of them say that a letter has been here; nobody counts them. */
export const MOST_SAME_LETTERS = 5;

/** A receipt that is taken for the same letter, and by what. */
export const SameLetter = z
  .object({
    id: z.uuid(),
    ...DIARY_NUMBER,
    subject: z.string(),
    senderName: z.string(),
    letterNumber: z.string().nullable(),
    receivedOn: Day,
    /** `scan`: its very bytes. `number`: its number, with its sender or its date. `date`: of its date, with sender and subject. */
    by: z.enum(['scan', 'number', 'date']),
  })
  .meta({ id: 'SameLetter' });
export type SameLetter = z.infer<typeof SameLetter>;

export const sameLetterOperations = {
  findSameLetters: operation('GET', '/diary/same-letters', {
    summary: 'Find whether a letter has been diarised already',
    query: LetterToDiarise,
    answer: z.array(SameLetter),
    shows: ['receipt'],
  }),
};
