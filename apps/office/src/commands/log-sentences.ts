import type { LogFault } from '@patravali/ledger';
import type { SentenceCode } from '../sentences';

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
