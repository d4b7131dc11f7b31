import { Refusal } from '@patravali/errors';

/** Each hash takes 64 MiB and a core for about 60 ms; more at once would starve the office's work. */
const AT_ONCE = 2;
/** A whole office at the beginning of its day: about ten seconds of waiting. */
const MOST_WAITING = 400;

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Runs work on a password when its turn comes.
 * @throws Refusal `too-many-requests` when too many wait already.
 */
export async function withPasswordSlot<T>(work: () => Promise<T>): Promise<T> {
  if (running < AT_ONCE) running += 1;
  else await turn();
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

/** Whoever ends hands the place on, so `running` stays as it is. */
function turn(): Promise<void> {
  if (waiting.length >= MOST_WAITING) throw new Refusal('too-many-requests', {}, { retryAfter: 3 });
  return new Promise((resolve) => waiting.push(resolve));
}
