import { loadConfig } from '@patravali/config';
import { migrate } from '@patravali/schema';

/** Brings the database up to date before the office opens. */
async function main(): Promise<void> {
  const config = loadConfig(process.env);
  await migrate(config.databaseUrl);
}

void main();
