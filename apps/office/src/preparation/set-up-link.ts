import type { Config } from '@patravali/config';
import { makeSetUpLink } from '@patravali/identity';
import { applicationDataSource } from '@patravali/schema';
import { setUpAddress } from '../parts/link-address';

/** The address of a new link by which the office is set up; null where there is an office. */
export async function setUpLink(config: Config): Promise<string | null> {
  const database = await applicationDataSource(config.databaseUrl, { size: 1 }).initialize();
  try {
    const token = await makeSetUpLink(database.manager);
    return token === null ? null : setUpAddress(config, token);
  } finally {
    await database.destroy();
  }
}
