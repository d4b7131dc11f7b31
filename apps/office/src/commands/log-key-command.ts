import { setTimeout as sleep } from 'node:timers/promises';
import { LogStands, Sequencer } from '@patravali/ledger';
import { LauncherRefusal, sentence } from '../sentences';
import { LOG_FAULTS } from './log-sentences';
import { withDatabase } from './with-database';
import { withOffice } from './with-office';

/** The log is taken for a moment at a time by whoever publishes. */
const ATTEMPTS = 50;
const PAUSE_MS = 100;

/** `npm run office -- log-key rotate`: the log gets a new key, which the one before it signs, in the file of this data folder. */
export async function logKey(words: readonly string[]): Promise<void> {
  if (words.length !== 1 || words[0] !== 'rotate') throw new LauncherRefusal('usage');
  await withDatabase(async (config) => {
    const key = await withOffice(config, (office) => rotate(office.get(Sequencer, { strict: false })));
    if (key === null) throw new LauncherRefusal('logKeyBusy');
    console.log(sentence('logKeyRotated', { key }));
  });
}

async function rotate(sequencer: Sequencer): Promise<string | null> {
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const key = await sequencer.rotateKey();
      if (key !== null) return key;
      await sleep(PAUSE_MS);
    }
    return null;
  } catch (error) {
    if (!(error instanceof LogStands)) throw error;
    throw new LauncherRefusal(LOG_FAULTS[error.fault], { place: error.place });
  }
}
