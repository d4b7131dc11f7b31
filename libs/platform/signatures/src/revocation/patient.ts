import { setTimeout as sleep } from 'node:timers/promises';
import { keyOf, type RevocationSource } from './revocation-source';

/** Nobody who signs waits longer for authorities, however many are asked. */
const WAIT_MS = 8_000;
/** Whoever was late is not waited for again so soon: fifty letters would wait fifty times. */
const AGAIN_MS = 60_000;
const LATE = Symbol('late');

/** What comes late is no answer. @returns begins to wait: one waiting for all that is asked of one signature. */
export function patient(source: RevocationSource, waitMs = WAIT_MS): () => RevocationSource {
  const late = new Set<string>();
  return () => {
    const over = sleep(waitMs, LATE, { ref: false });
    return {
      ask: async (question) => {
        const key = keyOf(question);
        if (late.has(key)) return null;
        const answer = await Promise.race([source.ask(question), over]);
        if (answer !== LATE) return answer;
        late.add(key);
        setTimeout(() => late.delete(key), AGAIN_MS).unref();
        return null;
      },
    };
  };
}
