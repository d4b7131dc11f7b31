import { ConfigurationError, loadConfig } from '@patravali/config';
import { OfficeClock } from '@patravali/database';
import { migrate, ownerDataSource, RoleOutOfReach, UnfitDatabase } from '@patravali/schema';
import { seedDemoIfWanted } from './seed-demo-if-wanted';
import { LauncherRefusal } from './sentences';

/** SQLSTATE classes and network errors that mean "no connection": not a fault of this program. */
const NO_CONNECTION = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|08...|28...|3D000|57P..)$/;

/** Migrates the database before the office starts, and seeds a new demo. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  await migrate(config.databaseUrl);
  await seedDemoIfWanted(config);
  await closeClock(config.databaseUrl);
}

/** A seeding that was killed has left the clock behind, and this start may be one without the demo. */
async function closeClock(databaseUrl: string): Promise<void> {
  const owner = await ownerDataSource(databaseUrl).initialize();
  await new OfficeClock(owner).close().finally(() => owner.destroy());
}

/** A sentence when the cause lies outside this program; for our own faults the whole error. */
function explain(error: unknown): unknown {
  if (error instanceof ConfigurationError || error instanceof LauncherRefusal || error instanceof UnfitDatabase) {
    return error.message;
  }
  if (error instanceof RoleOutOfReach) return new LauncherRefusal('roleOutOfReach', { sql: error.sql }).message;
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return NO_CONNECTION.test(code)
    ? new LauncherRefusal('databaseUnreachable', { reason: message || code }).message
    : error;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
