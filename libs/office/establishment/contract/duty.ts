import { Day, oneLine, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { HALVES } from '../../organisation/contract/vocabulary';

/** As many as one order sends. */
export const MOST_ON_DUTY = 100;

/** That the holders of several posts go on election duty, flood duty or another by one order, and who keeps the desk of each. */
export const SendOnDuty = z
  .strictObject({
    /** What it is for, in the words of the order. */
    duty: oneLine(100),
    fromOn: Day,
    fromHalf: z.enum(HALVES).default('forenoon'),
    /** The last day, included. */
    untilOn: Day,
    untilHalf: z.enum(HALVES).default('afternoon'),
    /** The order that says so, with its number and date. */
    orderReference: oneLine(200),
    desks: z
      .array(
        z.strictObject({
          /** Whoever has charge of it then goes. */
          postId: z.uuid(),
          /** Whose holder keeps the desk; null for the post right above it. */
          linkPostId: z.uuid().nullable().default(null),
        }),
      )
      .min(1)
      .max(MOST_ON_DUTY),
  })
  .meta({ id: 'SendOnDuty' });
export type SendOnDuty = z.infer<typeof SendOnDuty>;

/** The arrangements by which the desks are kept, in the order of the request. */
export const SentOnDuty = z.object({ tenureIds: z.array(z.uuid()) }).meta({ id: 'SentOnDuty' });
export type SentOnDuty = z.infer<typeof SentOnDuty>;

export const dutyOperations = {
  sendOnDuty: operation('POST', '/duties', {
    summary: 'Send several people on duty by one order',
    description:
      'All of them or nobody. Each desk is kept by a link officer, as during leave; it ends by itself, or before. Whoever cannot be sent is named in `errors`, each with a code of its own.',
    body: SendOnDuty,
    answer: SentOnDuty,
    status: 201,
    changes: ['absence', 'establishment', 'desk', 'waiting'],
    event: 'organisation.sent_on_duty',
    refuses: ['tenure-backwards', 'duty-in-past', 'not-all-can-go'],
  }),
};
