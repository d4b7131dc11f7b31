import type { ReceiptMovementKind } from '@patravali/contract';
import { type Posts, takesFiles } from './steps';

export type ReceiptStep =
  | { readonly does: 'open' | 'pull_back' | 'return' | 'see' | 'close' | 'reopen' }
  | { readonly does: 'forward'; readonly to: string; readonly copyTo: readonly string[]; readonly dueOn: string | null }
  | { readonly does: 'redirect'; readonly to: string };

/** How a letter came to a desk, and what was asked there. */
interface Arrival {
  readonly sender: string | null;
  readonly how: ReceiptMovementKind;
  readonly asked: boolean;
  readonly dueOn: string | null;
  /** Who marked it there, over those who redirected it. */
  readonly markedBy: string | null;
}

interface Copy {
  readonly from: string;
  readonly at: number;
  /** The line of the register with which it was given. */
  readonly line: number;
  seen: boolean;
  /** The one that it took the place of. */
  readonly before?: Copy | undefined;
}

/** A letter as the manual of office procedure has it: on one desk or closed, with copies that are read and nothing else. */
export class ReceiptModel {
  holder: string | null;
  /** The post that closed it, as long as it is closed. */
  closedBy: string | null = null;
  opened = true;
  /** Since when it lies there or is closed, on the clock of the model. */
  since: number;
  readonly register: {
    readonly kind: ReceiptMovementKind;
    readonly from: string | null;
    readonly to: string | null;
  }[] = [];
  readonly copies = new Map<string, Copy>();
  readonly events = ['receipt.created'];
  /** Who was told that it was redirected, the last first. */
  toldOfRedirect: string | null = null;
  private arrival: Arrival;
  private readonly arrivals = new Map<string, Arrival>();
  private readonly passed = new Set<string>();

  constructor(
    private readonly posts: Posts,
    readonly diarist: string,
    readonly confidential: boolean,
    private readonly now: () => number,
    private readonly today: () => string,
  ) {
    this.holder = diarist;
    this.since = now();
    this.arrival = { sender: null, how: 'created', asked: false, dueOn: null, markedBy: null };
    this.write('created', null, diarist);
  }

  get shown() {
    const { sender, how, asked, dueOn } = this.arrival;
    const onDesk = this.register.length === 1 ? ('created' as const) : ('on_desk' as const);
    const state = this.closedBy === null ? onDesk : ('closed' as const);
    return {
      state,
      holder: this.holder,
      sender,
      unread: !this.opened,
      dueOn,
      action: asked ? ('for_necessary_action' as const) : null,
      returned: how === 'returned',
      redirected: how === 'redirected',
      movements: this.register,
      copies: [...this.copies].map(([post, { from, seen }]) => ({ post, from, seen })),
    };
  }

  /** Whoever held or sent it, or has a copy, and of a normal letter everybody above them and the auditor. */
  readableBy(post: string): boolean {
    if (!this.confidential && this.posts[post]?.role === 'auditor') return true;
    const reading = [...this.passed, ...this.copies.keys()];
    return reading.some((each) => each === post || (!this.confidential && this.superiorsOf(each).includes(post)));
  }

  /** Does the step, or answers the code of the refusal and changes nothing. */
  take(by: string, step: ReceiptStep): string | null {
    const refusal = this.refused(by, step);
    if (refusal) return refusal;
    this.events.push(EVENTS[step.does]);
    switch (step.does) {
      case 'open':
        this.opened = true;
        break;
      case 'see': {
        const copy = this.copies.get(by);
        if (copy) copy.seen = true;
        break;
      }
      case 'pull_back':
        this.pullBack(by);
        break;
      case 'return':
        this.send('returned', by, this.returnedTo(by), { asked: false, dueOn: null, markedBy: by });
        break;
      case 'close':
        this.arrival = { sender: null, how: 'closed', asked: false, dueOn: null, markedBy: null };
        this.closedBy = by;
        this.opened = true;
        this.since = this.now();
        this.write('closed', this.holder, null);
        break;
      case 'reopen':
        this.arrival = { sender: null, how: 'reopened', asked: false, dueOn: null, markedBy: null };
        this.closedBy = null;
        this.since = this.now();
        this.write('reopened', null, by);
        break;
      case 'redirect': {
        const { asked, dueOn, markedBy } = this.arrival;
        this.toldOfRedirect = markedBy;
        this.send('redirected', by, step.to, { asked, dueOn, markedBy });
        break;
      }
      case 'forward': {
        this.send('forwarded', by, step.to, { asked: true, dueOn: step.dueOn, markedBy: by });
        const line = this.register.length;
        for (const post of step.copyTo) this.giveCopy(post, { from: by, at: this.since, line, seen: false });
        break;
      }
    }
    return null;
  }

  /** Whether the page offers it to that post: an opened letter is not opened again. */
  mayTry(by: string, does: Exclude<ReceiptStep['does'], 'see'>): boolean {
    return this.unfit(by, does) === null && !(does === 'open' && this.opened);
  }

