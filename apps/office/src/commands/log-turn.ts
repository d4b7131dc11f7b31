import { setTimeout as sleep } from 'node:timers/promises';
import { LogStands } from '@patravali/ledger';
import { LauncherRefusal } from '../parts/sentences';
import { LOG_FAULTS } from './log-sentences';

/** The log is taken for a moment at a time by whoever publishes. */
const ATTEMPTS = 50;
const PAUSE_MS = 100;

/** Works on the log as soon as nobody else does. @param work answers null while somebody does. @throws LauncherRefusal when the log stands. */
export async function inTurn<T>(work: () => Promise<T | null>): Promise<T> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const outcome = await work();
      if (outcome !== null) return outcome;
      await sleep(PAUSE_MS);
    }
  } catch (error) {
    if (!(error instanceof LogStands)) throw error;
    throw new LauncherRefusal(LOG_FAULTS[error.fault], { place: error.place });
  }
  throw new LauncherRefusal('logKeyBusy');
}
