import { Day, oneLine, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { TENURE_KINDS } from '../../organisation/contract/organisation';

/** पूर्वाह्न and अपराह्न: charge changes hands before or after noon. */
export const HALVES = ['forenoon', 'afternoon'] as const;
export type Half = (typeof HALVES)[number];

export const END_CAUSES = ['relieved', 'transferred', 'suspended', 'retired', 'died', 'contract_ended'] as const;
export type EndCause = (typeof END_CAUSES)[number];

const OrderReference = oneLine(200);

/** That a person joins a post, or takes additional charge of it, acts there for somebody on leave, or assists there. */
export const StartTenure = z
  .strictObject({
    personId: z.uuid(),
    postId: z.uuid(),
    kind: z.enum(TENURE_KINDS),
    fromOn: Day,
    fromHalf: z.enum(HALVES).default('forenoon'),
    /** The last day, included; asked for of a link officer. */
    untilOn: Day.nullable().default(null),
    /** The order that says so, with its number and date. */
    orderReference: OrderReference,
  })
  .meta({ id: 'StartTenure' });
export type StartTenure = z.infer<typeof StartTenure>;

/** Relieving: the last day and its half; `now` for what ends at once, as a suspension does. */
export const EndTenure = z
  .strictObject({
    cause: z.enum(END_CAUSES),
    untilOn: Day,
    untilHalf: z.enum(HALVES).default('afternoon'),
    /** It ends at this moment, and the day is today. */
    now: z.boolean().default(false),
    orderReference: OrderReference,
  })
  .meta({ id: 'EndTenure' });
export type EndTenure = z.infer<typeof EndTenure>;

export const TenureKept = z.object({ id: z.uuid(), postId: z.uuid() }).meta({ id: 'TenureKept' });
export type TenureKept = z.infer<typeof TenureKept>;

export const tenureOperations = {
  startTenure: operation('POST', '/tenures', {
    summary: 'Enter that a person takes charge of a post',
    body: StartTenure,
    answer: TenureKept,
    status: 201,
    changes: ['establishment'],
    event: 'user.tenure_started',
    refuses: [
      'no-such-person',
      'unknown-post',
      'account-closed',
      'post-abolished',
      'post-held-then',
      'tenure-backwards',
      'last-day-needed',
    ],
  }),
  endTenure: operation('POST', '/tenures/:tenureId/end', {
    summary: 'Enter that a person is relieved of a post',
    body: EndTenure,
    answer: TenureKept,
    changes: ['establishment'],
    event: 'user.tenure_ended',
    refuses: ['tenure-ended', 'tenure-backwards', 'last-administrator'],
  }),
};
