import { oneLine, typed } from '@patravali/contract-base';
import { z } from 'zod';

/** To whom a letter is written, or who gets a copy. */
export const Addressee = z
  .strictObject({
    name: oneLine(300),
    designation: oneLine(300).optional(),
    address: typed(1000).optional(),
    email: z.email().optional(),
  })
  .meta({ id: 'Addressee' });
export type Addressee = z.infer<typeof Addressee>;
