import { AsyncLocalStorage } from 'node:async_hooks';

/** For whom work is done, as far as its turn goes; what a person may do is never decided by it. */
export interface Asker {
  /** All work of one person takes its turn with that of the others. */
  readonly person: string;
  /** Has no session: his work never takes a turn of those who have one. */
  readonly isStranger?: boolean;
  /** What was asked for, to tell the person which of his requests waits. */
  readonly operation: string;
  /** Aborted when nobody waits for the answer any more. */
  readonly signal: AbortSignal;
  /** Has had a turn: what the request still needs is not refused in its midst. */
  begun: boolean;
}

const asking = new AsyncLocalStorage<Asker>();

/** Everything that `work` has done in turns is done for this asker. */
export function onBehalfOf<T>(asker: Omit<Asker, 'begun'>, work: () => T): T {
  return asking.run({ ...asker, begun: false }, work);
}

/** Absent for what the office does by itself, such as its jobs. */
export const currentAsker = (): Asker | undefined => asking.getStore();
