import { z } from 'zod';
import { oneLine, storable } from './page';
import { linesOf, paragraphText, plainText } from './plain-text';

/** Marks that a piece of text may carry; none of them changes what it says. */
export const TEXT_MARKS = ['bold', 'italic', 'underline'] as const;
export type TextMark = (typeof TEXT_MARKS)[number];

const Text = z.strictObject({
  type: z.literal('text'),
  text: storable().min(1).max(20_000),
  marks: z.array(z.enum(TEXT_MARKS)).max(3).optional(),
});

/** What a reference points at. The addresses are permanent: C/1 stays C/1 whatever happens to the file. */
const ReferenceTarget = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('correspondence'), page: z.int().positive() }),
  z.strictObject({ kind: z.literal('note'), note: z.int().positive(), paragraph: z.int().positive().optional() }),
  z.strictObject({ kind: z.literal('draft'), draftId: z.uuid() }),
]);
export type ReferenceTarget = z.infer<typeof ReferenceTarget>;

const Reference = z.strictObject({
  type: z.literal('reference'),
  to: ReferenceTarget,
  /** As it is printed: `C/1`, `N/1¶2`, `DFA`. */
  label: oneLine(40),
});

const Inline = z.discriminatedUnion('type', [Text, Reference]);
export type Inline = z.infer<typeof Inline>;

export const Paragraph = z.strictObject({ children: z.array(Inline).max(500) });
export type Paragraph = z.infer<typeof Paragraph>;

/**
 * The stored form of a note and of a letter's body: versioned and structured, never HTML, because a frozen note can
 * never be migrated. A paragraph is numbered when a note freezes.
 */
export const StructuredText = z
  .strictObject({ version: z.literal(1), paragraphs: z.array(Paragraph).max(400) })
  .meta({ id: 'StructuredText' });
export type StructuredText = z.infer<typeof StructuredText>;

/** Far more than anybody writes: about forty pages of lines, and eighty of letters. */
export const MOST_LINES = 2_000;
export const MOST_CHARACTERS = 200_000;

/** What a person may write into one: no more than can be typeset while others wait. */
export const WrittenText = StructuredText.refine((text) => linesOf(text) <= MOST_LINES, {
  path: ['paragraphs'],
  message: 'too-many-lines',
})
  .refine((text) => plainText(text).length <= MOST_CHARACTERS, { path: ['paragraphs'], message: 'too-long' })
  .meta({ id: 'WrittenText' });

export const EMPTY_TEXT: StructuredText = { version: 1, paragraphs: [] };

/** Without the paragraphs in which nothing is written, which get no number. */
export function withoutEmptyParagraphs(text: StructuredText): StructuredText {
  return { version: 1, paragraphs: text.paragraphs.filter((paragraph) => paragraphText(paragraph).trim() !== '') };
}
