import { askOverHttp, Outgoing } from '@patravali/outgoing';
import { isCosigned } from '../notes/cosignatures';
import { readWitnessKey } from '../notes/note-keys';

/** How often a witness is asked that has not signed yet, and one that has signed all there is. */
const ASK_EVERY_MS = 3_000;
const LOOK_EVERY_MS = 60_000;
const LIMITS = { timeoutMs: 5_000, bytes: 64 * 1024 };

export interface LogWitnessOptions {
  /** Address of the witness. */
  readonly url: string;
  /** By which its signature is known, in its written form. */
  readonly key: string;
  /** Of the office's own, in which it may lie. */
  readonly innerNetworks?: readonly string[];
  /** Is told, once, what went wrong. */
  readonly say: (line: string) => void;
}

/** What the witness of the log has signed. Away, or without a signature by its key, it stops nothing. */
export class LogWitness {
  private latest: string | null = null;
  private asking: Promise<unknown> | undefined;
  private askedAt = Number.NEGATIVE_INFINITY;
  private lastTrouble = '';

  constructor(private readonly options: LogWitnessOptions) {}

  /**
   * The checkpoint that it has signed last, as far as is known; null while nothing is. Only the first question is waited for.
   * @param isOwed that it has not signed all that there is.
   */
  async note(isOwed: boolean): Promise<string | null> {
    const passed = performance.now() - this.askedAt;
    if (passed === Number.POSITIVE_INFINITY) await this.ask();
    else if (passed > (isOwed ? ASK_EVERY_MS : LOOK_EVERY_MS))
      this.asking ??= this.ask().finally(() => (this.asking = undefined));
    return this.latest;
  }

  /** @returns null when it does not answer, or has not signed what it answers. */
  async ask(): Promise<string | null> {
    this.askedAt = performance.now();
    try {
      const { url, key } = this.options;
      const shown = await askOverHttp(new Outgoing(this.options), { url: `${url}/checkpoint` }, LIMITS);
      const note = shown.toString('utf8');
      if (!isCosigned(note, readWitnessKey(key))) throw new Error('its key has not signed what it shows');
      this.latest = note;
      this.lastTrouble = '';
      return note;
    } catch (error) {
      this.tell(error);
      return null;
    }
  }

  private tell(error: unknown): void {
    const trouble = error instanceof Error ? error.message : String(error);
    if (trouble !== this.lastTrouble) this.options.say(`witness ${this.options.url}: ${trouble}`);
    this.lastTrouble = trouble;
  }
}
