import type { Phrase } from '../words/phrase';

/** What else each phrase of some groups means. */
export class Meanings {
  private readonly others = new Map<string, Phrase[]>();

  constructor(groups: readonly (readonly Phrase[])[]) {
    for (const phrases of groups) {
      for (const phrase of phrases) {
        const key = phrase.join(' ');
        const known = this.others.get(key) ?? [];
        known.push(...phrases.filter((other) => other.join(' ') !== key));
        this.others.set(key, known);
      }
    }
  }

  /** What else means the same as this phrase. */
  othersFor(phrase: Phrase): readonly Phrase[] {
    return this.others.get(phrase.join(' ')) ?? [];
  }
}
