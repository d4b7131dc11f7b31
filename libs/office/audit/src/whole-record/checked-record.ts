import type { PartCounts } from '@patravali/contract';
import type { LogPlace } from '@patravali/ledger';
import { countsOf } from '../parts/record-parts';
import type { RecordReport } from './check-record';
import { firstWrong, type FirstWrong } from './first-wrong';

export const RECORD_CHECKED = 'organisation.record_checked';

/** How much of the office was held against the record, and the first thing that is wrong: the data of its event. */
export interface CheckedRecord {
  /** All of it, and not only what has grown since the check before. */
  readonly whole: boolean;
  /** When that one ended. */
  readonly since: string | null;
  readonly events: number;
  /** Of the log. */
  readonly entries: number;
  readonly parts: PartCounts;
  /** What no checkpoint covered when the check began was so old. */
  readonly uncoveredSeconds: number;
  readonly wrong: FirstWrong | null;
  /** From where the next one may go on; null where something is wrong. */
  readonly reached: LogPlace | null;
}

export function outcomeOf(report: RecordReport): CheckedRecord {
  const { since, chains, parts, log, uncoveredSeconds } = report;
  const wrong = firstWrong(report);
  return {
    whole: since === null,
    since,
    events: chains.events,
    entries: log.entries,
    parts: countsOf(parts),
    uncoveredSeconds,
    wrong,
    reached: wrong ? null : log.reached,
  };
}
