const TOTAL = 'total';
const START = '^^';
/** How much the two letters before, the one before, and none tell. */
const SHARES = [0.6, 0.3, 0.1];
/** What no word of the list does, others may. */
const LEAST = 0.0005;

/** Which letters follow one another in words of Hindi. */
export class LetterOrder {
  private readonly counts = new Map<string, Map<string, number>>();
  private readonly known = new Map<string, number>();

  count(word: string): void {
    const written = Array.from(START + word).concat('');
    for (const [index, letter] of written.entries()) {
      if (index < START.length) continue;
      for (const before of contexts(written[index - 2] ?? '', written[index - 1] ?? '')) {
        const counts = this.counts.get(before) ?? new Map<string, number>();
        this.counts.set(before, counts);
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
        counts.set(TOTAL, (counts.get(TOTAL) ?? 0) + 1);
      }
    }
  }

  /** How unlikely it is, from 0 on, that `letter` follows what is written; '' is the end of the word. */
  surprise(written: string, letter: string): number {
    const [first = '', second = ''] = (START + written).slice(-2);
    const key = `${first}${second}${letter}`;
    const known = this.known.get(key);
    if (known !== undefined) return known;
    let share = LEAST;
    for (const [index, context] of contexts(first, second).entries()) {
      const counts = this.counts.get(context);
      if (counts) share += ((SHARES[index] ?? 0) * (counts.get(letter) ?? 0)) / (counts.get(TOTAL) ?? 1);
    }
    const surprise = -Math.log(share);
    this.known.set(key, surprise);
    return surprise;
  }
}

const contexts = (first: string, second: string) => [first + second, second, ''];
