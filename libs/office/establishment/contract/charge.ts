import { Bilingual, Day, Instant, LANGUAGES, oneLine, operation, PageQuery } from '@patravali/contract-base';
import { z } from 'zod';
import { DOCUMENT_UNREADABLE } from '../../documents/contract/refusals';
import { pageOf } from '../../organisation/contract/list';
import { PostId } from '../../organisation/contract/named-posts';
import { END_CAUSES, HALVES } from '../../organisation/contract/vocabulary';

/** What is pending with a post when its charge changes hands, in the order of the certificate. */
export const CHARGE_ITEM_KINDS = ['file', 'parked', 'receipt', 'draft', 'letter', 'number', 'key'] as const;
export type ChargeItemKind = (typeof CHARGE_ITEM_KINDS)[number];

/** One thing that changes hands: a file, a receipt, a draft, a letter that is not sent to all, a number without its letter, a signing key. */
export const ChargeItem = z
  .object({
    kind: z.enum(CHARGE_ITEM_KINDS),
    /** Of the file, the diary, the letter; of a key the serial number of its certificate. */
    number: z.string(),
    /** Null above normal, and then its number alone is said. */
    subject: z.string().nullable(),
    /** Since when it is there. */
    since: Day,
  })
  .meta({ id: 'ChargeItem' });
export type ChargeItem = z.infer<typeof ChargeItem>;

const Counts = z.object(
  Object.fromEntries(CHARGE_ITEM_KINDS.map((kind) => [kind, z.int()])) as Record<ChargeItemKind, z.ZodInt>,
);
export type ChargeCounts = z.infer<typeof Counts>;

export const HandOverCharge = z
  .strictObject({
    cause: z.enum(END_CAUSES),
    /** The order, with its number and date. */
    orderReference: oneLine(200),
  })
  .meta({ id: 'HandOverCharge' });
export type HandOverCharge = z.infer<typeof HandOverCharge>;

export const ChargeHandedOver = z.object({ id: z.uuid(), counts: Counts }).meta({ id: 'ChargeHandedOver' });
export type ChargeHandedOver = z.infer<typeof ChargeHandedOver>;

/** That the charge of a post was handed over, and whether it has been taken over. */
export const ChargeView = z
  .object({
    id: z.uuid(),
    post: PostId,
    /** Who held the post. */
    from: Bilingual,
    cause: z.enum(END_CAUSES),
    orderReference: z.string(),
    handedOn: Day,
    half: z.enum(HALVES),
    handedAt: Instant,
    counts: Counts,
    takenBy: Bilingual.nullable(),
    takenAt: Instant.nullable(),
    /** Whether the certificate has been made; administrators who neither handed nor took over do not read it. */
    certificate: z.enum(['being_made', 'made', 'withheld']),
  })
  .meta({ id: 'ChargeView' });
export type ChargeView = z.infer<typeof ChargeView>;

/** What has come to a post since its charge was handed over, and what stands for having seen all of it. */
export const CameBetween = z.object({ items: z.array(ChargeItem), seen: z.string() }).meta({ id: 'CameBetween' });
export type CameBetween = z.infer<typeof CameBetween>;

export const TakeOverCharge = z
  .strictObject({
    /** As the list of what came between said it. */
    seen: z.string().regex(/^[0-9a-f]{64}$/),
  })
  .meta({ id: 'TakeOverCharge' });
export type TakeOverCharge = z.infer<typeof TakeOverCharge>;

export const ChargeTakenOver = z.object({ id: z.uuid() }).meta({ id: 'ChargeTakenOver' });
export type ChargeTakenOver = z.infer<typeof ChargeTakenOver>;

export const chargeOperations = {
  listCharges: operation('GET', '/charges', {
    summary: 'List charges that were handed over',
    description:
      'Those that the person handed or took over, and those of the posts held; for auditors and administrators all of the office.',
    query: PageQuery,
    answer: pageOf(ChargeView),
    access: 'without-post',
    shows: ['absence'],
  }),
  handOverCharge: operation('POST', '/posts/:postId/hand-over', {
    summary: 'Hand over the charge of a post, at once',
    description:
      'By its holder; by an administrator where the holder is dead, suspended or gone. The certificate of charge is made afterwards.',
    body: HandOverCharge,
    answer: ChargeHandedOver,
    status: 201,
    onLeave: true,
    changes: ['absence', 'establishment'],
    event: 'user.charge_handed_over',
    refuses: ['nothing-to-hand-over', 'last-administrator', 'post-abolished'],
  }),
  listCameBetween: operation('GET', '/charges/:chargeId/came-between', {
    summary: 'List what came since a charge was handed over',
    answer: CameBetween,
    shows: ['absence'],
  }),
  takeOverCharge: operation('POST', '/charges/:chargeId/take-over', {
    summary: 'Confirm that a charge has been taken over',
    body: TakeOverCharge,
    answer: ChargeTakenOver,
    changes: ['absence', 'establishment'],
    event: 'user.charge_taken_over',
    refuses: ['charge-taken', 'came-meanwhile'],
  }),
  downloadCharge: operation('GET', '/charges/:chargeId/certificate', {
    summary: 'Download the certificate of charge',
    query: z.strictObject({ language: z.enum(LANGUAGES).default('hi') }),
    media: 'application/pdf',
    access: 'without-post',
    refuses: [DOCUMENT_UNREADABLE, 'pdf-not-ready'],
  }),
};
