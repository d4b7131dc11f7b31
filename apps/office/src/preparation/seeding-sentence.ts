import { languageOf } from '@patravali/config';
import { formatDate } from '@patravali/language';
import type { SeedingProgress } from '../demo/seeding/seeding';
import { sentence } from '../parts/sentences';

/** How far the demo office has come, in the language of the terminal. */
export function seedingSentence({ done, all, day }: SeedingProgress): string {
  return sentence('seedingProgress', { done, all, day: formatDate('screen', day, languageOf(process.env)) });
}
