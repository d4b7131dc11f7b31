import { DifferentSchema, LaterMigrations, OlderSchema } from '@patravali/schema';
import { LauncherRefusal } from '../parts/sentences';

const MOST_DIFFERENCES = 20;

/** What an administrator is told of a schema from which this version does not go on. */
export function schemaRefusal(error: unknown): LauncherRefusal | undefined {
  if (error instanceof OlderSchema) return new LauncherRefusal('officeOfOlderVersion', { version: error.through });
  if (error instanceof LaterMigrations) return new LauncherRefusal('officeOfLaterVersion');
  if (!(error instanceof DifferentSchema)) return undefined;
  const list = error.differences.slice(0, MOST_DIFFERENCES);
  if (error.differences.length > list.length) list.push('…');
  return new LauncherRefusal('schemaDiffers', { version: error.version, list: list.join('\n') });
}
