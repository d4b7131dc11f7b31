import { Day, Instant, operation, typed } from '@patravali/contract-base';
import { z } from 'zod';
import { ActorRef } from '../../organisation/contract/organisation';
import { FileChanged, HOLDERS_STOP_REASONS, STOP_REASONS } from './custody';

/** What shows that the reason holds: a letter or a note of the file, or words with the day of what they tell. */
export const StopEvidence = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('correspondence'), number: z.int().positive() }),
  z.strictObject({ kind: z.literal('note'), number: z.int().positive() }),
  z.strictObject({ kind: z.literal('words'), words: typed(2000), on: Day }),
]);
export type StopEvidence = z.infer<typeof StopEvidence>;

/** The days on the desk are not counted from now on. */
export const StopClock = z
  .strictObject({ reason: z.enum(HOLDERS_STOP_REASONS), evidence: StopEvidence })
  .meta({ id: 'StopClock' });
export type StopClock = z.infer<typeof StopClock>;

/** A time for which the clock of a desk stood still. */
export const ClockStop = z
  .object({
    reason: z.enum(STOP_REASONS),
    evidence: StopEvidence,
    stoppedBy: ActorRef,
    stoppedOn: Day,
    stoppedAt: Instant,
    /** Null while it stands still. */
    startedBy: ActorRef.nullable(),
    startedOn: Day.nullable(),
  })
  .meta({ id: 'ClockStop' });
export type ClockStop = z.infer<typeof ClockStop>;

/** Days are working days of the office, without the time for which a clock was stopped. */
export const FileClock = z
  .object({
    /** On the desk where it is; null of a closed file. */
    days: z.int().nullable(),
    /** After so many the holder explains why it was kept, with the act that sends it on. */
    limit: z.int(),
    /** From its opening until today, or until it was closed. */
    age: z.int(),
    /** The stop that stands. */
    stop: ClockStop.nullable(),
  })
  .meta({ id: 'FileClock' });
export type FileClock = z.infer<typeof FileClock>;

export const clockOperations = {
  stopClock: operation('POST', '/files/:fileId/clock/stop', {
    summary: 'Stop the clock of a file that waits for somebody else',
    body: StopClock,
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'stop_clock',
    event: 'file.clock_stopped',
    refuses: ['clock-stopped', 'date-in-future', 'evidence-not-on-file'],
  }),
  startClock: operation('POST', '/files/:fileId/clock/start', {
    summary: 'Start the clock of a file again',
    answer: FileChanged,
    ifMatch: 'optional',
    changes: ['desk', 'file'],
    move: 'start_clock',
    event: 'file.clock_started',
    refuses: ['clock-runs'],
  }),
};
