import { Bilingual, Day, oneLine, operation, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import { pageOf } from '../../organisation/contract/list';
import { PostId } from '../../organisation/contract/named-posts';
import { HALVES } from '../../organisation/contract/vocabulary';

export const LEAVE_STATES = ['to_come', 'running', 'over'] as const;
export type LeaveState = (typeof LEAVE_STATES)[number];

/** One's own leave from the acting post, and whose holder acts from it meanwhile. */
export const TakeLeave = z
  .strictObject({
    fromOn: Day,
    fromHalf: z.enum(HALVES).default('forenoon'),
    /** The last day, included. */
    untilOn: Day,
    untilHalf: z.enum(HALVES).default('afternoon'),
    /** The post of the link officer: whoever holds it now acts for the absent one. */
    linkPostId: z.uuid(),
    /** The order by which the leave was granted, where there is one already. */
    orderReference: oneLine(200).nullable().default(null),
  })
  .meta({ id: 'TakeLeave' });
export type TakeLeave = z.infer<typeof TakeLeave>;

/** A leave of one's own, or one in which one acts for another. */
export const LeaveView = z
  .object({
    id: z.uuid(),
    post: PostId,
    /** The link officer. */
    by: Bilingual,
    /** Whoever is on leave; null where nobody holds the post. */
    absent: Bilingual.nullable(),
    /** The reader is the link officer. */
    forAnother: z.boolean(),
    fromOn: Day,
    fromHalf: z.enum(HALVES),
    untilOn: Day.nullable(),
    untilHalf: z.enum(HALVES),
    orderReference: z.string().nullable(),
    /** On what duty the absent one is, by that order; null of leave. */
    duty: z.string().nullable(),
    state: z.enum(LEAVE_STATES),
  })
  .meta({ id: 'LeaveView' });
export type LeaveView = z.infer<typeof LeaveView>;

export const LeaveKept = z.object({ id: z.uuid() }).meta({ id: 'LeaveKept' });
export type LeaveKept = z.infer<typeof LeaveKept>;

export const leaveOperations = {
  listLeaves: operation('GET', '/leaves', {
    summary: 'List one’s own leave from all posts, and for whom one acts',
    query: PageQuery,
    answer: pageOf(LeaveView),
    shows: ['absence'],
  }),
  takeLeave: operation('POST', '/leaves', {
    summary: 'Enter one’s own leave, with a link officer',
    body: TakeLeave,
    answer: LeaveKept,
    status: 201,
    onLeave: true,
    changes: ['absence', 'establishment'],
    event: 'user.leave_taken',
    refuses: [
      'leave-of-holder',
      'tenure-backwards',
      'leave-in-past',
      'unknown-post',
      'post-abolished',
      'officer-needed',
      'link-post-vacant',
      'link-to-oneself',
      'leave-overlaps',
      'link-officer-on-leave',
      'acts-for-another',
    ],
  }),
  withdrawLeave: operation('POST', '/leaves/:leaveId/withdraw', {
    summary: 'Withdraw one’s own leave before it begins',
    answer: LeaveKept,
    onLeave: true,
    changes: ['absence', 'establishment'],
    event: 'user.leave_withdrawn',
    refuses: ['leave-begun', 'duty-by-order', 'attached-by-order'],
  }),
};
