/** What a progress line needs of a terminal, or of whatever stands in its place. */
export interface Screen {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

/** Calm: so often may it change on a terminal, and so often does a line come where there is none. */
const REWRITTEN_EVERY_MS = 500;
const NEXT_LINE_AFTER_MS = 10_000;
const BACK_AND_CLEAR = '\r\x1b[K';

/**
 * One line that says how far something has come. On a terminal it is rewritten in its place; elsewhere, as in a log, a new one
 * comes from time to time, and none for what is done sooner.
 */
export class ProgressLine {
  private last: number;
  private isOpen = false;

  constructor(
    private readonly screen: Screen,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.last = now();
  }

  show(text: string): void {
    const inPlace = this.screen.isTTY === true && text.length < (this.screen.columns ?? 0);
    const everyMs = inPlace ? REWRITTEN_EVERY_MS : NEXT_LINE_AFTER_MS;
    const isFirstInPlace = inPlace && !this.isOpen;
    if (!isFirstInPlace && this.now() - this.last < everyMs) return;
    this.last = this.now();
    if (!inPlace) this.end();
    this.isOpen = inPlace;
    this.screen.write(inPlace ? BACK_AND_CLEAR + text : `${text}\n`);
  }

  /** What was shown last stays; whatever is written next begins a line of its own. */
  end(): void {
    if (this.isOpen) this.screen.write('\n');
    this.isOpen = false;
  }
}
