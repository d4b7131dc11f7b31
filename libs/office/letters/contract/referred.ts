import { Day, operation } from '@patravali/contract-base';
import { z } from 'zod';

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
/** Up to 50 ids, a comma between them. */
const Ids = z.string().regex(new RegExp(`^${ID}(?:,${ID}){0,49}$`, 'i'));

/** To what notes refer that lies elsewhere. */
export const FindReferred = z.strictObject({ files: Ids.optional(), issues: Ids.optional() });
export type FindReferred = z.infer<typeof FindReferred>;

/** Those of them that one may read. Of all others nothing is told, whether they exist or not. */
export const Referred = z
  .object({
    files: z.array(z.object({ id: z.uuid(), number: z.string(), subject: z.string() })),
    issues: z.array(z.object({ id: z.uuid(), number: z.string(), subject: z.string(), issuedOn: Day })),
  })
  .meta({ id: 'Referred' });
export type Referred = z.infer<typeof Referred>;

export const referredOperations = {
  findReferred: operation('GET', '/references', {
    summary: 'Find the files and letters to which notes refer',
    query: FindReferred,
    answer: Referred,
  }),
};
