import { Day, Instant, oneLine, Reason, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { ActorRef } from '../../organisation/contract/organisation';
import { GRADINGS, LETTER_LANGUAGES, URGENCIES } from '../../organisation/contract/vocabulary';

/** How a letter that a person diarises came in. */
export const DIARISED_MODES = ['by_hand', 'post', 'speed_post', 'email', 'other'] as const;
/** `within_office`: from another post of this office, which sent it here; it was never diarised by hand. */
export const DELIVERY_MODES = [...DIARISED_MODES, 'within_office'] as const;
export type DeliveryMode = (typeof DELIVERY_MODES)[number];

/**
 * The diary entry as it shall stand from now on: all that was read off the letter. The number and who diarised it
 * never change.
 */
export const DiaryEntry = z.strictObject({
  subject: oneLine(1000),
  senderName: oneLine(300),
  senderDesignation: oneLine(300).nullable(),
  senderAddress: typed(1000).nullable(),
  senderEmail: z.email().nullable(),
  letterNumber: oneLine(200).nullable(),
  letterDate: Day.nullable(),
  receivedOn: Day,
  deliveryMode: z.enum(DELIVERY_MODES),
  language: z.enum(LETTER_LANGUAGES),
  grading: z.enum(GRADINGS),
  urgency: z.enum(URGENCIES),
  enclosures: z.int().min(0).max(999),
  remarks: typed(2000).nullable(),
});
export type DiaryEntry = z.infer<typeof DiaryEntry>;
export const ENTRY_FIELDS = DiaryEntry.keyof().options;
export type EntryField = keyof DiaryEntry;

export const CorrectReceipt = DiaryEntry.extend({ reason: Reason }).meta({ id: 'CorrectReceipt' });
export type CorrectReceipt = z.infer<typeof CorrectReceipt>;

const EntryValue = z.union([z.string(), z.int()]).nullable();

/** What one correction of a diary entry changed: the old value stays beside the new one. */
export const Correction = z
  .object({
    by: ActorRef,
    at: Instant,
    /** Null of a letter diarised by its cover, whose scan came with it. */
    reason: z.string().nullable(),
    changes: z.array(z.object({ field: z.enum(ENTRY_FIELDS), before: EntryValue, after: EntryValue })),
  })
  .meta({ id: 'Correction' });
export type Correction = z.infer<typeof Correction>;
