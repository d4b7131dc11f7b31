/** One who waits. */
export interface Waiting {
  readonly person: string;
  readonly operation: string;
  readonly long: boolean;
  /** Milliseconds, by the clock of the process. */
  readonly since: number;
  readonly begin: () => void;
}

/**
 * Who waits, and who is next: of the persons the one with the least in work, then the one whose last turn is the longest
 * ago, and among equals whoever came first. Within one person's work the order stays.
 */
export class TurnQueue {
  private readonly waiting: Waiting[] = [];
  private readonly inWork = new Map<string, number>();
  /** When each person who waits or is served had his last turn, counted in turns. */
  private readonly lastTurn = new Map<string, number>();
  private turns = 0;

  get length(): number {
    return this.waiting.length;
  }

  lengthOf(person: string): number {
    return this.waiting.filter((each) => each.person === person).length;
  }

  inWorkOf(person: string): number {
    return this.inWork.get(person) ?? 0;
  }

  add(one: Waiting): void {
    this.waiting.push(one);
  }

  remove(one: Waiting): void {
    const index = this.waiting.indexOf(one);
    if (index >= 0) this.waiting.splice(index, 1);
    this.forget(one.person);
  }

  /** Takes out who is next; nobody if nobody may begin. */
  next(mayBegin: (one: Waiting) => boolean): Waiting | undefined {
    const next = nextOf(this.waiting.filter(mayBegin), (person) => [
      this.inWorkOf(person),
      this.lastTurn.get(person) ?? 0,
    ]);
    if (next) this.waiting.splice(this.waiting.indexOf(next), 1);
    return next;
  }

  began(person: string): void {
    this.inWork.set(person, (this.inWork.get(person) ?? 0) + 1);
    this.lastTurn.set(person, ++this.turns);
  }

  ended(person: string): void {
    const left = (this.inWork.get(person) ?? 1) - 1;
    if (left > 0) this.inWork.set(person, left);
    else this.inWork.delete(person);
    this.forget(person);
  }

  /** Those who wait, in the order in which they would begin if each took equally long. */
  inOrder(): Waiting[] {
    const left = [...this.waiting];
    const lastTurn = new Map(this.lastTurn);
    const inOrder: Waiting[] = [];
    for (let turn = this.turns + 1; left.length > 0; turn++) {
      const next = nextOf(left, (person) => [lastTurn.get(person) ?? 0]);
      if (!next) break;
      lastTurn.set(next.person, turn);
      left.splice(left.indexOf(next), 1);
      inOrder.push(next);
    }
    return inOrder;
  }

  private forget(person: string): void {
    if (!this.inWork.has(person) && this.lengthOf(person) === 0) this.lastTurn.delete(person);
  }
}

function nextOf(waiting: readonly Waiting[], rankOf: (person: string) => readonly number[]): Waiting | undefined {
  let best: { readonly one: Waiting; readonly rank: readonly number[] } | undefined;
  for (const one of waiting) {
    const rank = rankOf(one.person);
    if (!best || isBefore(rank, best.rank)) best = { one, rank };
  }
  return best?.one;
}

/** Equals are not before one another: whoever came first stays first. */
function isBefore(rank: readonly number[], other: readonly number[]): boolean {
  for (const [index, value] of rank.entries()) {
    const difference = value - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
