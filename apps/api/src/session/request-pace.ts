import { Refusal } from '@patravali/errors';
import { setTimeout as sleep } from 'node:timers/promises';

/** So many seconds of requests a person may ask at once: a page with all that stands on it is some dozen. */
const AHEAD_S = 2;
const LONGEST_WAIT_MS = 10_000;
/** Who has not asked for a while is forgotten when so many are known. */
const KNOWN = 1_000;

/**
 * The pace at which one person's requests are taken by this process: whoever asks faster waits, and not the others. A person at a page
 * never gets there; a program in a circle does, or a page that somebody has made to ask without end.
 */
export class RequestPace {
  /** When what each person has asked so far would have been done at the pace, in the milliseconds of `performance.now()`. */
  private readonly doneAt = new Map<string, number>();

  /** @param perSecond absent: as many as they like */
  constructor(private readonly perSecond?: number) {}

  /** Until it is the turn of this request. @throws Refusal `too-many-requests` when that would take too long; it is not counted then. */
  async turn(person: string): Promise<void> {
    const waitMs = this.take(person, performance.now());
    if (waitMs > 0) await sleep(waitMs);
  }

  /** How long this request has to wait. */
  take(person: string, now: number): number {
    if (this.perSecond === undefined) return 0;
    const doneAt = Math.max(this.doneAt.get(person) ?? 0, now) + 1_000 / this.perSecond;
    const waitMs = doneAt - now - AHEAD_S * 1_000;
    if (waitMs > LONGEST_WAIT_MS) {
      throw new Refusal('too-many-requests', {}, { retryAfter: LONGEST_WAIT_MS / 1_000 });
    }
    if (this.doneAt.size >= KNOWN) this.forget(now);
    this.doneAt.set(person, doneAt);
    return Math.max(waitMs, 0);
  }

  private forget(now: number): void {
    for (const [person, doneAt] of this.doneAt) if (doneAt <= now) this.doneAt.delete(person);
  }
}
