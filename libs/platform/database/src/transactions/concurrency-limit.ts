import { Refusal } from '@patravali/errors';

const RETRY_AFTER_SECONDS = 5;

/** Lets a few pieces of work run at once; the others wait in the order they came, each until its deadline. */
export class ConcurrencyLimit {
  private readonly waiting: (() => void)[] = [];
  private running = 0;

  constructor(private readonly places: number) {}

  /**
   * @param deadline until when the work may wait for its turn, in milliseconds of `Date.now()`.
   * @throws Refusal `office-busy` when its turn did not come; then the work was not begun.
   */
  async run<T>(deadline: number, work: () => Promise<T>): Promise<T> {
    if (this.running < this.places) this.running++;
    else await this.turn(deadline);
    try {
      return await work();
    } finally {
      // The place passes straight to whoever waited longest, so that nobody new can step in between.
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }

  private turn(deadline: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const begin = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(
        () => {
          this.waiting.splice(this.waiting.indexOf(begin), 1);
          reject(new Refusal('office-busy', {}, { retryAfter: RETRY_AFTER_SECONDS }));
        },
        Math.max(deadline - Date.now(), 0),
      );
      this.waiting.push(begin);
    });
  }
}
