import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/** Linux shares a processor out among sessions first, and only within one does it ask who is nice. */
const SESSION = '/proc/self/autogroup';

/**
 * From now on this process works while nobody else wants the processor. For a child that has a session of its own
 * (`givesWay`), which gets a sixtieth of what another gets. It cannot take that back.
 */
export function comeLast(): void {
  const { PRIORITY_LOW } = constants.priority;
  for (const tell of [() => setPriority(PRIORITY_LOW), () => writeFileSync(SESSION, String(PRIORITY_LOW))])
    try {
      tell();
    } catch {
      // The system has no such thing, or does not allow it: the work is the same.
    }
}
