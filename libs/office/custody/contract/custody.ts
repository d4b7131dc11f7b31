import { Instant, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { PostId } from '../../organisation/contract/named-posts';
import { ActorRef } from '../../organisation/contract/organisation';

/** What a parked file may wait for. */
export const PARKING_EVENTS = ['reply_received', 'consultation_answered'] as const;
export type ParkingEvent = (typeof PARKING_EVENTS)[number];

/** How a parked file comes back by itself: its day has come, or what it waited for has happened. */
export const WAYS_BACK = ['day_came', ...PARKING_EVENTS] as const;
export type WayBack = (typeof WAYS_BACK)[number];

/** For what a holder stops the clock; the call book stops it by itself. */
export const HOLDERS_STOP_REASONS = ['other_department', 'court', 'applicant', 'outside_reference'] as const;

/** What may show that a clock stands rightly. */
export const EVIDENCE_KINDS = ['correspondence', 'note', 'words'] as const;

/** Why the days on a desk are not counted. */
export const STOP_REASONS = [...HOLDERS_STOP_REASONS, 'call_book'] as const;
export type StopReason = (typeof STOP_REASONS)[number];

/** Why the post kept the file longer than the office's limit: asked for where it did, and kept only then. */
export const Explanation = typed(2000);

/** What a command on a file answers; the page then reads the file again. */
export const FileChanged = z.object({ id: z.uuid(), version: z.int() }).meta({ id: 'FileChanged' });
export type FileChanged = z.infer<typeof FileChanged>;

export const FileCreated = FileChanged.extend({ number: z.string(), computerNumber: z.int() }).meta({
  id: 'FileCreated',
});
export type FileCreated = z.infer<typeof FileCreated>;

/** Who pulled the file back before the other desk had opened it. */
export const TakenBack = z.object({ by: ActorRef, at: Instant }).meta({ id: 'TakenBack' });
export type TakenBack = z.infer<typeof TakenBack>;

/** A return as it stands on the note sheet: a line of its own, which agrees with nothing. */
export const ReturnLine = z
  .object({
    /** Of its movement. */
    sequence: z.int(),
    by: ActorRef,
    to: PostId,
    at: Instant,
    reason: z.string(),
    /** When it was pulled back before the other desk opened it. */
    takenBackAt: Instant.nullable(),
  })
  .meta({ id: 'ReturnLine' });
export type ReturnLine = z.infer<typeof ReturnLine>;

/** Why a post kept the file longer than the limit, as it stands on the note sheet: a line below the last note. */
export const ExplanationLine = z
  .object({
    /** Of its movement. */
    sequence: z.int(),
    by: ActorRef,
    at: Instant,
    /** Working days. */
    days: z.int(),
    explanation: z.string(),
  })
  .meta({ id: 'ExplanationLine' });
export type ExplanationLine = z.infer<typeof ExplanationLine>;

export const RECALL_OUTCOMES = ['agreed', 'refused', 'withdrawn'] as const;
export type RecallOutcome = (typeof RECALL_OUTCOMES)[number];

/** What a list tells of a request for a file: it waits for an answer, or was refused. */
export const RECALLS_ON_ROW = ['asked', 'refused'] as const;

/** The sender of a file asks for it back after the other desk has opened it. */
export const Recall = z
  .object({
    by: ActorRef,
    at: Instant,
    reason: z.string(),
    /** Null while it waits for an answer. */
    outcome: z.enum(RECALL_OUTCOMES).nullable(),
    answeredBy: ActorRef.nullable(),
    answeredAt: Instant.nullable(),
    answerReason: z.string().nullable(),
  })
  .meta({ id: 'Recall' });
export type Recall = z.infer<typeof Recall>;
