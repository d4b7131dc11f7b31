import { appendFileSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LauncherRefusal } from '../parts/sentences';
import type { PostgresBinaries } from './binaries';
import { run } from './run';
import type { ServerAccount } from './server-account';

export const SUPERUSER = 'postgres';
export const SETTINGS_FILE = 'patravali.conf';

/**
 * Trigrams find no Hindi when the C library's locale is plain `C`, whatever PostgreSQL's builtin locale is. macOS has no
 * C.UTF-8.
 */
const LIBRARY_LOCALE = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';

/**
 * Creates a new cluster at `<folder>/<major>`, whole or not at all.
 * @param stop gives it up.
 */
export async function createCluster(
  binaries: PostgresBinaries,
  account: ServerAccount,
  folder: string,
  superuserPassword: string,
  stop?: AbortSignal,
): Promise<void> {
  const unfinished = join(folder, `${binaries.major}.unfinished`);
  const passwordFile = join(folder, 'superuser-password');
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  account.own(unfinished);
  writeFileSync(passwordFile, superuserPassword, { mode: 0o600 });
  account.own(passwordFile);
  try {
    const { program, args } = account.command(binaries.initdb, [
      `--pgdata=${unfinished}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${LIBRARY_LOCALE}`,
      ...(binaries.major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []),
      '--data-checksums',
    ]);
    const { code, output } = await run(program, args, stop);
    if (code !== 0) throw new LauncherRefusal('databaseInitFailed', { reason: output });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  appendFileSync(join(unfinished, 'postgresql.conf'), `include '${SETTINGS_FILE}'\n`);
  renameSync(unfinished, join(folder, String(binaries.major)));
}
