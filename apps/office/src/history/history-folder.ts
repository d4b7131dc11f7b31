import { join } from 'node:path';

/** Where an office with an embedded database keeps what its history is made of, below its data folder. */
export function historyFolders(dataFolder: string): { baseCopies: string; logArchive: string } {
  return { baseCopies: join(dataFolder, 'base-copies'), logArchive: join(dataFolder, 'wal-archive') };
}
