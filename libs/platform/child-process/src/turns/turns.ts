import { type Asker, currentAsker } from './asker';
import { TurnQueue, type Waiting } from './turn-queue';
import { TooBusy } from './too-busy';

export interface TurnsOptions {
  /** How much is done at once. */
  readonly atOnce: number;
  /** How much of it may be long, so that something short never waits for that; all of it unless said otherwise. */
  readonly longAtOnce?: number;
  /** How much of it may be one person's, so that what is left is there for the others at once; all of it unless said otherwise. */
  readonly ofOneAtOnce?: number;
  /** How many requests may wait, of one person and of all. */
  readonly waitingOfOne?: number;
  readonly waiting?: number;
}

/** Where something stands in its line: 1 is next. */
export interface TurnPlace {
  readonly operation: string;
  readonly place: number;
}

const WAITING_OF_ONE = 10;
const WAITING = 64;
/** Work that the office does by itself takes its turns as one more person does. */
const THE_OFFICE = '';

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

  private readonly line = new TurnQueue();
  private readonly leaving = new Map<Waiting, (why: Error) => void>();
  private inWork = 0;
  private longInWork = 0;

  constructor(private readonly options: TurnsOptions) {}

  /** @throws TooBusy when too many wait, or when the asker went away; what the work throws. */
  async take<T>(work: () => Promise<T>, { long = false } = {}): Promise<T> {
    const asker = currentAsker();
    const person = asker?.person ?? THE_OFFICE;
    if (asker?.signal.aborted) throw new TooBusy(asker.signal.reason);
    if (this.mayBegin(person, long)) this.begin(person, long);
    else await this.wait(asker, person, long);
    if (asker) asker.begun = true;
    try {
      return await work();
    } finally {
      this.end(person, long);
    }
  }

  /** Whatever waits fails. */
  close(why: () => Error): void {
    for (const leave of [...this.leaving.values()]) leave(why());
  }

  private async wait(asker: Asker | undefined, person: string, long: boolean): Promise<void> {
    this.refuseTooMany(asker);
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    const begin = () => {
      this.begin(person, long);
      resolve(undefined);
    };
    const one: Waiting = { person, operation: asker?.operation ?? '', long, since: Date.now(), begin };
    const leave = (why: Error) => {
      this.line.remove(one);
      reject(why);
    };
    const goAway = () => leave(new TooBusy(asker?.signal.reason));
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
  private refuseTooMany(asker: Asker | undefined): void {
    if (asker?.begun) return;
    const { waitingOfOne = WAITING_OF_ONE, waiting = WAITING } = this.options;
    const tooManyOfOne = asker !== undefined && this.line.lengthOf(asker.person) >= waitingOfOne;
    if (tooManyOfOne || this.line.length >= waiting) throw new TooBusy();
  }

  private mayBegin(person: string, long: boolean): boolean {
    const { atOnce, longAtOnce = atOnce, ofOneAtOnce = atOnce } = this.options;
    const hasEnough = person !== THE_OFFICE && this.line.inWorkOf(person) >= ofOneAtOnce;
    return this.inWork < atOnce && !hasEnough && !(long && this.longInWork >= longAtOnce);
  }

  private begin(person: string, long: boolean): void {
    this.inWork++;
    if (long) this.longInWork++;
    this.line.began(person);
  }

  private end(person: string, long: boolean): void {
    this.inWork--;
    if (long) this.longInWork--;
    this.line.ended(person);
    for (;;) {
      const next = this.line.next((one) => this.mayBegin(one.person, one.long));
      if (!next) return;
      next.begin();
    }
  }
}
