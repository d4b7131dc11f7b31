import { keyOf, type RevocationSource } from './revocation-source';

const KEPT_MS = 10 * 60_000;
/** A list may have megabytes. */
const MOST = 8;

/** Asks each question once in a while: whoever signs fifty letters has the same certificate in all of them. What came to nothing is asked again. */
export function remembered(source: RevocationSource): RevocationSource {
  const kept = new Map<string, Promise<Uint8Array | null>>();
  return {
    ask: async (question) => {
      const key = keyOf(question);
      const known = kept.get(key);
      if (known) return await known;
      const [oldest] = kept.keys();
      if (kept.size >= MOST && oldest !== undefined) kept.delete(oldest);
      const asked = source.ask(question);
      kept.set(key, asked);
      setTimeout(() => kept.delete(key), KEPT_MS).unref();
      const answer = await asked;
      if (!answer) kept.delete(key);
      return answer;
    },
  };
}
