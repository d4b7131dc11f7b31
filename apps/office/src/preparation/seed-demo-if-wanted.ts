import type { Config } from '@patravali/config';
import { wantsSeeding } from './demo/wants-seeding';
import { sentence } from './sentences';

/**
 * Seeds an empty database with the demo office, once; does not touch a database that has an office. The code for it is
 * loaded only then. The office starts even if seeding fails; the next start continues it.
 */
export async function seedDemoIfWanted(config: Config): Promise<void> {
  if (!(await wantsSeeding(config))) return;
  console.log(sentence('seedingDemo'));
  const { seedDemo } = await import('./demo/seed-demo.js');
  await seedDemo(config).catch((error: unknown) => console.error(sentence('demoHalfSeeded'), error));
}
