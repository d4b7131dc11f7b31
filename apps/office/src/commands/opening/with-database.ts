import { type Config, type LauncherConfig, loadConfig, loadLauncherConfig } from '@patravali/config';
import { DataFolder } from '../../parts/data-folder';
import {
  environmentFor,
  externalDatabase,
  type OfficeDatabase,
  startEmbeddedDatabase,
} from '../../database/office-database';
import { prepareDatabase } from '../../preparation/run-preparation';
import { LauncherRefusal } from '../../parts/sentences';

/**
 * Runs `work` on the office's database for an administrator on this machine. Uses the database of the running office if
 * there is one, else starts it for this purpose. An empty database is not seeded: the demo office would conflict with the
 * office that is to be loaded.
 */
export async function withDatabase(work: (config: Config) => Promise<void>): Promise<void> {
  const given = loadLauncherConfig(process.env);
  const folder = new DataFolder(given.dataFolder);
  const { database, config } = await connect(given, folder);
  try {
    const environment = environmentFor(config, database.url);
    await prepareDatabase({ ...environment, PATRAVALI_DEMO: 'off' });
    await work(loadConfig(environment));
  } finally {
    await database.stop();
    folder.release();
  }
}

async function connect(
  config: LauncherConfig,
  folder: DataFolder,
): Promise<{ database: OfficeDatabase; config: LauncherConfig }> {
  if (config.databaseUrl) return { database: externalDatabase(config.databaseUrl), config };
  if (folder.take()) return { database: await startEmbeddedDatabase(folder, config), config };
  const running = folder.notedRunning();
  if (!running) throw new LauncherRefusal('stillOpening');
  return { database: externalDatabase(running.databaseUrl), config: { ...config, port: running.port } };
}
