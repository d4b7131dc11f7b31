import { once } from 'node:events';
import { join } from 'node:path';
import { type LauncherConfig, loadLauncherConfig } from '@patravali/config';
import type { MessageParams } from '@patravali/language';
import { API_PROGRAM, ApiProcess } from './api-process';
import { DataFolder } from './parts/data-folder';
import { becomesFree, freePort } from './parts/free-port';
import { historyFolders } from './history/history-folder';
import { keepHistory } from './history/keep-history';
import {
  environmentFor,
  externalDatabase,
  type OfficeDatabase,
  startEmbeddedDatabase,
} from './database/office-database';
import { ProgressLine } from './preparation/progress-line';
import { Preparation } from './preparation/run-preparation';
import { seedingSentence } from './preparation/seeding-sentence';
import { LauncherRefusal, sentence, type SentenceCode } from './parts/sentences';
import { endNotedProcess } from './stale-process';

/** The port of an earlier server is free once the system has cleared away all of it. */
const PORT_FREE_WITHIN_MS = 15_000;

const progress = new ProgressLine(process.stdout);
function print(code: SentenceCode, parameters?: MessageParams): void {
  progress.end();
  console.log(sentence(code, parameters));
}

/** Starts the office, runs it until it is told to stop, then stops its parts in reverse order. */
export async function start(): Promise<void> {
  const config = await withPort(loadLauncherConfig(process.env));
  const closing = closingSignal();
  const folder = new DataFolder(config.dataFolder);
  if (!folder.take()) throw new LauncherRefusal('alreadyRunning', { folder: folder.path });
  const undo: (() => Promise<void>)[] = [];
  try {
    const wasKilled = await endNotedProcess(folder.at('api.pid'), API_PROGRAM);
    if (!(await becomesFree(config.port, config.host, wasKilled ? PORT_FREE_WITHIN_MS : 0)))
      throw new LauncherRefusal('portTaken', { port: String(config.port) });
    const database = await openDatabase(config, folder);
    undo.push(() => database.stop());
    folder.noteRunning({ databaseUrl: database.url, port: config.port });
    closing.throwIfAborted();
    const environment = environmentFor(config, database.url);
    const api = new ApiProcess({
      environment,
      log: folder.at(join('logs', 'api.log')),
      pidFile: folder.at('api.pid'),
      url: `http://${reachable(config.host)}:${config.port}`,
      onDeath: () => print('apiDied'),
      onHang: () => print('apiHung'),
    });
    undo.push(() => api.stop());
    print('preparingDatabase');
    const preparation = new Preparation(environment, (seeding) => progress.show(seedingSentence(seeding)));
    undo.push(() => preparation.stop());
    api.start(preparation.done);
    await Promise.race([preparation.done, aborted(closing)]);
    await api.ready(closing);
    print('ready', { url: `http://${reachable(config.host)}:${config.port}` });
    print('howToStop', { folder: folder.path, log: folder.at(join('logs', 'api.log')) });
    undo.push(...historyOf(config, folder, database));
    if (!closing.aborted) await once(closing, 'abort');
  } catch (error) {
    if (!closing.aborted) throw error;
  } finally {
    folder.forgetRunning();
    for (const step of undo.reverse()) await step();
    folder.release();
  }
  print('stopped');
}

/** The history of an embedded database, if one is to be kept. @returns how it is ended. */
function historyOf(
  { historyBytes: limitBytes }: LauncherConfig,
  folder: DataFolder,
  { server }: OfficeDatabase,
): (() => Promise<void>)[] {
  if (!server || limitBytes === 0) return [];
  const history = keepHistory({ server, ...historyFolders(folder.path), limitBytes }, ({ message }) =>
    print('historyFailed', { reason: message }),
  );
  return [() => history.end()];
}

/** A terminal sends Ctrl-C to all processes and npm forwards signals too: only the first one counts. */
function closingSignal(): AbortSignal {
  const closing = new AbortController();
  closing.signal.addEventListener('abort', () => print('stopping'));
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => closing.abort());
  return closing.signal;
}

async function aborted(signal: AbortSignal): Promise<never> {
  if (!signal.aborted) await once(signal, 'abort');
  throw signal.reason;
}

async function withPort(config: LauncherConfig): Promise<LauncherConfig> {
  return config.port === 0 ? { ...config, port: await freePort() } : config;
}

function openDatabase(config: LauncherConfig, folder: DataFolder): Promise<OfficeDatabase> {
  if (config.databaseUrl) return Promise.resolve(externalDatabase(config.databaseUrl));
  print('startingDatabase');
  return startEmbeddedDatabase(folder, config, () => print('databaseDied'));
}

/** The host for a URL: a wildcard address is reached through loopback. */
function reachable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}
