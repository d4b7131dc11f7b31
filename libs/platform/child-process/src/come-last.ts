import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';

/**
 * From now on a process works while nobody else wants the processor. For one that has a session of its own (a child that `givesWay`, a
 * process of PostgreSQL), which gets a sixtieth of what another gets: Linux shares a processor out among sessions first, and only within
 * one does it ask who is nice. It cannot be taken back.
 * @param processId this one, if not given.
 */
export function comeLast(processId = process.pid): void {
  const { PRIORITY_LOW } = constants.priority;
  const session = `/proc/${processId}/autogroup`;
  for (const tell of [() => setPriority(processId, PRIORITY_LOW), () => writeFileSync(session, String(PRIORITY_LOW))])
    try {
      tell();
    } catch {
      // The system has no such thing, or does not allow it: the work is the same.
    }
}
