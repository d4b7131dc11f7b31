/** What the model knows of a post. */
export interface ModelPost {
  readonly role: 'dealing_hand' | 'officer' | 'dispatcher' | 'auditor' | 'administrator';
  readonly superior?: string;
}
export type Posts = Readonly<Record<string, ModelPost>>;

export type Step =
  | { readonly does: 'open' | 'confirm' | 'take_back' | 'discard' | 'pull_back' | 'reopen' }
  | { readonly does: 'note'; readonly paragraphs: number }
  | { readonly does: 'forward'; readonly to: string; readonly confirm: boolean }
  | { readonly does: 'return' | 'close'; readonly confirm: boolean };

/** A file as the manual of office procedure has it, in memory: short enough to read, and what the database must equal. */
export class FileModel {
  holder: string | null;
  sender: string | null = null;
  closedBy: string | null = null;
  opened = true;
  readonly readers = new Set<string>();
  pending: { colour: 'yellow' | 'green'; paragraphs: number } | null = null;
  notes = 0;
  paragraphs = 0;
  movements = 1;
  events = 1;
  /** Who had sent it to the desk that sent it on last: what a pull back brings again. */
  private senderBefore: string | null = null;

  constructor(
    private readonly posts: Posts,
    by: string,
    readonly confidential: boolean,
  ) {
    this.holder = by;
    this.seenBy(by);
  }

  /** Does the step, or answers the code of the refusal and changes nothing. */
  take(by: string, step: Step): string | null {
    if (!this.readers.has(by) && (this.confidential || this.posts[by]?.role !== 'auditor')) return 'not-found';
    if (!this.may(by, step.does)) return 'not-allowed';
    const refusal = this.obstacle(step);
    if (refusal) return refusal;
    this.events += 1;
    if (step.does !== 'pull_back' && step.does !== 'reopen') this.opened = true;
    if (step.does === 'note') this.pending = { colour: 'yellow', paragraphs: step.paragraphs };
    if (step.does === 'confirm' && this.pending) this.pending.colour = 'green';
    if (step.does === 'take_back' && this.pending) this.pending.colour = 'yellow';
    if (step.does === 'discard') this.pending = null;
    if (step.does === 'forward') this.send(by, step.to);
    if (step.does === 'return') this.send(by, this.sender ?? '');
    if (step.does === 'pull_back') this.move(by, this.senderBefore, true);
    if (step.does === 'close') this.close(by);
    if (step.does === 'reopen') this.reopen(by);
    return null;
  }

  private may(by: string, does: Step['does']): boolean {
    const role = this.posts[by]?.role ?? 'administrator';
    if (role === 'auditor' || role === 'administrator') return false;
    if (does === 'pull_back') return this.sender === by;
    if (does === 'reopen') return this.closedBy === by && role === 'officer';
    return this.holder === by && (does !== 'close' || role === 'officer');
  }

  private obstacle(step: Step): string | null {
    const { does } = step;
    if (does === 'pull_back' && this.opened) return 'already-opened';
    if (does === 'note' && this.pending) return 'note-being-written';
    if ((does === 'confirm' || does === 'take_back' || does === 'discard') && !this.pending) return 'no-note';
    if (does === 'confirm' && this.pending?.paragraphs === 0) return 'note-empty';
    if (does === 'forward' && step.to === this.holder) return 'to-oneself';
    if (does === 'forward' && this.posts[step.to]?.role === 'auditor') return 'post-takes-no-files';
    if (does === 'return' && !this.sender) return 'no-sender';
    return 'confirm' in step && !step.confirm && this.pending?.colour === 'yellow' ? 'note-unconfirmed' : null;
  }

  private send(by: string, to: string): void {
    this.freeze();
    this.senderBefore = this.sender;
    this.move(to, by, false);
    this.seenBy(by);
  }

  private close(by: string): void {
    if (this.pending) this.freeze();
    [this.holder, this.sender, this.closedBy] = [null, null, by];
    this.movements += 1;
  }

  private reopen(by: string): void {
    this.closedBy = null;
    this.move(by, null, false);
  }

  /** Without a note in hand, a signature alone. */
  private freeze(): void {
    this.notes += 1;
    this.paragraphs += this.pending?.paragraphs ?? 0;
    this.pending = null;
  }

  private move(to: string, sender: string | null, opened: boolean): void {
    [this.holder, this.sender, this.opened] = [to, sender, opened];
    this.movements += 1;
    this.seenBy(to);
  }

  /** Whoever held or sent it reads it, and of a normal file everybody above them. */
  private seenBy(post: string): void {
    this.readers.add(post);
    const superior = this.posts[post]?.superior;
    if (superior && !this.confidential) this.seenBy(superior);
  }
}
