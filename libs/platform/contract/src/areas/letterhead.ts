import { z } from 'zod';
import { LETTER_LAYOUTS } from '../letter-forms';
import { operation } from '../operation';
import { Bilingual, oneLine } from '../page';

/** How the letters of the office are laid out, and the place that stands before their date. */
export const OfficeLetterhead = z
  .object({ layout: z.enum(LETTER_LAYOUTS), place: Bilingual.nullable() })
  .meta({ id: 'OfficeLetterhead' });
export type OfficeLetterhead = z.infer<typeof OfficeLetterhead>;

export const SetLetterhead = z
  .strictObject({
    layout: z.enum(LETTER_LAYOUTS),
    place: z.strictObject({ hi: oneLine(100), en: oneLine(100) }).nullable(),
  })
  .meta({ id: 'SetLetterhead' });
export type SetLetterhead = z.infer<typeof SetLetterhead>;

export const letterheadOperations = {
  getLetterhead: operation('GET', '/letterhead', { answer: OfficeLetterhead }),
  setLetterhead: operation('PUT', '/letterhead', { body: SetLetterhead, answer: OfficeLetterhead }),
};
