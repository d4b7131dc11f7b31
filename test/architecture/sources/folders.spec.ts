import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';

const ROOT = join(__dirname, '../../..');
const MOST_FILES = 15;
/** How many folders below a root a chain of imports may pass through. */
const LONGEST_CHAIN = 9;
/** A package with folders of its own. */
const PACKAGE = /^(?:apps|libs)\/(?:[\w-]+\/){1,2}src(?=\/)/;
const COUNTED = /\.(tsx?|css|sql|json)$/;
const CODE = /\.tsx?$/;

interface Sources {
  readonly root: string;
  /** Paths from the root of the repository. */
  readonly files: readonly string[];
  readonly imports: readonly (readonly [from: string, to: string])[];
}

function filesIn(...folders: string[]): string[] {
  const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', ...folders], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => path !== '' && existsSync(join(ROOT, path)));
}

function sourcesOf(root: string, all: readonly string[]): Sources {
  const files = all.filter((path) => path.startsWith(`${root}/`));
  const known = new Set(files);
  const imports = files.filter((path) => CODE.test(path)).flatMap((from) => importsOf(from, known));
  return { root, files, imports };
}

function importsOf(from: string, known: ReadonlySet<string>): (readonly [string, string])[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(ROOT, from), 'utf8'), true, true);
  return importedFiles.flatMap(({ fileName }) => {
    if (!fileName.startsWith('.')) return [];
    const path = posix.join(posix.dirname(from), fileName);
    const to = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`].find((each) => known.has(each));
    return to === undefined ? [] : [[from, to] as const];
  });
}

/** Folders with more files than one sees at a glance; messages are one file a topic, and are looked up by it. */
function crowded(files: readonly string[]): string[] {
  const counted = files.filter((path) => COUNTED.test(path) && !path.includes('/messages/'));
  const byFolder = Map.groupBy(counted, (path) => posix.dirname(path));
  return [...byFolder]
    .filter(([, held]) => held.length > MOST_FILES)
    .map(([folder, held]) => `${folder}: ${held.length}`);
}

/** Pairs of folders, at any depth and with all below them, of which each imports the other. */
function mutual({ root, imports }: Sources): string[] {
  const met = new Set(imports.flatMap(([from, to]) => pairsOf(root, from, to)));
  const both = [...met].filter((pair) => met.has(pair.split(' ').toReversed().join(' ')));
  return both.filter((pair) => pair < pair.split(' ').toReversed().join(' '));
}

function pairsOf(root: string, from: string, to: string): string[] {
  const [own, other] = [posix.dirname(from), posix.dirname(to)];
  const apart = foldersAbove(root, own).flatMap((one) =>
    foldersAbove(root, other)
      .filter((two) => !isWithin(one, two) && !isWithin(two, one))
      .map((two) => `${one} ${two}`),
  );
  // A folder and one within it may not import each other either.
  return own === other ? apart : [...new Set([...apart, `${own} ${other}`])];
}

const isWithin = (inner: string, outer: string) => `${inner}/`.startsWith(`${outer}/`);

function foldersAbove(root: string, folder: string): string[] {
  return folder === root ? [] : [folder, ...foldersAbove(root, posix.dirname(folder))];
}

/** The longest chain of folders right below the root, each of which imports the next; it ends at one that comes again. */
function longestChain({ root, imports }: Sources): string[] {
  const folderOf = (path: string) => path.slice(root.length + 1).split('/')[0] ?? '';
  const below = Map.groupBy(imports, ([from]) => folderOf(from));
  const found = new Map<string, string[]>();
  const chainFrom = (folder: string, before: readonly string[]): string[] => {
    if (before.includes(folder)) return [];
    const known = found.get(folder);
    if (known) return known;
    const next = new Set((below.get(folder) ?? []).map(([, to]) => folderOf(to)).filter((to) => to !== folder));
    const chains = [...next].map((to) => chainFrom(to, [...before, folder]));
    const chain = [folder, ...longest(chains)];
    found.set(folder, chain);
    return chain;
  };
  return longest([...below.keys()].map((folder) => chainFrom(folder, [])));
}

const longest = (chains: readonly string[][]): string[] =>
  chains.reduce((best, chain) => (chain.length > best.length ? chain : best), []);

const FILES = filesIn('apps', 'libs', 'test', 'bench', 'docker');
const PACKAGES = [...new Set(FILES.flatMap((path) => PACKAGE.exec(path)?.[0] ?? []))].sort();
const ROOTS = [...PACKAGES, 'bench', 'test'];

describe('the folders', () => {
  it('are read, of every package', () => {
    expect(PACKAGES.length).toBeGreaterThan(30);
    expect(sourcesOf('apps/web/src', FILES).imports.length).toBeGreaterThan(100);
    expect(sourcesOf('libs/office/letters/src', FILES).imports.length).toBeGreaterThan(100);
  });

  it(`hold at most ${MOST_FILES} files each`, () => {
    expect(crowded(FILES)).toEqual([]);
  });
});

describe.each(ROOTS)('the folders of %s', (root) => {
  const sources = sourcesOf(root, FILES);

  it('never import each other', () => {
    expect(mutual(sources)).toEqual([]);
  });

  it(`stand in chains of at most ${LONGEST_CHAIN}`, () => {
    const chain = longestChain(sources);
    expect(chain.length > LONGEST_CHAIN ? chain : []).toEqual([]);
  });
});

describe('folders that break the rules', () => {
  const sources = (imports: Sources['imports']): Sources => ({ root: 'r', files: [], imports });

  it('are found when they are crowded', () => {
    const held = Array.from({ length: MOST_FILES + 1 }, (_, index) => `r/a/${index}.ts`);
    expect(crowded(held)).toEqual(['r/a: 16']);
    expect(crowded(held.slice(1))).toEqual([]);
  });

  it('are found when they import each other, also by what lies within them', () => {
    const one = ['r/a/x/1.ts', 'r/b/2.ts'] as const;
    expect(mutual(sources([one, ['r/b/y/3.ts', 'r/a/4.ts']]))).toEqual(['r/a r/b']);
    expect(mutual(sources([one, ['r/c/3.ts', 'r/a/4.ts']]))).toEqual([]);
    expect(
      mutual(
        sources([
          ['r/a/1.ts', 'r/a/x/2.ts'],
          ['r/a/x/3.ts', 'r/a/4.ts'],
        ]),
      ),
    ).toEqual(['r/a r/a/x']);
  });

  it('are found when a chain is long', () => {
    const chain = longestChain(
      sources([
        ['r/a/1.ts', 'r/b/1.ts'],
        ['r/a/1.ts', 'r/c/1.ts'],
        ['r/b/2.ts', 'r/c/2.ts'],
      ]),
    );
    expect(chain).toEqual(['a', 'b', 'c']);
  });
});
