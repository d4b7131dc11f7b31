import { z } from 'zod';

/** A rectangle that is made black: in points from the top left corner of the page as it is seen. */
export interface BlackArea {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** What is written on it: a few letters of ASCII. */
  readonly sign: string;
}

/** What is to become black on a page; of a page with neither all is copied. */
export interface PageToBlacken {
  /** What stands in the place of the whole page; null when the page is shown. */
  readonly whole: string | null;
  readonly areas: readonly BlackArea[];
}

/** What the child is asked, a line each: to open the document, to copy its pages one after the other, to end the copy. */
export type BlackeningJob =
  { readonly open: true } | ({ readonly page: number } & PageToBlacken) | { readonly end: true };

/** Answers of the child. It parses what strangers wrote, so they are checked like any input. */
export const BlackeningResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('opened'), pages: z.int().min(1) }),
  z.object({ outcome: z.literal('copied') }),
  z.object({ outcome: z.literal('ended') }),
  z.object({ outcome: z.literal('encrypted') }),
  z.object({ outcome: z.literal('broken') }),
  z.object({ outcome: z.literal('outside') }),
  z.object({ outcome: z.literal('too-much') }),
]);
export type BlackeningResult = z.infer<typeof BlackeningResult>;
