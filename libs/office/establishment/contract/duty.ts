import { Day, oneLine, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { HALVES } from '../../organisation/contract/vocabulary';

/** As many as one order sends. */
export const MOST_ON_DUTY = 100;

/** Desks that are left for a time, and by whom each is kept. */
const desks = (most: number) =>
  z
    .array(
      z.strictObject({
        /** Whoever has charge of it then goes. */
        postId: z.uuid(),
        /** Whose holder keeps the desk; null for the post right above it. */
        linkPostId: z.uuid().nullable().default(null),
      }),
    )
    .min(1)
    .max(most);

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
    desks: desks(MOST_ON_DUTY),
  })
  .meta({ id: 'SendOnDuty' });
export type SendOnDuty = z.infer<typeof SendOnDuty>;

/** The arrangements by which the desks are kept, in the order of the request. */
export const SentOnDuty = z.object({ tenureIds: z.array(z.uuid()) }).meta({ id: 'SentOnDuty' });
export type SentOnDuty = z.infer<typeof SentOnDuty>;

/** That one person works attached to another post for a while, and who keeps each of his desks until he returns. */
export const AttachPerson = z
  .strictObject({
    /** Where he works meanwhile. */
    toPostId: z.uuid(),
    fromOn: Day,
    fromHalf: z.enum(HALVES).default('forenoon'),
    /** The last day, included; null until further orders. */
    untilOn: Day.nullable().default(null),
    untilHalf: z.enum(HALVES).default('afternoon'),
    /** The order that says so, with its number and date. */
    orderReference: oneLine(200),
    /** All of which he has charge. */
    desks: desks(20),
  })
  .meta({ id: 'AttachPerson' });
export type AttachPerson = z.infer<typeof AttachPerson>;

/** `tenureId` is that of the attachment: `endTenure` brings the person back. */
export const Attached = z.object({ tenureId: z.uuid() }).meta({ id: 'Attached' });
export type Attached = z.infer<typeof Attached>;

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
  attachPerson: operation('POST', '/attachments', {
    summary: 'Attach a person to another post for a while',
    description:
      'A link officer keeps each of the person’s desks until he returns: with the last day, or when `endTenure` ends the attachment.',
    body: AttachPerson,
    answer: Attached,
    status: 201,
    changes: ['absence', 'establishment', 'desk', 'waiting'],
    event: 'user.attached',
    refuses: [
      'tenure-backwards',
      'duty-in-past',
      'not-all-can-go',
      'one-is-attached',
      'unknown-post',
      'post-abolished',
      'post-held-then',
    ],
  }),
};
