import { Sequencer } from '@patravali/ledger';
import { LauncherRefusal, sentence } from '../parts/sentences';
import { inTurn } from './log-turn';
import { withDatabase } from './opening/with-database';
import { withOffice } from './opening/with-office';

/** `npm run office -- log-key rotate`: the log gets a new key, which the one before it signs, in the file of this data folder. */
export async function logKey(words: readonly string[]): Promise<void> {
  if (words.length !== 1 || words[0] !== 'rotate') throw new LauncherRefusal('usage');
  await withDatabase(async (config) => {
    const rotate = async (sequencer: Sequencer) => await inTurn(() => sequencer.rotateKey());
    const key = await withOffice(config, (office) => rotate(office.get(Sequencer, { strict: false })));
    console.log(sentence('logKeyRotated', { key }));
  });
}