  /** What is refused whatever is asked besides. */
  private unfit(by: string, does: ReceiptStep['does']): string | null {
    if (!this.readableBy(by)) return 'not-found';
    if (this.closedBy !== null && does !== 'see' && does !== 'reopen') return 'illegal-receipt-move';
    if (!takesFiles(this.posts[by])) return 'not-allowed';
    if ((does === 'close' || does === 'reopen') && this.posts[by]?.role !== 'officer') return 'not-allowed';
    if (does === 'reopen')
      return this.closedBy === null ? 'illegal-receipt-move' : this.unfitToReopen(by, this.closedBy);
    if (does === 'see') return this.copies.has(by) ? null : 'no-copy';
    if (does === 'pull_back' ? this.arrival.sender !== by : this.holder !== by) return 'not-allowed';
    if (this.register.length === 1 && !['open', 'forward', 'close'].includes(does)) return 'illegal-receipt-move';
    if (does === 'pull_back') return this.opened ? 'letter-opened' : null;
    const sent = this.arrival.sender !== null;
    return (does === 'return' || does === 'redirect') && !sent ? 'letter-not-sent' : null;
  }

  private unfitToReopen(by: string, closedBy: string): string | null {
    return by === closedBy || this.superiorsOf(closedBy).includes(by) ? null : 'closed-by-another';
  }

  /** Whoever redirected it has said that it is not his. */
  private returnedTo(by: string): string {
    const { how, sender } = this.arrival;
    return how === 'redirected' && this.diarist !== by ? this.diarist : (sender ?? '');
  }

  private refused(by: string, step: ReceiptStep): string | null {
    const { does } = step;
    const unfit = this.unfit(by, does);
    if (unfit) return unfit;
    if (does !== 'forward' && does !== 'redirect') return null;
    for (const to of [step.to, ...('copyTo' in step ? step.copyTo : [])]) {
      if (to === by) return 'to-oneself';
      if (!takesFiles(this.posts[to])) return 'post-takes-no-files';
    }
    if (does === 'redirect') return step.to === this.arrival.sender ? 'redirected-to-sender' : null;
    if (step.copyTo.includes(step.to)) return 'invalid-input';
    return step.dueOn !== null && step.dueOn < this.today() ? 'due-date-past' : null;
  }

  private send(
    how: 'forwarded' | 'returned' | 'redirected',
    by: string,
    to: string,
    asked: Pick<Arrival, 'asked' | 'dueOn' | 'markedBy'>,
  ): void {
    this.arrivals.set(by, this.arrival);
    this.arrival = { sender: by, how, ...asked };
    this.opened = false;
    this.since = this.now();
    this.write(how, this.holder, to);
  }

  /** As it had come to him; copies that nobody has seen come back too, and whoever had one before has that again. */
  private pullBack(by: string): void {
    for (const [post, { line, seen, before }] of [...this.copies]) {
      if (line !== this.register.length || seen) continue;
      if (before) this.copies.set(post, before);
      else this.copies.delete(post);
    }
    this.arrival = this.arrivals.get(by) ?? this.arrival;
    this.opened = true;
    this.since = this.now();
    this.write('pulled_back', this.holder, by);
  }

  /** Given again, it stands among the copies as the newest. */
  private giveCopy(post: string, copy: Copy): void {
    const before = this.copies.get(post);
    this.copies.delete(post);
    this.copies.set(post, { ...copy, before });
  }

  private write(kind: ReceiptMovementKind, from: string | null, to: string | null): void {
    this.register.push({ kind, from, to });
    this.holder = to;
    if (to !== null) this.passed.add(to);
  }

  private superiorsOf(post: string): string[] {
    const superior = this.posts[post]?.superior;
    return superior ? [superior, ...this.superiorsOf(superior)] : [];
  }
}

const EVENTS: Readonly<Record<ReceiptStep['does'], string>> = {
  open: 'receipt.opened',
  forward: 'receipt.forwarded',
  see: 'receipt.copy_seen',
  pull_back: 'receipt.pulled_back',
  return: 'receipt.returned',
  redirect: 'receipt.redirected',
  close: 'receipt.closed',
  reopen: 'receipt.reopened',
};

/** What the desks of an office must see of its letters. */
export class ReceiptOffice {
  readonly receipts: ReceiptModel[] = [];
  private time = 0;

  constructor(
    readonly posts: Posts,
    readonly today: string,
  ) {}

  create(by: string, confidential: boolean): ReceiptModel {
    const receipt = new ReceiptModel(
      this.posts,
      by,
      confidential,
      () => ++this.time,
      () => this.today,
    );
    this.receipts.push(receipt);
    return receipt;
  }

  /** What lies on the desk, the latest first. */
  inbox(post: string): ReceiptModel[] {
    return this.receipts.filter(({ holder }) => holder === post).sort((a, b) => b.since - a.since);
  }

  /** What the desk has a copy of and does not hold itself, the latest first. */
  copied(post: string): ReceiptModel[] {
    const at = (receipt: ReceiptModel) => receipt.copies.get(post)?.at ?? 0;
    return this.receipts
      .filter(({ copies, holder }) => copies.has(post) && holder !== post)
      .sort((a, b) => at(b) - at(a));
  }

  counts(post: string) {
    const held = this.inbox(post);
    return {
      receipts: held.length,
      unreadReceipts: held.filter(({ opened }) => !opened).length,
      unseenCopies: this.copied(post).filter(({ copies }) => !copies.get(post)?.seen).length,
    };
  }
}
