import { ModelClock } from './clock';
import { ModelVolumes } from './volumes';
import type { Pending } from './note';
import { type Arrival, type Cover, type Line, type NoteLine, type Posts, takesFiles } from './steps';

export const NOTHING: Arrival = { action: null, dueOn: null, decision: null, returned: false };

/** Where a file is by its register of movements, and who reads it for that. */
export abstract class ModelRegister extends ModelVolumes {
  holder: string | null;
  confidential: boolean;
  sender: string | null = null;
  asked = NOTHING;
  readonly readers = new Set<string>();
  /** The sender asks for it back, since it came where it is. */
  recall: 'asked' | 'refused' | 'withdrawn' | null = null;
  pending: Pending | null = null;
  /** What stayed behind on each desk from which it was taken, the oldest first. */
  readonly notesAside = new Map<string, Pending[]>();
  /** The yellow note of the sender lies here to be corrected. */
  forCorrection = false;
  /** What was asked of each desk when the file was last sent there. */
  protected readonly askedOf = new Map<string, Arrival>();
  /** Since when it lies where it is, on the clock of the model. */
  since: number;
  /** How long it has been on the desk where it is. */
  readonly clock: ModelClock;
  readonly register: Line[] = [];
  /** When each post sent it last, unless it pulled it back. */
  readonly sentAt = new Map<string, number>();
  /** Whom it was sent past, and has not come to since. */
  readonly owed = new Set<string>();
  /** Whom the last movement went past. */
  private lastJumped: readonly string[] = [];
  /** The note that the last movement froze. */
  protected sentWith: NoteLine | null = null;
  /** How it had come to the desk that sent it on last: what a pull back brings again. */
  protected before: { sender: string | null; asked: Arrival } = { sender: null, asked: NOTHING };

  constructor(
    protected readonly posts: Posts,
    readonly creator: string,
    readonly cover: Cover,
    protected readonly now: () => number,
    protected readonly today: () => string,
  ) {
    super();
    this.clock = new ModelClock(today);
    this.holder = creator;
    this.confidential = cover.confidential;
    this.since = now();
    this.write('created', null, creator, true);
  }

  /** Whether the desk has seen it. A closed file was seen by whoever closed it. */
  get opened(): boolean {
    return this.holder === null || (this.register.at(-1)?.opened ?? false);
  }

  readableBy(post: string): boolean {
    return this.readers.has(post) || (!this.confidential && this.posts[post]?.role === 'auditor');
  }

  /** Whether a post that took part in a discussion is shown what was noted. */
  showsDiscussions(post: string): boolean {
    return !this.confidential || this.readableBy(post);
  }

  /** The superiors of a post that a forward to another of them leaves out. */
  protected leftOut(by: string, to: string): string[] {
    const line = this.superiorsOf(by);
    return line.slice(0, Math.max(line.indexOf(to), 0)).filter((post) => takesFiles(this.posts[post]));
  }

  /** The highest of those whom it was sent past, to whom it goes before it comes below them from elsewhere. */
  wayBack(from: string, to?: string): string | undefined {
    const barring = [...this.owed].filter((post) => post !== from && !this.superiorsOf(from).includes(post));
    return barring
      .filter((post) => to === undefined || this.superiorsOf(to).includes(post))
      .sort((a, b) => this.superiorsOf(a).length - this.superiorsOf(b).length)[0];
  }

  /** Whoever sends it on is passed by it. */
  protected passes(by: string, jumped: readonly string[] = []): void {
    for (const post of jumped) this.owed.add(post);
    this.owed.delete(by);
    this.lastJumped = jumped;
    this.sentWith = null;
  }

  /** Of the last movement, which is taken back. */
  protected owesNothingFor(): void {
    for (const post of this.lastJumped) this.owed.delete(post);
  }

  /** The file goes from the desk of its holder. */
  protected carry(kind: Line['kind'], by: string, to: string, asked: Arrival): void {
    this.passes(by);
    this.before = { sender: this.sender, asked: this.asked };
    this.move(kind, by, to, { sender: by, asked });
    this.seenBy(by);
    this.sentAt.set(by, this.since);
  }

  /** It goes where its main file goes: nobody has sent it, and nothing was asked with it. */
  goAlong(to: string): void {
    this.move('carried', this.holder, to, { sender: null, asked: NOTHING });
    this.askedOf.set(to, NOTHING);
  }

  /** The desk has seen it. */
  seen(): void {
    const last = this.register.at(-1);
    if (last) last.opened = true;
  }

  protected mayRemind(by: string): boolean {
    return this.sender === by || (!this.confidential && this.superiorsOf(this.holder ?? '').includes(by));
  }

  protected superiorsOf(post: string): string[] {
    const superior = this.posts[post]?.superior;
    return superior ? [superior, ...this.superiorsOf(superior)] : [];
  }

  protected move(
    kind: Line['kind'],
    from: string | null,
    to: string,
    { sender, asked }: ModelRegister['before'],
    line = kind === 'forwarded' || kind === 'returned' ? asked : NOTHING,
  ): void {
    if (this.holder !== to) this.forgetWithTheDesk();
    [this.holder, this.sender, this.asked, this.since] = [to, sender, asked, this.now()];
    this.write(kind, from, to, kind === 'pulled_back' || kind === 'pulled_up', line);
    this.carryInside(to);
  }

  protected write(kind: Line['kind'], from: string | null, to: string | null, opened: boolean, asked = NOTHING): void {
    const { action, dueOn, decision } = asked;
    this.recall = null;
    this.register.push({ kind, from, to, opened, action, dueOn, decision, keptDays: this.clock.moved(kind) });
    if (to) this.seenBy(to);
  }

  /** Whoever held or sent it reads it, and of a normal file everybody above them. */
  protected seenBy(post: string): void {
    this.readers.add(post);
    if (!this.confidential) this.showParts(post);
    const superior = this.posts[post]?.superior;
    if (superior && !this.confidential) this.seenBy(superior);
    this.showEarlier();
  }

  /** Who reads is reckoned anew from the register. */
  regrade(confidential: boolean): void {
    this.confidential = confidential;
    this.readers.clear();
    for (const post of this.heldBy) this.seenBy(post);
    this.showEarlier();
    if (!confidential) return;
    this.gradeVolumes();
    this.gradeParts();
  }

  protected obstacleToPullingUp(by: string): string | null {
    if (this.holder === null) return 'illegal-file-move';
    if (this.forCorrection) return 'correction-under-way';
    return this.superiorsOf(this.holder).includes(by) ? null : 'not-your-subordinate';
  }

  protected layAside(post: string): void {
    if (!this.pending) return;
    const note: Pending = { ...this.pending, colour: 'yellow', putUpBy: null };
    const kept = { ...note, decisions: new Map([[post, note.decision]]), versions: [post] };
    this.notesAside.set(post, [...(this.notesAside.get(post) ?? []), kept]);
    this.pending = null;
  }
}
