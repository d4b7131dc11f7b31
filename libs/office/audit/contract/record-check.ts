import { Instant, operation } from '@patravali/contract-base';
import { z } from 'zod';

/** What the check of the whole record can find: in the events, in what froze of a file, in the log. */
export const RECORD_CHECK_FAULTS = [
  'event_changed',
  'event_unchained',
  'event_missing',
  'event_too_early',
  'event_unlogged',
  'event_not_as_logged',
  'note_changed',
  'note_missing',
  'note_unrecorded',
  'letter_changed',
  'letter_missing',
  'letter_unrecorded',
  'approval_changed',
  'approval_missing',
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
      })
      .nullable(),
    /** Which event, note or letter of that thing, which draft on the file; which entry of the log. */
    place: z.string(),
  })
  .meta({ id: 'FoundWrong' });
export type FoundWrong = z.infer<typeof FoundWrong>;

/** What came of the last check of the whole record, which the office makes by itself every night. */
export const RecordCheck = z
  .object({
    last: z.object({ at: Instant, events: z.int(), entries: z.int(), wrong: FoundWrong.nullable() }).nullable(),
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
