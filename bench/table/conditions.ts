import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { CHECKOUT } from '../office/build';
import type { Conditions } from './readme-table';

/** Begins now. @returns what it was measured under, once it is done. */
export function conditionsOf(files: number): () => Conditions {
  const [before, version] = [load(), commit()];
  return () => ({ at: new Date(), commit: version, files, cores: cpus().length, load: [before, load()] });
}

const load = () => loadavg()[0] ?? Number.NaN;

/** Of the version that is measured, with a word when it was changed since. */
function commit(): string | null {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: CHECKOUT, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no', '--', 'apps', 'libs', 'bench');
    return `${git('rev-parse', '--short=8', 'HEAD')}${changed ? ' with changes' : ''}`;
  } catch {
    return null;
  }
}
