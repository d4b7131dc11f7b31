import { type Config, ConfigurationError, loadConfig } from '@patravali/config';
import { OfficeClock } from '@patravali/database';
import { migrate, ownerDataSource, RoleOutOfReach, UnfitDatabase } from '@patravali/schema';
import type { SeedingProgress } from '../demo/seeding/seeding';
import { LauncherRefusal, sentence } from '../parts/sentences';
import { withoutConnection } from '../parts/without-connection';
import { ProgressLine } from './progress-line';
import { ASKS_FOR_LINK, type PreparationMessage } from './messages';
import { schemaRefusal } from './schema-refusal';
import { seedDemoIfWanted } from './seed-demo-if-wanted';
import { seedingSentence } from './seeding-sentence';
import { setUpLink } from './set-up-link';

/** Migrates the database before the office starts, and seeds a new demo. Sets the exit code of the process. */
export async function prepare(): Promise<void> {
  const stop = new AbortController();
  try {
    const config = loadConfig(process.env);
    await migrate(config.databaseUrl);
    // Until here whatever is stopped is undone by the database; from here on something is to be kept.
    for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => stop.abort());
    await seedDemoIfWanted(config, { stop: stop.signal, onProgress: progressTeller() });
    await closeClock(config.databaseUrl);
    if (process.argv.includes(ASKS_FOR_LINK)) await tellSetUpLink(config);
  } catch (error) {
    if (!stop.signal.aborted) console.error(explain(error));
    else if (!process.connected) console.error(sentence('seedingInterrupted'));
    process.exit(1);
  }
}

/** The launcher shows it among its own lines; without one it is shown here. */
function progressTeller(): (progress: SeedingProgress) => void {
  if (process.send) return (seeding) => tell({ seeding });
  const line = new ProgressLine(process.stdout);
  return (progress) => line.show(seedingSentence(progress));
}

/** For the launcher, which shows it once the office is open. */
async function tellSetUpLink(config: Config): Promise<void> {
  const link = await setUpLink(config);
  if (link !== null) tell({ setUpLink: link });
}

const tell = (message: PreparationMessage) => process.send?.(message);

/** A seeding that was stopped has left the clock behind, and this start may be one without the demo. */
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
  const refusal = schemaRefusal(error);
  if (refusal) return refusal.message;
  if (!withoutConnection(error)) return error;
  const { code = '' } = error as { code?: string };
  return new LauncherRefusal('databaseUnreachable', { reason: error.message || code }).message;
}
