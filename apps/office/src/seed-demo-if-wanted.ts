import type { Config } from '@patravali/config';
import { wantsSeeding } from './demo/wants-seeding';
import { sentence } from './sentences';

/**
 * Seeds an empty database with the demo office, once; leaves one that holds an office as it is. What that needs is
 * read only then. A demo that cannot be seeded does not keep the office shut: the next start tries again.
 */
export async function seedDemoIfWanted(config: Config): Promise<void> {
  if (!(await wantsSeeding(config))) return;
  console.log(sentence('furnishingDemo'));
  const { seedDemo } = await import('./demo/seed-demo.js');
  await seedDemo(config).catch((error: unknown) => console.error(sentence('demoHalfFurnished'), error));
}
