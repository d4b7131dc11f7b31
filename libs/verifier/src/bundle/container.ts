import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readUpTo } from '../log/log-source';
import { Wrong } from '../wrong';

/** The files of an evidence bundle, wherever they lie. */
export interface Container {
  readonly paths: ReadonlySet<string>;
  /** The bytes of one of these paths. */
  read(path: string): Promise<Uint8Array>;
}

export const MOST_FILES = 65_535;
export const MOST_FILE_BYTES = 256 * 1024 * 1024;

/** Letters, digits, dots, dashes and low lines; no part begins with a dot, so none leads out of the bundle. */
const PATH = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
const LONGEST_PATH = 500;

export function isPathInBundle(path: string): boolean {
  return path.length <= LONGEST_PATH && PATH.test(path);
}

export async function folderContainer(folder: string): Promise<Container> {
  const paths = new Set<string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/');
    if (entry.isDirectory()) continue;
    // A link could lead anywhere.
    if (!entry.isFile() || !isPathInBundle(path) || paths.size >= MOST_FILES) {
      throw new Wrong('file-unexpected', { path });
    }
    paths.add(path);
  }
  return {
    paths,
    read: async (path) => {
      const bytes = await readUpTo(join(folder, path), MOST_FILE_BYTES);
      if (!bytes || bytes.length > MOST_FILE_BYTES) throw new Wrong('file-unexpected', { path });
      return bytes;
    },
  };
}
