/** What `keeping.cjs` gives to every suite. */
interface Worker {
  readonly keptByWorker: Map<string, Promise<Closable>>;
  readonly requiredByWorker: (name: string) => unknown;
}

interface Closable {
  close(): Promise<unknown>;
}

const worker = globalThis as unknown as Worker;

/** One for all suites of this worker: the first that asks makes it, and it is made anew once it is of no use any more. */
export async function keptByWorker<T extends Closable>(
  name: string,
  make: () => Promise<T>,
  isUsable: (kept: T) => boolean,
): Promise<T> {
  const kept = (await worker.keptByWorker.get(name)?.catch(() => undefined)) as T | undefined;
  if (kept && isUsable(kept)) return kept;
  const made = make();
  worker.keptByWorker.set(name, made);
  return await made;
}

/** A package that is loaded once for all suites of this worker: what is kept must not belong to the suite that made it. */
export const requiredByWorker = (name: string): unknown => worker.requiredByWorker(name);
