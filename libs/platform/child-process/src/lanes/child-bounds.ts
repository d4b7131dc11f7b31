import { availableParallelism, totalmem } from 'node:os';

/** How many child processes one process of the office may have at once, and what they may take in sum. */
export interface ChildBounds {
  readonly processes: number;
  readonly megabytes: number;
}

/** `awaited`: a person waits for it. `unhurried`: nobody does. */
export type LaneName = 'awaited' | 'unhurried';
export type LaneBounds = Readonly<Record<LaneName, ChildBounds>>;

/** Beside those for people of the office: whoever has no session takes none of their turns. */
export const FOR_STRANGERS = 1;
const PROCESSES_FOR_EACH_CORE = 2;
const PROCESSES_BESIDE = 4;
const UNHURRIED_PROCESSES = 3 / 7;
const UNHURRIED_MEMORY = 0.4;
const OF_THE_MEMORY = 0.5;
/** A bundle or a scan alone may need half of it. */
const LEAST_MEGABYTES = 2048;
const BYTES_PER_MIB = 1024 * 1024;

/** What this machine bears beside the office and its database. */
export function boundsOfMachine(): ChildBounds {
  const limit = process.constrainedMemory();
  const memory = limit > 0 ? Math.min(limit, totalmem()) : totalmem();
  return {
    processes: PROCESSES_FOR_EACH_CORE * availableParallelism() + PROCESSES_BESIDE,
    megabytes: Math.max(LEAST_MEGABYTES, Math.floor((memory / BYTES_PER_MIB) * OF_THE_MEMORY)),
  };
}

/** What nobody waits for has the smaller part, and each has its own: neither ever waits for the other. */
export function divided({ processes, megabytes }: ChildBounds): LaneBounds {
  const ofTheOffice = processes - FOR_STRANGERS;
  const unhurried = Math.max(1, Math.floor(ofTheOffice * UNHURRIED_PROCESSES));
  const unhurriedMegabytes = Math.floor(megabytes * UNHURRIED_MEMORY);
  return {
    awaited: { processes: processes - unhurried, megabytes: megabytes - unhurriedMegabytes },
    unhurried: { processes: unhurried, megabytes: unhurriedMegabytes },
  };
}
