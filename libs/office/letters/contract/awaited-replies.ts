import { Day, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { Addressee } from './addressee';

/** A letter that went out from a file, to which some addressee has not replied. */
export const AwaitedReply = z
  .object({
    issueId: z.uuid(),
    number: z.string(),
    issuedOn: Day,
    subject: z.string(),
    /** Whose reply was asked for, in the order of the letter: none who gets a copy, or is not to be sent it. */
    addressees: z.array(
      z.object({
        /** Counts through the recipients of the letter, from 0. */
        recipient: z.int(),
        addressee: Addressee,
        /** Where the last reply lies on the file; null while none has come. */
        answeredAt: z.int().nullable(),
      }),
    ),
    replyBy: Day,
    /** The day has passed: a reminder to those who are silent is proposed. */
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
