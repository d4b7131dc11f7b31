import { ACTIVE_CONTENT } from '@patravali/contract';
import { z } from 'zod';

const PageSize = z.object({ width: z.number(), height: z.number() }).readonly();

/** What a PDF is found to be. It comes from the child that parsed an untrusted file, so it is checked like any input. */
export const PdfFacts = z.object({
  pages: z.int().min(1),
  /** In points (1/72 inch), one for each page, as shown: rotation is applied. */
  pageSizes: z.array(PageSize).readonly(),
  /** One for each page, NFC; empty for a page without text (a scan) and for those beyond the limits. */
  text: z.array(z.string()).readonly(),
  hasText: z.boolean(),
  /** False when the text was cut at a limit: what is in `text` is right but not all. */
  textComplete: z.boolean(),
  /** Carries at least one digital signature; whether it is valid is not said here. */
  signed: z.boolean(),
  /** What in it would act, lead or open something, were it opened elsewhere. Nothing here ever lets it. */
  active: z.array(z.enum(ACTIVE_CONTENT)).readonly(),
});

export type PdfFacts = z.infer<typeof PdfFacts>;

/** The one line the child prints. */
export const InspectionResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('facts'), facts: PdfFacts }),
  z.object({ outcome: z.literal('encrypted') }),
  z.object({ outcome: z.literal('broken') }),
  z.object({ outcome: z.literal('too-many-pages') }),
  z.object({ outcome: z.literal('too-complex') }),
]);

export type InspectionResult = z.infer<typeof InspectionResult>;
