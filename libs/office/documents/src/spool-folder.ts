import { readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** No upload takes this long (milliseconds): an older file was left behind, whoever wrote it. */
const LONGEST_UPLOAD = 60 * 60 * 1000;

/** Several processes, perhaps of several machines, may spool into one folder: the name says whose a file is. */
const OWNER = `${hostname().replaceAll(/[^\w-]/g, '_')}.${String(process.pid)}`;
const inUse = new Set<string>();

/** A name for a new file of this process. */
export function newSpoolName(id: string): string {
  const name = `${OWNER}.${id}.upload`;
  inUse.add(name);
  return name;
}

/** To be called when the file is gone. */
export function forgetSpoolName(name: string): void {
  inUse.delete(name);
}

/** To be called when the office starts: removes what processes that no longer run have left in the folder. */
export async function clearSpool(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    const path = join(folder, name);
    if (name.endsWith('.upload') && (isOrphan(name) || (await isOld(path)))) await rm(path, { force: true });
  }
}

function isOrphan(name: string): boolean {
  const [host = '', pid = ''] = name.split('.');
  if (`${host}.${pid}` === OWNER) return !inUse.has(name);
  return host === OWNER.split('.')[0] && !isRunning(Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

async function isOld(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && Date.now() - found.mtimeMs > LONGEST_UPLOAD;
}
