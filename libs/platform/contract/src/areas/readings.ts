import { z } from 'zod';
import { pageOf } from '../list';
import { operation } from '../operation';
import { Instant, PageQuery } from '../page';
import { ActorRef } from './organisation';

/** What somebody did with what he saw. */
export const READING_ACTS = ['opened', 'downloaded', 'printed', 'exported', 'bundled', 'searched'] as const;
export type ReadingAct = (typeof READING_ACTS)[number];

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
