const MS_PER_MICROSECOND = 0.001;

/** How much of the processor this process has used since its event loop was last seen to turn. */
export class LoopMeter {
  private seen: number;
  private before: number;

  constructor(
    private readonly turns: () => number,
    private readonly usedMs: () => number = usedByThisProcess,
  ) {
    this.seen = turns();
    this.before = usedMs();
  }

  /** 0 if it has turned since this was asked last. */
  processorMsSinceTurn(): number {
    const now = this.turns();
    if (now !== this.seen) {
      this.seen = now;
      this.before = this.usedMs();
      return 0;
    }
    // Less than the system counts is still something: the loop has not turned.
    return Math.max(this.usedMs() - this.before, Number.MIN_VALUE);
  }
}

function usedByThisProcess(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) * MS_PER_MICROSECOND;
}
