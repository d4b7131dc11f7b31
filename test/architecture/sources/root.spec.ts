import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';

const ROOT = join(__dirname, '../../..');
/** Whatever else lies in the root was left there by accident: what a command writes goes to `dist`, `reports` or a folder that it is given. */
const FOLDERS = ['.ci', 'apps', 'bench', 'docker', 'docs', 'libs', 'test'];
const FOR_READERS = ['CHANGELOG.md', 'CONTRIBUTING.md', 'LICENSE', 'README.md'];
const FOR_TOOLS = [
  '.dependency-cruiser.cjs',
  '.dockerignore',
  '.gitattributes',
  '.gitignore',
  '.npmrc',
  '.prettierignore',
  '.prettierrc.json',
  '.swcrc',
  'eslint.config.mjs',
  'jest.config.cjs',
  'nest-cli.json',
  'package-lock.json',
  'package.json',
  'stryker.config.mjs',
  'tsconfig.build.json',
  'tsconfig.json',
];

describe('the root of the repository', () => {
  it('holds what is named here and nothing else', () => {
    expect(inRoot().sort()).toEqual([...FOLDERS, ...FOR_READERS, ...FOR_TOOLS].sort());
  });

  it('is read in the same way where there is no git', () => {
    expect(withoutGit().sort()).toEqual(inRoot().sort());
  });
});

/** What git keeps, and what it would keep if somebody said `git add .`. */
function inRoot(): string[] {
  if (!existsSync(join(ROOT, '.git'))) return withoutGit();
  const listed = ['ls-files', '-z', '--cached', '--others', '--exclude-standard'];
  const paths = execFileSync('git', listed, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 }).split('\0');
  return [...new Set(paths.map((path) => path.split('/')[0] ?? ''))].filter(
    (name) => existsSync(join(ROOT, name)) && name,
  );
}

/** An archive of the sources has no git: there all counts that .gitignore does not name. */
function withoutGit(): string[] {
  const ignored = readFileSync(join(ROOT, '.gitignore'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/^\/|\/$/g, ''))
    .filter((line) => line !== '');
  return readdirSync(ROOT).filter((name) => name !== '.git' && !ignored.some((pattern) => matchesGlob(name, pattern)));
}
