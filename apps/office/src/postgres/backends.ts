import { readlinkSync, readFileSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { processIds, tell } from '../processes/process-facts';

const GRACE_MS = 5_000;
const LOOKED_AT_EVERY_MS = 20;
/** What the system calls each process of the server. */
const NAME = 'postgres\n';

/**
 * Ends processes whose server was killed, and waits until they are gone: one that is busy notices late that it works for nobody, and no
 * new server starts beside it. What they have not committed is undone by the new one, as after any crash. Where the system does not
 * tell what runs (outside Linux) they end by themselves.
 */
export async function endBackends(data: string, stop?: AbortSignal): Promise<void> {
  const begun = performance.now();
  for (let left = backendsIn(data); left.length > 0; left = backendsIn(data)) {
    stop?.throwIfAborted();
    for (const id of left) tell(id, performance.now() - begun > GRACE_MS ? 'SIGKILL' : 'SIGQUIT');
    await sleep(LOOKED_AT_EVERY_MS);
  }
}

function backendsIn(data: string): number[] {
  const folder = realpathSync(data);
  return processIds().filter((id) => isBackend(id, folder));
}

function isBackend(id: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${id}/cwd`) === folder && readFileSync(`/proc/${id}/comm`, 'utf8') === NAME;
  } catch {
    return false;
  }
}
