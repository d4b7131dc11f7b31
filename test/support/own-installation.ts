import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runFolder } from './cluster';
import { REPOSITORY } from './running-office';

/** Found from `dist` by walking up. */
const BESIDE_DIST = ['apps', 'libs', 'node_modules', 'package.json'];
const HASHED = /([\w.-]+-)([\w-]{8})(\.\w+)/g;
const TEXT = /\.(js|css|html)$/;

/** An installation that a spec may change: what was built is its own, the rest stands behind links. */
export function ownInstallation(): string {
  const folder = mkdtempSync(join(runFolder(), 'installation-'));
  cpSync(join(REPOSITORY, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const name of BESIDE_DIST) symlinkSync(join(REPOSITORY, name), join(folder, name));
  return folder;
}

/**
 * Puts another version of the page into the place of the one that is served, as a deployment does: index.html names
 * other parts, and every part of the version before is gone. Only the hashes in the names differ.
 */
export function deployPage(installation: string): void {
  const page = join(installation, 'dist', 'web');
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
export function takeAway(installation: string, part: RegExp): () => void {
  const assets = join(installation, 'dist', 'web', 'assets');
  const taken = readdirSync(assets).filter((name) => part.test(name));
  for (const name of taken) renameSync(join(assets, name), join(installation, name));
  return () => {
    for (const name of taken) renameSync(join(installation, name), join(assets, name));
  };
}
