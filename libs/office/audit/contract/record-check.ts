import { Instant, operation } from '@patravali/contract-base';
import { z } from 'zod';
import { ALL_PART_FAULTS, PartCounts } from './record-parts';

/** What the check of the whole record can find: in the events, in what froze of a file, in the log. */
export const RECORD_CHECK_FAULTS = [
  'event_changed',
  'event_unchained',
  'event_missing',
  'event_too_early',
  'event_unlogged',
  'event_not_as_logged',
  ...ALL_PART_FAULTS,
  'log_changed_event',
  'log_damaged_tiles',
  'log_older_database',
  'log_older_store',
  'log_older_than_witness',
  'log_other_log',
  'log_no_key',
] as const;
export type RecordCheckFault = (typeof RECORD_CHECK_FAULTS)[number];

/** The first thing that a check of the whole record has found. */
export const FoundWrong = z
  .object({
    fault: z.enum(RECORD_CHECK_FAULTS),
    /** Of what; null: of the log. The number is there for whoever may read the thing. */
    of: z
      .object({
        kind: z.enum(['file', 'receipt', 'user', 'document', 'organisation', 'readings']),
        id: z.uuid(),
        number: z.string().nullable(),
        numberHi: z.string().nullable(),
      })
      .nullable(),
    /** Which event, note or letter of that thing, which draft on the file; which entry of the log. */
    place: z.string(),
  })
  .meta({ id: 'FoundWrong' });
export type FoundWrong = z.infer<typeof FoundWrong>;

/** How much the last check of the record has looked at, and what it found. */
const LastCheck = z.object({
  at: Instant,
  /** All of the record; else what it has gained since that check. */
  whole: z.boolean(),
  since: Instant.nullable(),
  events: z.int(),
  /** Of the log. */
  entries: z.int(),
  parts: PartCounts,
  /** Of how long before it the first event was that no checkpoint covered then, in seconds; 0: none. */
  uncoveredSeconds: z.int(),
  wrong: FoundWrong.nullable(),
});

/** What came of the last check of the record, which the office makes by itself: every night of what has grown, once a week of all. */
export const RecordCheck = z
  .object({
    last: LastCheck.nullable(),
    /** When a check of all of it ended last that found nothing wrong. */
    wholeAt: Instant.nullable(),
    /** No check has come to its end for more than two days. */
    overdue: z.boolean(),
  })
  .meta({ id: 'RecordCheck' });
export type RecordCheck = z.infer<typeof RecordCheck>;

export const recordCheckOperations = {
  getRecordCheck: operation('GET', '/audit/record-check', {
    summary: 'Show what the nightly check of the record found',
    answer: RecordCheck,
    refuses: ['not-allowed'],
  }),
};
