import { canonicalText } from './canonical-text';
import { lengthOf, linesOf } from './plain-text';
import { StructuredText } from './structured-text';

/** Far more than anybody writes: about forty pages of lines, and eighty of letters. */
export const MOST_LINES = 2_000;
export const MOST_CHARACTERS = 200_000;

/** What a person may write into a text: no more than can be typeset while others wait. It is kept in its canonical form. */
export const WrittenText = StructuredText.refine((text) => linesOf(text) <= MOST_LINES, 'too-many-lines')
  .refine((text) => lengthOf(text) <= MOST_CHARACTERS, 'too-long')
  .overwrite(canonicalText)
  .meta({ id: 'WrittenText' });
