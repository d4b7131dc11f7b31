import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';

/**
 * npm packages contain no symbolic links. That of PostgreSQL lists those of its libraries for its install script, and install
 * scripts do not run here. `prepare.cjs` uses this on whatever Node started npm, and without any package.
 * @param native the folder of that name in the package.
 */
export function linkLibraries(native: string): void {
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
