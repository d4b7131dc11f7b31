import type { Config } from '@patravali/config';
import type { Seeding } from '../demo/seeding/seeding';
import { forgetBeginning } from '../demo/seeding/seeding-began';
import { wantedSeeding } from '../demo/seeding/wanted-seeding';
import { sentence } from '../parts/sentences';

/**
 * Seeds an empty database with the demo office, once; does not touch a database that has an office. The code for it is
 * loaded only then. The office starts even if seeding fails; the next start continues it.
 * @throws when it was told to stop.
 */
export async function seedDemoIfWanted(config: Config, seeding: Seeding): Promise<void> {
  const wanted = await wantedSeeding(config);
  if (!wanted) return;
  if (wanted === 'whole') forgetBeginning(config.dataFolder);
  console.log(sentence(wanted === 'whole' ? 'seedingDemo' : 'seedingContinues'));
  const { seedDemo } = await import('../demo/seed-demo.js');
  try {
    await seedDemo(config, seeding);
  } catch (error) {
    seeding.stop.throwIfAborted();
    console.error(sentence('demoHalfSeeded'), error);
  }
}
