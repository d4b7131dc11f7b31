import { Day, oneLine, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { type EndCause, HALVES, START_CAUSES, TENURE_KINDS } from '../../organisation/contract/vocabulary';

const OrderReference = oneLine(200);

/** That a person joins a post, or takes additional charge of it, acts there for somebody on leave, assists there, or works there
 * as an operator under the clerk who has charge of it. */
export const StartTenure = z
  .strictObject({
    personId: z.uuid(),
    postId: z.uuid(),
    kind: z.enum(TENURE_KINDS),
    cause: z.enum(START_CAUSES).default('posted'),
    fromOn: Day,
    fromHalf: z.enum(HALVES).default('forenoon'),
    /** The last day, included; asked for of a link officer, and of an operator, whose contract ends with it. */
    untilOn: Day.nullable().default(null),
    /** The order that says so, with its number and date. */
    orderReference: OrderReference,
  })
  .meta({ id: 'StartTenure' });
export type StartTenure = z.infer<typeof StartTenure>;

/** On what a person is relieved of one post. Who is suspended or has died loses all of them, and his account, at once: `closeAccount`. */
export const RELIEF_CAUSES = [
  'relieved',
  'transferred',
  'promoted',
  'attached',
  'retired',
  'contract_ended',
] as const satisfies readonly EndCause[];
export type ReliefCause = (typeof RELIEF_CAUSES)[number];

/** Relieving: the last day and its half; `now` for what ends at once. */
export const EndTenure = z
  .strictObject({
    cause: z.enum(RELIEF_CAUSES),
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
      'link-to-oneself',
      'leave-overlaps',
      'link-officer-on-leave',
      'contract-day-needed',
      'operator-needs-clerk',
      'operator-holds-no-post',
    ],
  }),
  endTenure: operation('POST', '/tenures/:tenureId/end', {
    summary: 'Enter that a person is relieved of a post',
    body: EndTenure,
    answer: TenureKept,
    changes: ['establishment'],
    event: 'user.tenure_ended',
    refuses: [
      'tenure-ended',
      'before-joining',
      'not-today',
      'post-held-then',
      'link-to-oneself',
      'leave-overlaps',
      'link-officer-on-leave',
      'last-administrator',
    ],
  }),
};
