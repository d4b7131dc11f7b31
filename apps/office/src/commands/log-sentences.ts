import type { LogBreak, LogFault } from '@patravali/ledger';
import { sentence, type SentenceCode } from '../parts/sentences';

/** Why the log stands. */
export const LOG_FAULTS = {
  'older-database': 'checkLogOlderDatabase',
  'older-store': 'checkLogOlderStore',
  'older-than-witness': 'checkLogOlderThanWitness',
  'other-log': 'checkLogOtherLog',
  'damaged-tiles': 'checkLogDamagedTiles',
  'changed-event': 'checkLogChangedEvent',
  'no-key': 'checkLogNoKey',
} as const satisfies Record<LogFault, SentenceCode>;

/** Where `log resume` may help. */
export const RESUMABLE: readonly LogFault[] = ['older-database', 'older-store', 'other-log', 'damaged-tiles', 'no-key'];

/** What the log says to be lost. */
export function sentenceOfBreak({ index, entries, at, reason }: LogBreak): string {
  if (!entries) return sentence('checkLogKeyWasLost', { index, at, reason });
  const { from, to } = entries;
  return to === null
    ? sentence('checkLogWasBegunAnew', { index, at, reason })
    : sentence('checkLogEventsLost', { index, at, reason, from, to });
}
