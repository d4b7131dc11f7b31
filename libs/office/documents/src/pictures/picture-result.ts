import { z } from 'zod';

/** Why a picture is not taken. */
export const Unfit = z.enum([
  'not-picture',
  'picture-broken',
  'picture-too-large',
  'picture-cmyk',
  'picture-unsupported',
]);
export type Unfit = z.infer<typeof Unfit>;

export const PictureFormat = z.enum(['jpeg', 'png']);
export type PictureFormat = z.infer<typeof PictureFormat>;

/** What the child is asked, a line each: to add the picture of this name as the next page, to end the PDF. */
export type PictureJob = { readonly add: string } | { readonly end: true };

/** Answers of the child. It reads what strangers wrote, so they are checked like any input. */
export const PictureResult = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('added'), format: PictureFormat }),
  z.object({ outcome: z.literal('unfit'), reason: Unfit }),
  z.object({ outcome: z.literal('ended') }),
]);
export type PictureResult = z.infer<typeof PictureResult>;
