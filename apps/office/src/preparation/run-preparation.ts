import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { COMPILED_CODE } from './compiled-code';
import { LauncherRefusal } from './sentences';

/**
 * Migrates the database in a child process, so that the memory this takes is free again before the office starts.
 */
export async function prepareDatabase(environment: NodeJS.ProcessEnv): Promise<void> {
  const program = join(__dirname, 'prepare-database.js');
  const env = { ...environment, ...COMPILED_CODE };
  const child = spawn(process.execPath, [program], { env, stdio: 'inherit', detached: true });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new LauncherRefusal('databasePreparationFailed');
}
