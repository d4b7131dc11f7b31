import type { Queue } from '@patravali/database';
import { z } from 'zod';

const MakeRedactionJob = z.object({ organisationId: z.uuid(), id: z.uuid() });
export type MakeRedactionJob = z.infer<typeof MakeRedactionJob>;

/** Copies in which passages are left out, one after the other in each process that works. */
export const MAKE_REDACTION: Queue<MakeRedactionJob> = { name: 'make-redaction', data: MakeRedactionJob };
