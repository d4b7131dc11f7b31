import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

const LOG_FILE = /^[0-9A-F]{24}(\.|$)/;
/** Timelines are numbered in the first eight digits; what follows is the place in the log. */
const placeOf = (name: string) => name.slice(8, 24);

/** In bytes: all of it, or what comes from this file of the log on. */
export async function sizeOfArchive(folder: string, firstLogFile?: string): Promise<number> {
  let size = 0;
  for (const name of await readdir(folder)) {
    if (firstLogFile && placeOf(name) < placeOf(firstLogFile)) continue;
    size += (await stat(join(folder, name)).catch(() => ({ size: 0 }))).size;
  }
  return size;
}

/** Removes what comes before this file of the log. */
export async function trimArchive(folder: string, firstLogFile: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (LOG_FILE.test(name) && placeOf(name) < placeOf(firstLogFile)) await rm(join(folder, name), { force: true });
  }
}
