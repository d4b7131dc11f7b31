import type { Config } from '@patravali/config';
import { wantsFurnishing } from './demo/wants-furnishing';
import { sentence } from './sentences';

/**
 * Furnishes an empty database with the demo office, once; leaves one that holds an office as it is. What that needs is
 * read only then. A demo that cannot be furnished does not keep the office shut: the next start tries again.
 */
export async function seedDemo(config: Config): Promise<void> {
  if (!(await wantsFurnishing(config))) return;
  console.log(sentence('furnishingDemo'));
  const { furnishDemo } = await import('./demo/furnish-demo.js');
  await furnishDemo(config).catch((error: unknown) => console.error(sentence('demoHalfFurnished'), error));
}
