import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runFolder } from '../database/cluster';

/** A disk of its own that is full soon. */
export interface SmallDisk {
  readonly folder: string;
  /** Writes until only so many bytes are left, or none at all. */
  fill(leave?: number): Promise<void>;
  empty(): Promise<void>;
  unmount(): void;
}

const BLOCK = 4096;

/** Null where this account may not mount, which a spec shows as skipped. Mounted at once, so that it can be asked first. */
export function mountSmallDisk(bytes: number): SmallDisk | null {
  const folder = join(runFolder(), `small-disk-${String(process.pid)}-${String(Date.now())}`);
  mkdirSync(folder);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${String(bytes)},mode=0700`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    process.stdout.write('skipped: this account may not mount a small disk\n');
    return null;
  }
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: async (leave = 0) => {
      const file = await open(filler, 'a');
      try {
        for (;;) await file.write(Buffer.alloc(BLOCK, 1));
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
        const { size } = await file.stat();
        if (leave > 0) await file.truncate(Math.max(0, size - leave));
      } finally {
        await file.close();
      }
    },
    empty: () => rm(filler, { force: true }),
    unmount: () => {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
