import type { SqlRunner } from '@patravali/database';
import { isParticle, wordsIn } from '@patravali/devanagari';
import type { SearchWords } from '../words/search-words';
import type { Phrase } from './read-question';

interface Meaning {
  readonly phrase: Phrase;
  /** What else means the same. */
  readonly others: readonly Phrase[];
}

/** Words and phrases that mean the same, by their stems. */
export class Synonyms {
  private byFirst: Promise<ReadonlyMap<string, readonly Meaning[]>> | undefined;

  /** @param groups each of words and phrases that somebody types for one another. */
  constructor(
    private readonly words: SearchWords,
    private readonly groups: readonly (readonly string[])[],
  ) {}

  /** Looks up their stems, so that the first question need not wait for that. */
  async prepare(database: SqlRunner): Promise<ReadonlyMap<string, readonly Meaning[]>> {
    this.byFirst ??= this.load(database).catch((error: unknown) => {
      this.byFirst = undefined;
      throw error;
    });
    return await this.byFirst;
  }

  /** The phrases that begin at this place of a question, with what else means the same. */
  async at(database: SqlRunner, stems: Phrase, place: number): Promise<readonly Meaning[]> {
    const known = (await this.prepare(database)).get(stems[place] ?? '') ?? [];
    return known.filter(({ phrase }) => phrase.every((stem, at) => stems[place + at] === stem));
  }

  private async load(database: SqlRunner): Promise<ReadonlyMap<string, readonly Meaning[]>> {
    const folded = this.groups.map((group) =>
      group.map((text) => wordsIn(text).filter((word) => !isParticle(word))).filter((words) => words.length > 0),
    );
    const words = folded.flat(2);
    const stems = await this.words.stemsOf(database, words);
    const stemOf = new Map(words.map((word, at) => [word, stems[at] ?? word]));
    const byFirst = new Map<string, Meaning[]>();
    for (const group of folded) {
      const phrases = group.map((phrase) => phrase.map((word) => stemOf.get(word) ?? word));
      for (const phrase of phrases) {
        const [first = ''] = phrase;
        const meanings = byFirst.get(first) ?? [];
        meanings.push({ phrase, others: phrases.filter((other) => other.join(' ') !== phrase.join(' ')) });
        byFirst.set(first, meanings);
      }
    }
    return byFirst;
  }
}
