import { type Config, type LauncherConfig, loadConfig, loadLauncherConfig } from '@patravali/config';
import { DataFolder } from './data-folder';
import { environmentFor, externalDatabase, type OfficeDatabase, startEmbeddedDatabase } from './office-database';
import { prepareDatabase } from './run-preparation';
import { LauncherRefusal } from './sentences';

/**
 * Does something to the office's database for the administrator at this machine's keyboard: beside the running office
 * if there is one, else with the database started for as long as it takes. An empty database stays empty: the demo
 * office would be in the way of the office that is to be loaded.
 */
export async function withDatabase(work: (config: Config) => Promise<void>): Promise<void> {
  const told = loadLauncherConfig(process.env);
  const folder = new DataFolder(told.dataFolder);
  const { database, config } = await reach(told, folder);
  try {
    const environment = environmentFor(config, database.url);
    await prepareDatabase({ ...environment, PATRAVALI_DEMO: 'off' });
    await work(loadConfig(environment));
  } finally {
    await database.stop();
    folder.release();
  }
}

async function reach(
  config: LauncherConfig,
  folder: DataFolder,
): Promise<{ database: OfficeDatabase; config: LauncherConfig }> {
  if (config.databaseUrl) return { database: externalDatabase(config.databaseUrl), config };
  if (folder.take()) return { database: await startEmbeddedDatabase(folder, () => undefined), config };
  const running = folder.notedRunning();
  if (!running) throw new LauncherRefusal('stillOpening');
  return { database: externalDatabase(running.databaseUrl), config: { ...config, port: running.port } };
}
