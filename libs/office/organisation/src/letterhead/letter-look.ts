import { LETTER_LANGUAGES } from '@patravali/contract';
import { z } from 'zod';

/** `png` or `jpeg`, as the first bytes of the picture say in base64. */
export const emblemKind = (emblem: string): string =>
  `CASE WHEN ${emblem} LIKE 'iVBOR%' THEN 'png' WHEN ${emblem} IS NOT NULL THEN 'jpeg' END`;

/** How the head of the office’s letters looks. */
export const LetterLook = z.object({
  languages: z.enum(LETTER_LANGUAGES),
  colour: z.string().nullable(),
  emblem: z.object({ kind: z.enum(['png', 'jpeg']), picture: z.string() }).nullable(),
});
export type LetterLook = z.infer<typeof LetterLook>;

/** A `LetterLook` from the expression of the id of an organisation. */
export const letterLookOf = (organisationId: string): string => `(
  SELECT jsonb_build_object('languages', office.letterhead_languages, 'colour', office.letterhead_colour,
    'emblem', CASE WHEN office.emblem IS NOT NULL
      THEN jsonb_build_object('kind', ${emblemKind('office.emblem')}, 'picture', office.emblem) END)
  FROM organisation office WHERE office.id = ${organisationId})`;
