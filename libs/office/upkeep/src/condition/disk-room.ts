import { statfs } from 'node:fs/promises';

/** Room on the disk where this machine keeps the data of the office. */
export interface DiskRoom {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** As far as this account may use it. */
export async function diskRoom(folder: string): Promise<DiskRoom> {
  const { bavail, blocks, bsize } = await statfs(folder);
  return { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
}
