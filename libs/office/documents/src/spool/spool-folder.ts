import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';

/** No work with such a file takes this long (milliseconds): an older one was left behind, whoever wrote it. */
const LONGEST_WORK = 60 * 60 * 1000;

/** Several processes, perhaps of several machines, may spool into one folder: the name says whose a file is. */
const OWNER = `${hostname().replaceAll(/[^\w-]/g, '_')}.${String(process.pid)}`;
const inUse = new Set<string>();

/**
 * What lies in the spool for a while: an upload that arrives, the letters of a whole file that is being bound, a bundle, the folder in
 * which an inspector, or who recognises text, finds the document that it reads, the copy in which passages become black, the pictures of
 * which a document is made.
 */
export type SpoolKind = 'upload' | 'whole-file' | 'bundle' | 'inspection' | 'recognition' | 'blackening' | 'pictures';

export const spoolFolder = (dataFolder: string): string => join(dataFolder, 'spool');

/** A place of this process in the spool: nothing stands there yet. */
export interface SpoolPlace {
  readonly path: string;
  /** Removes whatever stands there by then; twice does no harm. */
  dispose(): Promise<void>;
}

/** Makes the folder when it is absent, for this user alone. */
export async function newSpoolPlace(folder: string, kind: SpoolKind): Promise<SpoolPlace> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = `${OWNER}.${randomUUID()}.${kind}`;
  const path = join(folder, name);
  inUse.add(name);
  const dispose = async () => {
    await rm(path, { recursive: true, force: true });
    inUse.delete(name);
  };
  return { path, dispose };
}

/** Removes what processes that no longer run have left in the folder, and what is too old to be in use by anybody. */
export async function clearSpool(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [] as string[])) {
    const path = join(folder, name);
    if (
      /\.(upload|whole-file|bundle|inspection|recognition|blackening|pictures)$/.test(name) &&
      (isOrphan(name) || (await isOld(path)))
    ) {
      await rm(path, { recursive: true, force: true });
    }
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
  return found !== null && Date.now() - found.mtimeMs > LONGEST_WORK;
}
