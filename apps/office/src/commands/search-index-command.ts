import { TextIndex } from '@patravali/search';
import { LauncherRefusal, sentence } from '../parts/sentences';
import { withDatabase } from './opening/with-database';
import { withOffice } from './opening/with-office';

/** `npm run office -- search-index`: all that is found by its words is indexed again by the running office, beside its work. */
export async function indexAnew(words: readonly string[]): Promise<void> {
  if (words.length > 0) throw new LauncherRefusal('usage');
  await withDatabase(async (config) => {
    const count = await withOffice(config, (office) => office.get(TextIndex, { strict: false }).noteAll());
    console.log(sentence('searchIndexed', { count }));
  });
}
