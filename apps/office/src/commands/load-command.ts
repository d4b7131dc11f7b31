import { readFile } from 'node:fs/promises';
import { languageOf } from '@patravali/config';
import { LoadOffice, SecurityLog } from '@patravali/identity';
import { loadPhrases } from '@patravali/notes';
import { OfficeMistakes, OfficeParts, readOffice } from '@patravali/organisation';
import { startTypesetter } from '@patravali/typesetting';
import { LauncherRefusal, sentence } from '../parts/sentences';
import { signInAddress } from './opening/sign-in-address';
import { withDatabase } from './opening/with-database';
import { withTransactions } from './opening/with-transactions';

/** `npm run office -- load office.json`: creates or extends the office, prints a sign-in link for each new person. */
export async function load([path]: readonly string[]): Promise<void> {
  if (!path) throw new LauncherRefusal('usage');
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new LauncherRefusal('officeFileUnreadable', { file: path, reason: (error as Error).message });
  });
  await explained(async () => {
    const office = readOffice(text);
    const parts = new OfficeParts();
    parts.register(loadPhrases);
    await withDatabase(async (config) => {
      const typesetter = startTypesetter();
      const loaded = await withTransactions(config.databaseUrl, ({ dataSource: { manager }, transactions }) =>
        new LoadOffice(manager, transactions, new SecurityLog(manager), parts, typesetter).execute(office),
      ).finally(() => typesetter.close());
      const language = languageOf(process.env);
      const { added, changed } = loaded;
      console.log(sentence('officeLoaded', { name: office.organisation.name[language], added, changed }));
      if (loaded.links.length > 0) console.log(sentence('linksFollow'));
      for (const { username, name, token } of loaded.links) {
        console.log(sentence('linkOf', { name: name[language], username, link: signInAddress(config, token) }));
      }
    });
  });
}

async function explained(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof OfficeMistakes)) throw error;
    throw new LauncherRefusal('officeHasMistakes', { mistakes: error.explain(languageOf(process.env)) });
  }
}
