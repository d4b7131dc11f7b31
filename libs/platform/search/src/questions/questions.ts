import type { SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { type Alternatives, type Formula, formulaOf } from './formula';
import { type Phrase, readQuestion } from './read-question';
import type { Synonyms } from './synonyms';
import { wordsAlike } from './words-alike';

/** Nobody types more, and each costs the database time. */
const MOST_WORDS = 24;
/** एस, डी, एम: how letters are called. */
const LONGEST_LETTER_NAME = 4;

/** What is asked for: first narrowly, then ever more widely. */
export interface Asked {
  /** It has neither quotes nor a minus. */
  readonly isPlain: boolean;
  /** The words in any of their forms, joined or parted. */
  readonly forms: Formula;
  /** Also what means the same; null where that adds nothing. */
  readonly meanings: Formula | null;
  /** Also what sounds alike, or was mistyped; null where that adds nothing. */
  readonly sounds: Formula | null;
}

/**
 * What to ask the database for, of what somebody typed: one statement; null where there is nothing to ask for.
 * @throws Refusal `invalid-input` of more than 24 words.
 */
export async function formulasFor(database: SqlRunner, synonyms: Synonyms, typed: string): Promise<Asked | null> {
  const question = readQuestion(typed);
  const all = [...question.words, ...question.phrases.flat(), ...question.without.flat()];
  if (question.words.length === 0 && question.phrases.length === 0) return null;
  if (all.length > MOST_WORDS) {
    throw new Refusal('invalid-input', {}, { errors: [{ pointer: '#/q', detail: 'too-many-words' }] });
  }
  const runs = runsIn(question.words);
  const known = await wordsAlike(database, [...all, ...runs.map(({ joined }) => joined)]);
  const stemOf = (word: string) => known.get(word)?.stem ?? word;
  const exact = (phrases: readonly Phrase[]): Alternatives[] => phrases.map((phrase) => [phrase.map(stemOf)]);
  const joinedAt = (at: number) => runs.filter(({ from, to }) => from <= at && at < to).map(({ joined }) => joined);
  const forms = question.words.map((word, at): Alternatives => [
    [stemOf(word)],
    ...joinedAt(at).map((joined) => [stemOf(joined)]),
    ...(known.get(word)?.parts ?? []),
  ]);
  const meanings = await withMeanings(database, synonyms, question.words.map(stemOf), forms);
  const sounds = meanings.map((alternatives, at): Alternatives => [
    ...alternatives,
    ...[question.words[at] ?? '', ...joinedAt(at)]
      .flatMap((word) => known.get(word)?.alike ?? [])
      .map((stem) => [stem]),
  ]);
  const [phrases, without] = [exact(question.phrases), exact(question.without)];
  const [narrow, wider, widest] = [forms, meanings, sounds].map((words) =>
    formulaOf([...words.map(distinct), ...phrases], without),
  ) as [Formula, Formula, Formula];
  return {
    isPlain: question.phrases.length === 0 && question.without.length === 0,
    forms: narrow,
    meanings: wider.query === narrow.query ? null : wider,
    sounds: widest.query === wider.query ? null : widest,
  };
}

/** Words that stand side by side, as one; of short ones, which may be letters of an abbreviation, up to four. */
function runsIn(words: Phrase): { readonly from: number; readonly to: number; readonly joined: string }[] {
  return words.flatMap((_, from) =>
    [2, 3, 4].flatMap((length) => {
      const run = words.slice(from, from + length);
      const isRun = run.length === length && (length === 2 || run.every((word) => word.length <= LONGEST_LETTER_NAME));
      return isRun ? [{ from, to: from + length, joined: run.join('') }] : [];
    }),
  );
}

/** What means the same as a word, or as a phrase that it is in. */
async function withMeanings(
  database: SqlRunner,
  synonyms: Synonyms,
  stems: Phrase,
  forms: readonly Alternatives[],
): Promise<readonly Alternatives[]> {
  const alternatives = forms.map((own) => [...own]);
  for (const place of stems.keys()) {
    for (const { phrase, others } of await synonyms.at(database, stems, place)) {
      for (const covered of phrase.keys()) alternatives[place + covered]?.push(...others);
    }
  }
  return alternatives;
}

const distinct = (phrases: Alternatives): Alternatives => [
  ...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values(),
];
