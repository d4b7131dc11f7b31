import { Instant, operation, PageQuery, READING_ACTS } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from '../../organisation/contract/list';
import { ActorRef } from '../../organisation/contract/organisation';

/** Somebody who has seen a file or a receipt, or a document of it, from one of his posts: how often, counting ten minutes as once. */
export const SeenLine = z
  .object({
    by: ActorRef,
    firstAt: Instant,
    lastAt: Instant,
    times: z.int(),
    acts: z.array(z.enum(READING_ACTS)),
  })
  .meta({ id: 'SeenLine' });
export type SeenLine = z.infer<typeof SeenLine>;

/** Of the file with all that lies on it, or of one document of it. */
export const WhoSawQuery = PageQuery.extend({ documentId: z.uuid().optional() });
export type WhoSawQuery = z.infer<typeof WhoSawQuery>;

export const readingOperations = {
  listWhoSawFile: operation('GET', '/files/:fileId/who-saw', {
    summary: 'List who has seen a file',
    query: WhoSawQuery,
    answer: pageOf(SeenLine),
    refuses: ['not-allowed', 'not-for-assistants'],
  }),
  listWhoSawReceipt: operation('GET', '/receipts/:receiptId/who-saw', {
    summary: 'List who has seen a receipt',
    query: PageQuery,
    answer: pageOf(SeenLine),
    refuses: ['not-allowed', 'not-for-assistants'],
  }),
};
