import { Bilingual, KEPT_LANGUAGES, oneLine, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { LETTER_LANGUAGES, type State } from './vocabulary';

/** How an office lays its letters out: as the manual of the Centre has it, or as the offices of Uttar Pradesh do. */
export const LETTER_LAYOUTS = ['central', 'uttar_pradesh'] as const;
export type LetterLayout = (typeof LETTER_LAYOUTS)[number];

/** How the offices of a state lay their letters out: those of all but Uttar Pradesh, and of the Centre, by its manual. */
export const layoutOfState = (state: State | null): LetterLayout => (state === 'UP' ? 'uttar_pradesh' : 'central');

/** Of the name of the office and of the line below it, `#1a5c4a`. */
export const LetterColour = z.string().regex(/^#[\da-f]{6}$/u, 'colour');

/** A PNG or a JPEG in base64. What is in it is looked at when it is kept. */
export const EmblemPicture = z.base64().min(1).max(87_384, 'too-large');

/** How the letters of the office look, where it sits, and the place that stands before their date. */
export const OfficeLetterhead = z
  .object({
    address: Bilingual,
    phone: z.string().nullable(),
    email: z.string().nullable(),
    layout: z.enum(LETTER_LAYOUTS),
    place: Bilingual.nullable(),
    /** In which languages the office names its things at all. */
    keptLanguages: z.enum(KEPT_LANGUAGES),
    /** In which languages the head names the office: where it keeps one alone, in that. */
    languages: z.enum(LETTER_LANGUAGES),
    /** Null: black. */
    colour: LetterColour.nullable(),
    /** What kind of picture stands at the top; null without one. */
    emblem: z.enum(['png', 'jpeg']).nullable(),
  })
  .meta({ id: 'OfficeLetterhead' });
export type OfficeLetterhead = z.infer<typeof OfficeLetterhead>;

/** Layout and place are said anew; of the rest, what is left out stays as it is. */
export const SetLetterhead = z
  .strictObject({
    layout: z.enum(LETTER_LAYOUTS),
    place: z.strictObject({ hi: oneLine(100), en: oneLine(100) }).nullable(),
    address: z.strictObject({ hi: oneLine(500), en: oneLine(500) }).optional(),
    phone: oneLine(100).nullable().optional(),
    email: z.email().max(254).nullable().optional(),
    keptLanguages: z.enum(KEPT_LANGUAGES).optional(),
    languages: z.enum(LETTER_LANGUAGES).optional(),
    colour: LetterColour.nullable().optional(),
    emblem: EmblemPicture.nullable().optional(),
  })
  .meta({ id: 'SetLetterhead' });
export type SetLetterhead = z.infer<typeof SetLetterhead>;

export const letterheadOperations = {
  getLetterhead: operation('GET', '/letterhead', {
    summary: 'Show the letterhead of the office',
    answer: OfficeLetterhead,
    shows: ['letterhead'],
  }),
  setLetterhead: operation('PUT', '/letterhead', {
    summary: 'Set the letterhead of the office',
    body: SetLetterhead,
    answer: OfficeLetterhead,
    changes: ['letterhead'],
    event: 'organisation.letterhead_set',
  }),
};
