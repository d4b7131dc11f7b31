import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../../..');

export interface Source {
  /** From the root of the repository, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** The product's own TypeScript, without its tests: `apps/api`, `libs/*`. */
export function sourcesIn(...folders: readonly string[]): Source[] {
  const found = folders.flatMap((folder) => globSync(`${folder}/{src,contract}/**/*.ts`, { cwd: ROOT }));
  return [...new Set(found)]
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => !/\.(spec|contract)\.ts$/.test(path))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** A file of the repository as text. */
export function fileText(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}

/** A file of the repository as JSON. */
export function fileJson(path: string): unknown {
  return JSON.parse(fileText(path));
}
