import { type Asker, currentAsker } from './asker';
import { type Piece, Share, type ShareLimits, THE_OFFICE } from './share';
import { TurnQueue, type Waiting } from './turn-queue';
import { TooBusy } from './too-busy';

export interface WorkLimits extends ShareLimits {
  /** How many requests may wait, of one person and of all. */
  readonly waitingOfOne?: number;
  readonly waiting?: number;
}

/** A kind of work with limits of its own, within those of the line that it takes its turns in. */
export class WorkKind {
  readonly share = new Share();

  constructor(readonly limits: WorkLimits) {}
}

export interface LineLimits extends WorkLimits {
  /** Beside what is done for people of the office; none unless said otherwise. */
  readonly strangersAtOnce?: number;
}

export interface TurnOptions {
  /** Takes longer than somebody who is writing would wait for. */
  readonly long?: boolean;
  readonly kind?: WorkKind;
}

/** Where something stands in its line: 1 is next. */
export interface TurnPlace {
  readonly operation: string;
  readonly place: number;
}

const WAITING_OF_ONE = 10;
const WAITING = 64;
/** Of all strangers together. */
const STRANGERS_WAITING = 16;
/** Until the first turn has ended, and how much each one counts after that. */
const FIRST_GUESS_MS = 1_000;
const NEW_COUNTS = 0.2;

/** What takes a turn. */
interface Turn extends Piece {
  readonly isStranger: boolean;
  readonly kind: WorkKind | undefined;
}

/**
 * Lets so many pieces of work run at once and the others wait, person by person in turn: whoever asks for much waits
 * for himself, and nobody else does. What nobody waits for any more leaves the line.
 */
export class Turns {
  private static readonly all = new Set<Turns>();

  /** Where the work of a person stands in each line of this process, in the order of their places. */
  static placesOf(person: string): TurnPlace[] {
    return [...Turns.all]
      .flatMap(({ line }) => line.inOrder().map((each, index) => ({ ...each, place: index + 1 })))
      .filter((each) => each.person === person)
      .map(({ operation, place }) => ({ operation, place }))
      .sort((one, other) => one.place - other.place);
  }

  private readonly line = new TurnQueue<Turn>();
  private readonly leaving = new Map<Waiting<Turn>, (why: Error) => void>();
  private readonly share = new Share();
  private readonly strangers = new Share();
  private meanMs = FIRST_GUESS_MS;

  constructor(private limits: LineLimits) {}

  /** @throws TooBusy when too many wait, or when the asker went away; what the work throws. */
  async take<T>(work: () => Promise<T>, { long = false, kind }: TurnOptions = {}): Promise<T> {
    const asker = currentAsker();
    const turn = { person: asker?.person ?? THE_OFFICE, isStranger: asker?.isStranger ?? false, long, kind };
    if (asker?.signal.aborted) throw this.tooBusy(asker.signal.reason);
    if (this.mayBegin(turn)) this.begin(turn);
    else await this.wait(asker, turn);
    if (asker) asker.begun = true;
    const begunAt = Date.now();
    try {
      return await work();
    } finally {
      this.meanMs += (Date.now() - begunAt - this.meanMs) * NEW_COUNTS;
      this.end(turn);
    }
  }

  /** Whatever waits fails; of one kind of work, if it is named. */
  close(why: () => Error, kind?: WorkKind): void {
    for (const [one, leave] of [...this.leaving]) if (!kind || one.turn.kind === kind) leave(why());
  }

  /** From now on. */
  limit(limits: LineLimits): void {
    this.limits = limits;
    this.beginNext();
  }

  private async wait(asker: Asker | undefined, turn: Turn): Promise<void> {
    this.refuseTooMany(asker, turn);
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const begin = () => {
      this.begin(turn);
      resolve(undefined);
    };
    const one = { person: turn.person, operation: asker?.operation ?? '', turn, begin };
    const leave = (why: Error) => {
      this.line.remove(one);
      reject(why);
    };
    const goAway = () => leave(this.tooBusy(asker?.signal.reason));
    this.line.add(one);
    this.leaving.set(one, leave);
    Turns.all.add(this);
    asker?.signal.addEventListener('abort', goAway);
    try {
      await promise;
    } finally {
      asker?.signal.removeEventListener('abort', goAway);
      this.leaving.delete(one);
      if (this.leaving.size === 0) Turns.all.delete(this);
    }
  }

  /** A request in its midst is let through: it has waited for its turn, and will not ask for much more. */
  private refuseTooMany(asker: Asker | undefined, { person, isStranger, kind }: Turn): void {
    if (asker?.begun) return;
    const { strangersAtOnce = 0 } = this.limits;
    if (isStranger && strangersAtOnce === 0) throw this.tooBusy();
    const { waitingOfOne = WAITING_OF_ONE, waiting = WAITING } = kind?.limits ?? this.limits;
    const alike = this.line.those(({ turn }) => turn.kind === kind && turn.isStranger === isStranger);
    const ofOne = alike.filter((one) => one.person === person).length;
    const most = isStranger ? Math.min(waiting, STRANGERS_WAITING) : waiting;
    if ((asker && ofOne >= waitingOfOne) || alike.length >= most) throw this.tooBusy();
  }

  private tooBusy(cause?: unknown): TooBusy {
    return new TooBusy((this.meanMs * (this.line.length + 1)) / this.limits.atOnce, cause);
  }

  private mayBegin(turn: Turn): boolean {
    if (turn.isStranger) return this.strangers.size < (this.limits.strangersAtOnce ?? 0);
    const { kind } = turn;
    return this.share.hasRoomFor(turn, this.limits) && (!kind || kind.share.hasRoomFor(turn, kind.limits));
  }

  private begin(turn: Turn): void {
    for (const share of this.sharesOf(turn)) share.begin(turn);
    this.line.began(turn.person);
  }

  private end(turn: Turn): void {
    for (const share of this.sharesOf(turn)) share.end(turn);
    this.line.ended(turn.person);
    this.beginNext();
  }

  private beginNext(): void {
    for (;;) {
      const next = this.line.next(({ turn }) => this.mayBegin(turn));
      if (!next) return;
      next.begin();
    }
  }

  private sharesOf({ isStranger, kind }: Turn): Share[] {
    if (isStranger) return [this.strangers];
    return kind ? [this.share, kind.share] : [this.share];
  }
}
