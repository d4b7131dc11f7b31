import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { folderContainer } from '../bundle/folder-container';
import { MANIFEST } from '../bundle/manifest';
import { verifyBundle } from '../bundle/verify-bundle';
import { zipContainer } from '../bundle/zip';
import { addressSource, folderSource, readUpTo } from '../log/log-source';
import { verifyLog } from '../log/verify-log';
import { Wrong } from '../primitives/wrong';
import type { Wish } from './arguments';
import { type Fact, factsOfBundle, factsOfLog } from './facts';

const MOST_ZIP_BYTES = 1024 * 1024 * 1024;

/** Finds out what the target is and verifies it. Throws what is wrong first. */
export async function verifyTarget(wish: Wish): Promise<Fact[]> {
  const { target } = wish;
  if (/^https?:\/\//.test(target)) {
    const address = target.replace(/(?<!\/)\/+$/, '').replace(/(?<!\/log)$/, '/log');
    return factsOfLog(await verifyLog(addressSource(address), { ...wish, withEntries: false }), wish, 'public');
  }
  if (await isFile(target)) {
    const bytes = await readUpTo(target, MOST_ZIP_BYTES);
    if (!bytes || bytes.length > MOST_ZIP_BYTES) throw new Wrong('target-unreadable', { path: target });
    return factsOfBundle(await verifyBundle(zipContainer(bytes), wish), wish);
  }
  if (await isFile(join(target, MANIFEST))) {
    return factsOfBundle(await verifyBundle(await folderContainer(target), wish), wish);
  }
  const inside = join(target, 'log');
  const folder = (await isFolder(inside)) ? inside : target;
  if (!(await isFolder(join(folder, 'tile'))) && !(await isFile(join(folder, 'checkpoint')))) {
    throw new Wrong('target-unreadable', { path: target });
  }
  return factsOfLog(await verifyLog(folderSource(folder), { ...wish, withEntries: true }), wish, 'whole');
}

async function isFile(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
