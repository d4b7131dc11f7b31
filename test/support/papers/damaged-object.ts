import { readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a folder store keeps an object. */
export const objectPath = (dataFolder: string, sha256: string, place = 'objects'): string =>
  join(dataFolder, place, sha256.slice(0, 2), sha256.slice(2));

/** What happens to files on disks. */
export const DAMAGES = {
  missing: (path: string) => rm(path),
  'cut short': (path: string) => truncate(path, 100),
  changed: async (path: string) => {
    const bytes = await readFile(path);
    const last = bytes.length - 1;
    bytes.writeUInt8(bytes.readUInt8(last) ^ 1, last);
    await writeFile(path, bytes);
  },
} as const;
