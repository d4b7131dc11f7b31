import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DIST } from './running-office';

const HASHED = /([\w.~-]+-)([\w-]{8})(\.\w+)/g;
const TEXT = /\.(js|css|html)$/;

/**
 * A copy of what was built, for a spec that changes it. It lies within the repository, where the packages, the templates
 * and the demo office are found by walking up.
 */
export function ownDist(): string {
  const copy = mkdtempSync(join(DIST, 'copy-'));
  for (const part of ['apps', 'libs', 'web']) cpSync(join(DIST, part), join(copy, part), { recursive: true });
  return copy;
}

/**
 * Puts another version of the page into the place of the one that is served, as a deployment does: index.html names
 * other parts, and every part of the version before is gone. Only the hashes in the names differ.
 */
export function deployPage(dist: string): void {
  const page = join(dist, 'web');
  const assets = join(page, 'assets');
  for (const name of readdirSync(assets)) if (/\.(br|gz)$/.test(name)) rmSync(join(assets, name));
  const names = new Set(readdirSync(assets));
  const renamed = (text: string) => text.replace(HASHED, (found) => (names.has(found) ? otherHash(found) : found));
  for (const name of names) {
    if (TEXT.test(name)) rewrite(join(assets, name), renamed);
    renameSync(join(assets, name), join(assets, otherHash(name)));
  }
  for (const compressed of ['index.html.br', 'index.html.gz']) rmSync(join(page, compressed), { force: true });
  rewrite(join(page, 'index.html'), renamed);
}

function otherHash(name: string): string {
  return name.replace(
    HASHED,
    (_, before: string, hash: string, after: string) => before + hash.slice(1) + hash.charAt(0) + after,
  );
}

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')));
}

/** Takes one part of the page away from the server. @returns what puts it back. */
export function takeAway(dist: string, part: RegExp): () => void {
  const assets = join(dist, 'web', 'assets');
  const taken = readdirSync(assets).filter((name) => part.test(name));
  if (taken.length === 0) throw new Error(`the page has no part that matches ${String(part)}`);
  for (const name of taken) renameSync(join(assets, name), join(dist, name));
  return () => {
    for (const name of taken.splice(0)) renameSync(join(dist, name), join(assets, name));
  };
}
