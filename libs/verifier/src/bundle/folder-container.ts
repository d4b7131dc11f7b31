import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { readUpTo } from '../log/log-source';
import { Wrong } from '../primitives/wrong';
import { type Container, isPathInBundle, MOST_FILE_BYTES, MOST_FILES } from './container';

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
