import { ConfigurationError, loadConfig } from '@patravali/config';
import { migrate, UnfitDatabase } from '@patravali/schema';
import { seedDemoIfWanted } from './seed-demo-if-wanted';
import { LauncherRefusal } from './sentences';

/** Classes of SQLSTATE and codes of the network that say "no connection", which an administrator mends elsewhere. */
const NO_CONNECTION = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|08...|28...|3D000|57P..)$/;

/** Brings the database up to date before the office opens; a new demo finds its people and files there. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  await migrate(config.databaseUrl);
  await seedDemoIfWanted(config);
}

/** A sentence where the reason lies outside this program, everything known where it lies within. */
function explain(error: unknown): unknown {
  if (error instanceof ConfigurationError || error instanceof LauncherRefusal || error instanceof UnfitDatabase) {
    return error.message;
  }
  const { code = '', message = '' } = error as { code?: string; message?: string };
  return NO_CONNECTION.test(code)
    ? new LauncherRefusal('databaseUnreachable', { reason: message || code }).message
    : error;
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
