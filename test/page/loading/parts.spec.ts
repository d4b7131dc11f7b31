import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SOURCES = join(__dirname, '../../../apps/web/src');
const IMPORTED_LATER = /\bimport\(/g;
const AS_A_PART =
  /\b(lazyImport|lazyPart|lazyPage|(alone|besideNavigation)\(\s*PAGE_PATHS\.\w+,)\(?\s*\(\) =>\s*import\(/g;

describe('a part of the page that is loaded when it is needed', () => {
  // A declaration of types loads nothing, whatever it imports.
  const paths = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(?<!\.d)\.tsx?$/.test(path),
  );
  const code = (path: string) => readFileSync(join(SOURCES, path), 'utf8').replace(/\/\*[^]*?\*\//g, '');

  it('is loaded so that the page knows what to do when it does not come', () => {
    const later = paths.filter((path) => code(path).includes('import('));
    expect(later).toContain('app/routes.tsx');
    const count = (path: string, what: RegExp) => [path, code(path).match(what)?.length];
    expect(later.map((path) => count(path, AS_A_PART))).toEqual(later.map((path) => count(path, IMPORTED_LATER)));
  });
});
