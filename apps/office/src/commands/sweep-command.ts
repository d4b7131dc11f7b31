import { SweepObjects } from '@patravali/documents';
import { LauncherRefusal, sentence } from '../parts/sentences';
import { withDatabase } from './opening/with-database';
import { withOffice } from './opening/with-office';

const WHATEVER_THE_SHARE = '--whatever-the-share';

/** `npm run office -- sweep`: what the nightly job does, now; after a look at `check` also when it is a large share of the store. */
export async function sweepStore(words: readonly string[]): Promise<void> {
  if (words.some((word) => word !== WHATEVER_THE_SHARE)) throw new LauncherRefusal('usage');
  const whateverTheShare = words.includes(WHATEVER_THE_SHARE);
  await withDatabase(async (config) => {
    const outcome = await withOffice(config, (office) =>
      office.get(SweepObjects, { strict: false }).execute({ whateverTheShare }),
    );
    if ('refused' in outcome) {
      if (outcome.refused === 'unmarked') console.log(sentence('sweepUnmarked'));
      else throw new LauncherRefusal('sweepRefused');
      return;
    }
    const { stopped, ...counts } = outcome;
    if (stopped) throw new LauncherRefusal('sweepStopped', counts);
    console.log(sentence('swept', counts));
  });
}
