import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const LOOKED_EVERY_MS = 20;

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

function childOf(file: string): number | undefined {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .find((id) => parentOf(id) === process.pid && told(id, 'cmdline').includes(file));
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
