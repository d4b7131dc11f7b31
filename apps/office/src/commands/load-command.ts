import { readFile } from 'node:fs/promises';
import { languageOf } from '@patravali/config';
import { LoadOffice, SecurityLog } from '@patravali/identity';
import { loadPhrases } from '@patravali/notes';
import { OfficeMistakes, OfficeParts, readOffice, type WrittenRow } from '@patravali/organisation';
import { startTypesetter } from '@patravali/typesetting';
import { LauncherRefusal, sentence } from '../parts/sentences';
import { signInAddress } from '../parts/link-address';
import { withDatabase } from './opening/with-database';
import { withTransactions } from './opening/with-transactions';

const SIGNS = { added: '+', changed: '~', ended: '×', renamed: '→' } as const;

/**
 * `npm run office -- load office.json`: creates or extends the office, prints a sign-in link for each new person; with `--dry-run` it
 * only says what would change.
 */
export async function load(words: readonly string[]): Promise<void> {
  const isDry = words.includes('--dry-run');
  const [path] = words.filter((word) => word !== '--dry-run');
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
      const run = <T>(work: (command: LoadOffice) => Promise<T>): Promise<T> =>
        withTransactions(config.databaseUrl, ({ dataSource: { manager }, transactions }) =>
          work(new LoadOffice(manager, transactions, new SecurityLog(manager), parts, typesetter)),
        ).finally(() => typesetter.close());
      if (isDry) {
        tell(await run((command) => command.wouldWrite(office)));
        return;
      }
      const loaded = await run((command) => command.execute(office));
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

/** Each once, in the order in which it would be written. */
function tell(rows: readonly WrittenRow[]): void {
  const lines = rows.map(({ kind, name, outcome }) => sentence(`loads.${kind}`, { sign: SIGNS[outcome], name }).trim());
  console.log(sentence(lines.length > 0 ? 'wouldLoad' : 'wouldLoadNothing'));
  for (const line of new Set(lines)) console.log(`  ${line}`);
}

async function explained(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof OfficeMistakes)) throw error;
    throw new LauncherRefusal('officeHasMistakes', { mistakes: error.explain(languageOf(process.env)) });
  }
}
