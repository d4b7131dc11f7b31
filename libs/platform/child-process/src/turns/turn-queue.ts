/** One who waits. */
export interface Waiting<Turn> {
  readonly person: string;
  readonly operation: string;
  /** What he waits for. */
  readonly turn: Turn;
  readonly begin: () => void;
}

/**
 * Who waits, and who is next: of the persons the one with the least in work, then the one whose last turn is the longest
 * ago, and among equals whoever came first. Within one person's work the order stays.
 */
export class TurnQueue<Turn> {
  private readonly waiting: Waiting<Turn>[] = [];
  private readonly inWork = new Map<string, number>();
  /** When each person who waits or is served had his last turn, counted in turns. */
  private readonly lastTurn = new Map<string, number>();
  private turns = 0;

  get length(): number {
    return this.waiting.length;
  }

  those(are: (one: Waiting<Turn>) => boolean): Waiting<Turn>[] {
    return this.waiting.filter(are);
  }

  add(one: Waiting<Turn>): void {
    this.waiting.push(one);
  }

  remove(one: Waiting<Turn>): void {
    const index = this.waiting.indexOf(one);
    if (index >= 0) this.waiting.splice(index, 1);
    this.forget(one.person);
  }

  /** Takes out who is next; nobody if nobody may begin. */
  next(mayBegin: (one: Waiting<Turn>) => boolean): Waiting<Turn> | undefined {
    const next = nextOf(this.waiting.filter(mayBegin), (person) => [
      this.inWork.get(person) ?? 0,
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
  inOrder(): Waiting<Turn>[] {
    const left = [...this.waiting];
    const lastTurn = new Map(this.lastTurn);
    const inOrder: Waiting<Turn>[] = [];
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
    const waits = this.waiting.some((each) => each.person === person);
    if (!waits && !this.inWork.has(person)) this.lastTurn.delete(person);
  }
}

function nextOf<Turn>(
  waiting: readonly Waiting<Turn>[],
  rankOf: (person: string) => readonly number[],
): Waiting<Turn> | undefined {
  let best: { readonly one: Waiting<Turn>; readonly rank: readonly number[] } | undefined;
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
