import type { SqlRunner } from '@patravali/database';
import type { Phrase } from '../words/phrase';
import type { SearchWords } from '../words/search-words';
import { Meanings } from './meanings';
import { groupsBeginning, stemsOfTexts } from './synonym-groups';

/** Words and phrases that mean the same, by their stems: in every office, and in one. */
export class Synonyms {
  private everywhere: Promise<Meanings> | undefined;

  /** @param groups each of words and phrases that somebody types for one another in any office. */
  constructor(
    private readonly words: SearchWords,
    private readonly groups: readonly (readonly string[])[],
  ) {}

  /** Looks up their stems, so that the first question need not wait for that. */
  async prepare(database: SqlRunner): Promise<Meanings> {
    this.everywhere ??= this.load(database).catch((error: unknown) => {
      this.everywhere = undefined;
      throw error;
    });
    return await this.everywhere;
  }

  /**
   * What means the same as each of these phrases, in their order. What the office says of a word holds for what every office calls
   * it as well. One statement asks for the office's own groups, so that what is added is found by at once.
   */
  async othersFor(database: SqlRunner, organisationId: string, phrases: readonly Phrase[]): Promise<Phrase[][]> {
    const everywhere = await this.prepare(database);
    const general = phrases.map((phrase) => everywhere.othersFor(phrase));
    const firsts = [...phrases, ...general.flat()].map(([first = '']) => first);
    const here = new Meanings(await groupsBeginning(database, organisationId, firsts));
    return phrases.map((phrase, at) => {
      const [own, others] = [here.othersFor(phrase), general[at] ?? []];
      return [
        ...own,
        ...others,
        ...own.flatMap((each) => everywhere.othersFor(each)),
        ...others.flatMap((each) => here.othersFor(each)),
      ];
    });
  }

  private async load(database: SqlRunner): Promise<Meanings> {
    const stems = await stemsOfTexts(database, this.words, this.groups.flat());
    let next = 0;
    return new Meanings(
      this.groups.map(({ length }) =>
        stems
          .slice(next, (next += length))
          .filter((phrase) => phrase !== '')
          .map((phrase) => phrase.split(' ')),
      ),
    );
  }
}
