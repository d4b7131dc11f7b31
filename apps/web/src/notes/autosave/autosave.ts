import type { LocalCopy } from './local-copy';

export interface Saved {
  version: number;
  /** ISO 8601. */
  savedAt: string;
}

/** What the server holds. */
export interface Held<T> {
  content: T;
  version: number;
}

export type AutosaveState<T> =
  | { kind: 'untouched' }
  | { kind: 'unsaved' }
  | { kind: 'saving' }
  | { kind: 'saved'; at: string }
  /** The line is down; it is tried again by itself. */
  | { kind: 'offline' }
  /** Somebody else, or another window, saved another text. Nothing is sent until `settle`. */
  | { kind: 'stale'; mine: T; theirs: Held<T> }
  | { kind: 'refused'; error: unknown };

export type SaveFailure = 'offline' | 'stale' | 'refused';

export interface AutosaveOptions<T> {
  /** Of the server's text that is written over; null when it holds none. */
  version: number | null;
  /** That text, if it is known. */
  known: T | null;
  /** Writes the text over a version. */
  save: (content: T, version: number | null) => Promise<Saved>;
  /** What the server holds now; null when it holds none. */
  read: () => Promise<Held<T> | null>;
  same: (one: T, other: T) => boolean;
  failureOf: (error: unknown) => SaveFailure;
  copy: LocalCopy<T>;
  onState: (state: AutosaveState<T>) => void;
}

const QUIET_MS = 800;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 30_000;

/** The text could not be saved because another was saved meanwhile; both are in the state. */
export class TextsDiffer extends Error {}

/**
 * Keeps what is typed: at once in the browser, and on the server when the keys have rested. One save runs at a time; a
 * save that fails leaves the browser's copy, so that neither a lost line nor a closed window loses a character.
 */
export class Autosave<T> {
  private version: number | null;
  /** The text that this window knows the server to hold. */
  private known: T | null;
  private unsaved: { content: T } | null = null;
  /** Sent, and no answer came: the server may hold it. */
  private unanswered: { content: T } | null = null;
  private running: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private retryMs = FIRST_RETRY_MS;
  private stale = false;

  constructor(private readonly options: AutosaveOptions<T>) {
    this.version = options.version;
    this.known = options.known;
  }

  /** Goes on with a text that this browser kept. Returns what to call when the window is left. */
  start(first: T): () => void {
    if (this.options.copy.read()) this.change(first);
    const retry = () => void this.saveNow().catch(() => undefined);
    const leave = () => document.visibilityState === 'hidden' && retry();
    window.addEventListener('online', retry);
    document.addEventListener('visibilitychange', leave);
    return () => {
      window.removeEventListener('online', retry);
      document.removeEventListener('visibilitychange', leave);
      retry();
      this.stopTimer();
    };
  }

  change(content: T): void {
    this.unsaved = { content };
    this.options.copy.keep({ content, version: this.version });
    if (this.stale) return;
    this.options.onState({ kind: 'unsaved' });
    this.saveAfter(QUIET_MS);
  }

  /** Saves what is unsaved, now. Returns the version that the server holds, null when it holds none; else rejects. */
  async flush(): Promise<number | null> {
    if (this.stale) throw new TextsDiffer();
    while (this.running ?? this.unsaved) {
      if (this.running) await this.running;
      else await this.saveNow();
    }
    return this.version;
  }

  /** Goes on over the text that another window saved, with what the person made of both. */
  settle(content: T, theirs: Held<T>): void {
    this.stale = false;
    this.version = theirs.version;
    this.known = theirs.content;
    this.change(content);
  }

  /** Another act (confirmed, taken back) has counted the version on; the text is the same. */
  adopt(version: number): void {
    this.version = version;
  }

  /** Forgets the text: it has been discarded, or has left with the file. */
  forget(): void {
    this.stopTimer();
    this.unsaved = null;
    this.version = null;
    this.known = null;
    this.stale = false;
    this.options.copy.drop();
    this.options.onState({ kind: 'untouched' });
  }

  private saveAfter(milliseconds: number): void {
    this.stopTimer();
    this.timer = setTimeout(() => void this.saveNow().catch(() => undefined), milliseconds);
  }

  private stopTimer(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
  }

  private saveNow(): Promise<void> {
    if (this.running) return this.running.then(() => this.saveNow());
    if (!this.unsaved || this.stale) return Promise.resolve();
    this.stopTimer();
    this.running = this.save(this.unsaved).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async save(saving: { content: T }): Promise<void> {
    this.options.onState({ kind: 'saving' });
    try {
      const saved = await this.options.save(saving.content, this.version);
      this.version = saved.version;
      this.known = saving.content;
      this.unanswered = null;
      this.retryMs = FIRST_RETRY_MS;
      this.finish(saving, saved.savedAt);
    } catch (error) {
      await this.fail(error, saving);
    }
  }

  private finish(saving: { content: T }, at: string): void {
    if (this.unsaved === saving) {
      this.unsaved = null;
      this.options.copy.drop();
      this.options.onState({ kind: 'saved', at });
    } else if (this.unsaved) {
      this.options.copy.keep({ content: this.unsaved.content, version: this.version });
      this.options.onState({ kind: 'unsaved' });
      this.saveAfter(QUIET_MS);
    }
  }

  private async fail(error: unknown, saving: { content: T }): Promise<void> {
    const failure = this.options.failureOf(error);
    if (failure === 'stale') return this.compare(saving.content);
    if (failure === 'offline') {
      this.unanswered = saving;
      this.options.onState({ kind: 'offline' });
      this.saveAfter(this.retryMs);
      this.retryMs = Math.min(this.retryMs * 2, LAST_RETRY_MS);
    } else this.options.onState({ kind: 'refused', error });
    throw error;
  }

  /**
   * A newer version may bear the text that this window knows: its colour was changed, or the answer to an earlier save
   * was lost. Then there is nothing to merge.
   */
  private async compare(mine: T): Promise<void> {
    const theirs = await this.options.read();
    if (theirs && !this.options.same(theirs.content, mine) && !this.isOwn(theirs)) {
      this.stale = true;
      this.options.onState({ kind: 'stale', mine, theirs });
      throw new TextsDiffer();
    }
    this.version = theirs?.version ?? null;
    this.saveAfter(0);
  }

  private isOwn(theirs: Held<T>): boolean {
    const own = [this.known, this.unanswered?.content ?? null];
    return own.some((text) => text !== null && this.options.same(theirs.content, text));
  }
}
