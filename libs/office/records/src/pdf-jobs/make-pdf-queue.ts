import type { Queue } from '@patravali/database';
import { z } from 'zod';

const MakePdfJob = z.object({ organisationId: z.uuid(), id: z.uuid() });
export type MakePdfJob = z.infer<typeof MakePdfJob>;

/** PDFs that take long, one after the other in each process that works. */
export const MAKE_PDF: Queue<MakePdfJob> = { name: 'make-pdf', data: MakePdfJob };
