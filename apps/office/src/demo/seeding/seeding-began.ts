import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (dataFolder: string): string => join(dataFolder, 'demo-began');

/**
 * When the seeding of the demo office began: now, or before it was stopped. Its story is told up to then. Told on a later day up
 * to that day, it would be another one, and could not be gone on with.
 */
export function seedingBegan(dataFolder: string): Date {
  const file = fileIn(dataFolder);
  try {
    const began = new Date(readFileSync(file, 'utf8'));
    if (!Number.isNaN(began.getTime())) return began;
  } catch {
    // It begins only now.
  }
  const now = new Date();
  mkdirSync(dataFolder, { recursive: true, mode: 0o700 });
  writeFileSync(file, now.toISOString(), { mode: 0o600 });
  return now;
}

export function forgetBeginning(dataFolder: string): void {
  rmSync(fileIn(dataFolder), { force: true });
}
