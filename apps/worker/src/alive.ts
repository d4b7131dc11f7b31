import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const EVERY_MS = 5_000;
/** A worker that has said nothing for so long hangs or has died. */
const SILENT_MS = 30_000;

const signOf = (dataFolder: string) => join(dataFolder, 'worker-alive');

/** The worker opens no port. That it lives it says in its data folder, for whoever supervises its container. */
export function sayAlive(dataFolder: string, everyMs = EVERY_MS): void {
  mkdirSync(dataFolder, { recursive: true });
  const say = () => {
    try {
      writeFileSync(signOf(dataFolder), String(process.pid));
    } catch {
      // A full disk is no reason to die; the sign becomes old meanwhile.
    }
  };
  say();
  setInterval(say, everyMs).unref();
}

export function isAlive(dataFolder: string, now = Date.now()): boolean {
  const said = statSync(signOf(dataFolder), { throwIfNoEntry: false })?.mtimeMs;
  return said !== undefined && now - said < SILENT_MS;
}
