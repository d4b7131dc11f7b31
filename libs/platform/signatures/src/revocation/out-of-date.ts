const MINUTE_MS = 60_000;
/** So far the clocks of two machines may differ. */
const SKEW_MS = 5 * MINUTE_MS;
/** An answer that does not say until when it holds. */
const WITHOUT_END_MS = 24 * 60 * MINUTE_MS;

interface Times {
  /** When its authority knew what it says. */
  readonly made: Date;
  /** When the next one comes. */
  readonly next: Date | undefined;
  readonly now: Date;
}

/** Whoever repeats what an authority said long ago, or will say, has told nothing. */
export function isOutOfDate({ made, next, now }: Times): boolean {
  const until = next?.getTime() ?? made.getTime() + WITHOUT_END_MS;
  return made.getTime() > now.getTime() + SKEW_MS || until < now.getTime();
}
