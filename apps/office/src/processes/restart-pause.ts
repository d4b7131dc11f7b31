const FIRST_MS = 250;
const SLOWEST_MS = 10_000;
const QUIET_MS = 60_000;

/** How long to wait until a process that died is started again: longer each time, short again after a quiet minute. */
export class RestartPause {
  private pause = 0;
  private lastDeath = -Infinity;

  /** Milliseconds, after a death at this time. */
  next(now: number = performance.now()): number {
    const quiet = now - this.lastDeath > QUIET_MS;
    this.pause = quiet ? FIRST_MS : Math.min(this.pause * 2, SLOWEST_MS);
    this.lastDeath = now;
    return this.pause;
  }
}
