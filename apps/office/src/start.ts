import { once } from 'node:events';
import { type LauncherConfig, loadLauncherConfig } from '@patravali/config';
import { Opening, type Teller } from './opening';
import { DataFolder } from './parts/data-folder';
import { freePort } from './parts/free-port';
import { sentence } from './parts/sentences';
import { ProgressLine } from './preparation/progress-line';
import { seedingSentence } from './preparation/seeding-sentence';

const progress = new ProgressLine(process.stdout);
const terminal: Teller = {
  print: (code, parameters) => {
    progress.end();
    console.log(sentence(code, parameters));
  },
  showSeeding: (seeding) => progress.show(seedingSentence(seeding)),
};

/** Starts the office, runs it until it is told to stop, then stops its parts in reverse order. */
export async function start(): Promise<void> {
  const closing = closingSignal();
  const config = await withPort(loadLauncherConfig(process.env));
  const folder = new DataFolder(config.dataFolder);
  const office = new Opening(config, folder, closing, terminal);
  try {
    await office.open();
    terminal.print('ready', { url: office.url });
    if (office.setUpLink !== null) terminal.print('setUpLink', { link: office.setUpLink });
    terminal.print('howToStop', { folder: folder.path, log: office.log });
    if (!closing.aborted) await once(closing, 'abort');
  } catch (error) {
    if (!closing.aborted) throw error;
  } finally {
    await office.close();
  }
  terminal.print('stopped');
}

/** A terminal sends Ctrl-C to all processes and npm forwards signals too: only the first one counts. */
function closingSignal(): AbortSignal {
  const closing = new AbortController();
  closing.signal.addEventListener('abort', () => terminal.print('stopping'));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => closing.abort());
  return closing.signal;
}

async function withPort(config: LauncherConfig): Promise<LauncherConfig> {
  return config.port === 0 ? { ...config, port: await freePort() } : config;
}
