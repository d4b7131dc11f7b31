import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOKED_EVERY_MS = 20;
const HELD_WITHIN_MS = 5;

/** Kills the first process that this one starts from a file of this name, as soon as it is there. Linux alone tells. */
export async function killedOnce(file: string): Promise<void> {
  for (;;) {
    const child = childOf(file);
    if (child !== undefined) {
      process.kill(child, 'SIGKILL');
      return;
    }
    await pause(LOOKED_EVERY_MS);
  }
}

/**
 * Stops every process that this one starts from a file of this name, as soon as it is there, until all of them shall go
 * on: what waits for their answers waits until then. Linux alone tells.
 */
export function holdChildren(file: string): { letGo(): void } {
  const held = new Set<number>();
  const look = () => {
    for (const id of childrenOf(file)) {
      if (!held.has(id) && signalled(id, 'SIGSTOP')) held.add(id);
    }
  };
  look();
  const looking = setInterval(look, HELD_WITHIN_MS);
  const letGo = () => {
    clearInterval(looking);
    for (const id of held) if (parentOf(id) === process.pid) signalled(id, 'SIGCONT');
    held.clear();
  };
  return { letGo };
}

const childOf = (file: string): number | undefined => childrenOf(file)[0];

/** The processes that this one has started from a file of this name. */
export function childrenOf(file: string): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => parentOf(id) === process.pid && told(id, 'cmdline').includes(file));
}

/** False for one that has ended meanwhile. */
function signalled(id: number, signal: NodeJS.Signals): boolean {
  try {
    return process.kill(id, signal);
  } catch {
    return false;
  }
}

function parentOf(id: number): number {
  const stat = told(id, 'stat');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Empty for one that has ended meanwhile. */
function told(id: number, what: string): string {
  try {
    return readFileSync(`/proc/${String(id)}/${what}`, 'utf8');
  } catch {
    return '';
  }
}
