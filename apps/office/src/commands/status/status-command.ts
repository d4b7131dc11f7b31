import { buildFacts, type LauncherConfig, loadLauncherConfig } from '@patravali/config';
import { applicationDataSource } from '@patravali/schema';
import { openObjectStore } from '@patravali/storage';
import { type KnownCondition, OfficeCondition, recentCrashes, troublesOf } from '@patravali/upkeep';
import { runningOfficeIn } from '../../parts/data-folder';
import { LauncherRefusal, sentence } from '../../parts/sentences';
import { askServer, type ServerState } from './ask-server';
import { conditionLines, crashLine, troubleLine } from './condition-lines';

const CRASHES_TOLD = 5;

/**
 * `npm run office -- status`: how the office on this machine is, in words. It starts nothing and changes nothing. Ends with code 1 when
 * the office does not work or something needs its administrator.
 */
export async function status(words: readonly string[]): Promise<void> {
  if (words.length > 0) throw new LauncherRefusal('usage');
  const config = loadLauncherConfig(process.env);
  console.log(sentence('versionOf', { ...buildFacts() }));
  const running = runningOffice(config);
  if (!running) console.log(sentence('statusClosed', { folder: config.dataFolder }));
  else await tell({ ...config, port: running.port }, running.databaseUrl);
  const crashes = await recentCrashes(config.dataFolder);
  for (const crash of crashes.slice(0, CRASHES_TOLD)) console.log(crashLine(crash));
  if (!running) process.exitCode = 1;
}

/** Undefined where the database is one of this machine, and closed. */
function runningOffice({
  databaseUrl,
  dataFolder,
  port,
}: LauncherConfig): { databaseUrl: string; port: number } | undefined {
  const noted = runningOfficeIn(dataFolder);
  return databaseUrl === undefined ? noted : { databaseUrl, port: noted?.port ?? port };
}

async function tell(config: LauncherConfig, databaseUrl: string): Promise<void> {
  const url = `http://127.0.0.1:${config.port}`;
  const server = await askServer(url, config);
  tellOfServer(url, server);
  const condition = await conditionOf(config, databaseUrl);
  for (const line of conditionLines(condition)) console.log(line);
  const troubles = troublesOf(condition);
  console.log(sentence(troubles.length > 0 ? 'statusNeedsYou' : 'statusNeedsNobody'));
  for (const trouble of troubles) console.log(`- ${troubleLine(trouble)}`);
  if (!server.isReady || troubles.length > 0) process.exitCode = 1;
}

function tellOfServer(url: string, { isReady, isLive, loopDelayMs, connections }: ServerState): void {
  console.log(sentence(isReady ? 'statusServerReady' : isLive ? 'statusServerUnready' : 'statusServerSilent', { url }));
  if (loopDelayMs !== null) console.log(sentence('statusLoop', { ms: loopDelayMs }));
  if (connections) console.log(sentence('statusConnections', { ...connections }));
}

/** Without a database at least what this machine knows. */
async function conditionOf(config: LauncherConfig, databaseUrl: string): Promise<KnownCondition> {
  const database = applicationDataSource(databaseUrl, { size: 2, connectsWithinMs: 60_000 });
  await database.initialize().catch(() => undefined);
  try {
    return await new OfficeCondition(database, openObjectStore(config), config).ask();
  } finally {
    if (database.isInitialized) await database.destroy();
  }
}
