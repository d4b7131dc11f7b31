import { type Config, loadConfig, loadLauncherConfig } from '@patravali/config';
import { DataFolder } from './data-folder';
import { environmentFor, externalDatabase, type OfficeDatabase, startEmbeddedDatabase } from './office-database';
import { prepareDatabase } from './run-preparation';
import { LauncherRefusal } from './sentences';

/**
 * Does something to the office's database for the administrator at this machine's keyboard: beside the running office
 * if there is one, else with the database started for as long as it takes.
 */
export async function withDatabase(work: (config: Config) => Promise<void>): Promise<void> {
  const config = loadLauncherConfig(process.env);
  const folder = new DataFolder(config.dataFolder);
  const database = config.databaseUrl ? externalDatabase(config.databaseUrl) : await embeddedDatabase(folder);
  try {
    const environment = environmentFor(config, database.url);
    await prepareDatabase(environment);
    await work(loadConfig(environment));
  } finally {
    await database.stop();
    folder.release();
  }
}

async function embeddedDatabase(folder: DataFolder): Promise<OfficeDatabase> {
  if (folder.take()) return startEmbeddedDatabase(folder, () => undefined);
  const url = folder.notedDatabase();
  if (!url) throw new LauncherRefusal('stillOpening');
  return externalDatabase(url);
}
