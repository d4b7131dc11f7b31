import { type Branch, makeLexicon } from '../src/typing/lexicon';

/** Every word of the shipped list, with its forms. */
export function knownWords(): string[] {
  const words: string[] = [];
  const walk = (branch: Branch, written: string): void => {
    if (branch.price !== null) words.push(written);
    for (const [letter, next] of branch.next) walk(next, written + letter);
  };
  walk(makeLexicon().root, '');
  return words;
}

/** Random numbers that are the same in each run. */
export function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
