import { setTimeout as sleep } from 'node:timers/promises';
import { basename } from 'node:path';
import { END_WITH_LAUNCHER } from './end-child';
import { factsOf, isThere, type ProcessFacts, processIds, tell, variableOf } from './process-facts';
import type { ProcessNote } from './process-note';

const GRACE_MS = 10_000;
const LOOKED_AT_EVERY_MS = 20;

/**
 * Ends what a killed launcher of this data folder has left running, and waits until it has given back its port: with SIGTERM, then
 * with SIGKILL. Only the folder's one launcher may call this: whatever else a launcher has started there is then an orphan. Where the
 * system does not tell what runs (outside Linux) nothing is ended; such processes end by themselves soon.
 * @param notes of processes that may have been killed with their launcher: such a one cannot be recognised, and may still hold the port.
 */
export async function endOrphans(dataFolder: string, notes: readonly ProcessNote[], stop: AbortSignal): Promise<void> {
  const orphans = processIds().flatMap((id) => orphan(id, dataFolder) ?? []);
  for (const { id } of orphans) {
    tell(id, 'SIGTERM');
    // One that was stopped hears nothing.
    tell(id, 'SIGCONT');
  }
  const begun = performance.now();
  for (let isKilled = false; orphans.some(isThere);) {
    stop.throwIfAborted();
    if (!isKilled && performance.now() - begun > GRACE_MS) {
      isKilled = true;
      for (const each of orphans.filter(isThere)) tell(each.id, 'SIGKILL');
    }
    await sleep(LOOKED_AT_EVERY_MS);
  }
  for (const note of notes) await untilGone(note, stop);
}

/** Waits for one that was killed. */
export async function untilGone(note: ProcessNote, stop: AbortSignal): Promise<void> {
  while (note.isOfOneThatEnds()) {
    stop.throwIfAborted();
    await sleep(LOOKED_AT_EVERY_MS);
  }
}

function orphan(id: number, dataFolder: string): ProcessFacts | undefined {
  const facts = factsOf(id);
  const isOurs = facts?.words.some((word) => basename(word) === basename(END_WITH_LAUNCHER));
  return isOurs && variableOf(id, 'PATRAVALI_DATA') === dataFolder ? facts : undefined;
}
