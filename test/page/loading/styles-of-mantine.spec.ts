import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

const WEB = join(__dirname, '../../../apps/web/src');
const MANTINE = join(dirname(require.resolve('@mantine/core')), '../esm');
const NAMED = /(?:import|export)\s*\{([^}]*)\}\s*from\s*["']([^"']+)["']/g;

const named = (names: string) => names.split(',').map((name) => name.trim().split(' ')[0] ?? '');

/** Where Mantine keeps what it exports, by name. */
const PLACES = new Map(
  [...readFileSync(join(MANTINE, 'index.mjs'), 'utf8').matchAll(NAMED)].flatMap(([, names = '', path = '']) =>
    named(names).map((name) => [name, join(MANTINE, path)] as const),
  ),
);

/** The components whose styles these modules need, and those that they are made of. */
function stylesOf(paths: Iterable<string>): string[] {
  const modules = new Set(paths);
  for (const path of modules)
    for (const [, needed = ''] of readFileSync(path, 'utf8').matchAll(/from\s*"(\.[^"]+)"/g))
      if (existsSync(join(dirname(path), needed))) modules.add(join(dirname(path), needed));
  return [...modules].flatMap((path) => /^(\w+)\.module\.(?:css\.)?mjs$/.exec(basename(path))?.[1] ?? []).sort();
}

describe('the styles of Mantine', () => {
  it('are loaded for each component that the page uses, and for no other', () => {
    const sources = globSync('**/*.{ts,tsx}', { cwd: WEB }).map((path) => readFileSync(join(WEB, path), 'utf8'));
    const used = sources
      .flatMap((source) => [...source.matchAll(NAMED)])
      .filter(([, , from]) => from === '@mantine/core')
      .flatMap(([, names = '']) => named(names))
      .flatMap((name) => PLACES.get(name) ?? []);
    const loaded = ['first-load.css', 'office.css']
      .map((name) => readFileSync(join(WEB, 'ui/theme', name), 'utf8'))
      .flatMap((css) => [...css.matchAll(/styles\/([A-Z]\w+)\.layer\.css/g)].map(([, component]) => component));
    expect(used.length).toBeGreaterThan(100);
    expect(loaded.toSorted()).toEqual(stylesOf(used));
  });
});
