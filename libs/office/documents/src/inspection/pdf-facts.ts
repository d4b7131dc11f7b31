import { ACTIVE_CONTENT } from '@patravali/contract';
import { z } from 'zod';

/** The text that a page has of itself, line by line. */
export const PageWithText = z.object({ page: z.int().min(1), text: z.string() });
export type PageWithText = z.infer<typeof PageWithText>;

/** What a PDF is found to be. It comes from the child that parsed an untrusted file, so it is checked like any input. */
export const PdfFacts = z.object({
  pages: z.int().min(1),
  /** Whether any page has text: a scan has none. */
  hasText: z.boolean(),
  /** What in it would act, lead or open something, were it opened elsewhere. Nothing here ever lets it. */
  active: z.array(z.enum(ACTIVE_CONTENT)).readonly(),
  /** Of the pages on which a letter says what it is: asked for alone. */
  text: z.array(PageWithText).readonly().optional(),
});

export type PdfFacts = z.infer<typeof PdfFacts>;

/** What a child is told of a document; the document itself lies where the child reads. */
export interface InspectionJob {
  /** Processor time, in milliseconds. */
  readonly workMs: number;
  readonly pages: number;
  /** Wants the text of the first pages and the last one. */
  readonly text: boolean;
}

/** The one line that the child answers. */
export const InspectionResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('facts'), facts: PdfFacts }),
  z.object({ outcome: z.literal('encrypted') }),
  z.object({ outcome: z.literal('broken') }),
  z.object({ outcome: z.literal('too-many-pages') }),
  z.object({ outcome: z.literal('too-complex') }),
]);

export type InspectionResult = z.infer<typeof InspectionResult>;
