const START = '^^';
const END = '$';
/** How much the two letters before, the one before, and none tell. */
const SHARES = [0.6, 0.3, 0.1];
/** What no word of the list does, others may. */
const LEAST = 0.0005;

/** Which letters follow one another in words of Hindi. */
export class LetterOrder {
  /** How often three letters stand together; and, once all words are known, two and one, and what stands before them. */
  private readonly threes = new Map<string, number>();
  private sums: Map<string, number> | null = null;
  private readonly known = new Map<string, number>();

  count(word: string): void {
    const written = START + word + END;
    for (let end = START.length + 1; end <= written.length; end++) add(this.threes, written.slice(end - 3, end), 1);
  }

  /** How unlikely it is, from 0 on, that `letter` follows what is written; '' is the end of the word. */
  surprise(written: string, letter: string): number {
    const three = (START + written).slice(-2) + (letter === '' ? END : letter);
    const known = this.known.get(three);
    if (known !== undefined) return known;
    this.sums ??= sumsOf(this.threes);
    let share = LEAST;
    for (const [shorter, of] of SHARES.entries()) {
      const letters = three.slice(shorter);
      const before = this.sums.get(beforeOf(letters)) ?? 0;
      if (before > 0) share += (of * (this.sums.get(letters) ?? 0)) / before;
    }
    const surprise = -Math.log(share);
    this.known.set(three, surprise);
    return surprise;
  }
}

const add = (counts: Map<string, number>, letters: string, times: number) =>
  counts.set(letters, (counts.get(letters) ?? 0) + times);

/** Under which the sum of what may follow lies. */
const beforeOf = (letters: string) => `${letters.slice(0, -1)}*`;

function sumsOf(threes: ReadonlyMap<string, number>): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [three, times] of threes)
    for (const letters of [three, three.slice(1), three.slice(2)]) {
      add(sums, letters, times);
      add(sums, beforeOf(letters), times);
    }
  return sums;
}
