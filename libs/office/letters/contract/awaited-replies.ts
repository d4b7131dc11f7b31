import { Day, operation } from '@patravali/contract-base';
import { z } from 'zod';

/** A letter that went out from a file, to which no reply has come. */
export const AwaitedReply = z
  .object({
    issueId: z.uuid(),
    number: z.string(),
    issuedOn: Day,
    subject: z.string(),
    addressee: z.string(),
    replyBy: Day,
    /** The day has passed: a reminder is proposed. */
    overdue: z.boolean(),
  })
  .meta({ id: 'AwaitedReply' });
export type AwaitedReply = z.infer<typeof AwaitedReply>;

/** Whose replies a file awaits, the most overdue first. */
export const AwaitedReplies = z.object({ items: z.array(AwaitedReply) }).meta({ id: 'AwaitedReplies' });
export type AwaitedReplies = z.infer<typeof AwaitedReplies>;

export const awaitedReplyOperations = {
  listAwaitedReplies: operation('GET', '/files/:fileId/awaited-replies', {
    summary: 'List the replies that a file awaits',
    answer: AwaitedReplies,
    shows: ['file', 'issue'],
  }),
};
