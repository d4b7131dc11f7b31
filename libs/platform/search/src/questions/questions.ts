import type { SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { MOST_WORDS_OF_SYNONYM } from '../synonyms/synonym-groups';
import type { Synonyms } from '../synonyms/synonyms';
import type { Phrase } from '../words/phrase';
import { type Alternatives, type Formula, formulaOf } from './formula';
import { readQuestion } from './read-question';
import { wordsAlike } from './words-alike';

/** Nobody types more, and each costs the database time. */
const MOST_WORDS = 24;
/** एस, डी, एम: how letters are called. */
const LONGEST_LETTER_NAME = 4;

/** A phrase, and which words of the question it covers. */
interface Placed {
  readonly from: number;
  readonly to: number;
  readonly phrase: Phrase;
}

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
 * What to ask the database for, of what somebody of this office typed: two statements; null where there is nothing to ask for.
 * @throws Refusal `invalid-input` of more than 24 words.
 */
export async function formulasFor(
  database: SqlRunner,
  synonyms: Synonyms,
  organisationId: string,
  typed: string,
): Promise<Asked | null> {
  const question = readQuestion(typed);
  const all = [...question.words, ...question.phrases.flat(), ...question.without.flat()];
  if (question.words.length === 0 && question.phrases.length === 0) return null;
  if (all.length > MOST_WORDS) {
    throw new Refusal('invalid-input', {}, { errors: [{ pointer: '#/q', detail: 'too-many-words' }] });
  }
  const { forms, meanings, sounds, stemOf } = await alternativesTo(
    database,
    synonyms,
    organisationId,
    question.words,
    all,
  );
  const exact = (phrases: readonly Phrase[]): Alternatives[] => phrases.map((phrase) => [phrase.map(stemOf)]);
  const [quoted, without] = [exact(question.phrases), exact(question.without)];
  const [narrow, wider, widest] = [forms, meanings, sounds].map((words) =>
    formulaOf([...words.map(distinct), ...quoted], without),
  ) as [Formula, Formula, Formula];
  return {
    isPlain: question.phrases.length === 0 && question.without.length === 0,
    forms: narrow,
    meanings: wider.query === narrow.query ? null : wider,
    sounds: widest.query === wider.query ? null : widest,
  };
}

/** What may stand for each of some words. */
interface AlternativesOfWords {
  readonly forms: readonly Alternatives[];
  /** Also what means the same. */
  readonly meanings: readonly Alternatives[];
  /** Also what sounds alike. */
  readonly sounds: readonly Alternatives[];
  readonly stemOf: (word: string) => string;
}

/** Looks up what may stand for each of these words: two statements. @param all of them, and others of which the stem is asked */
export async function alternativesTo(
  database: SqlRunner,
  synonyms: Synonyms,
  organisationId: string,
  words: Phrase,
  all: Phrase = words,
): Promise<AlternativesOfWords> {
  const runs = runsIn(words);
  const known = await wordsAlike(database, [...all, ...runs.map(({ joined }) => joined)]);
  const stemOf = (word: string) => known.get(word)?.stem ?? word;
  const joinedAt = (at: number) => runs.filter(({ from, to }) => from <= at && at < to).map(({ joined }) => joined);
  const forms = words.map((word, at): Alternatives => [
    [stemOf(word)],
    ...joinedAt(at).map((joined) => [stemOf(joined)]),
    ...(known.get(word)?.parts ?? []),
  ]);
  const phrases = [
    ...phrasesIn(words.map(stemOf)),
    ...runs.map(({ from, to, joined }): Placed => ({ from, to, phrase: [stemOf(joined)] })),
  ];
  const others = await synonyms.othersFor(
    database,
    organisationId,
    phrases.map(({ phrase }) => phrase),
  );
  const meanings = forms.map((own, at): Alternatives =>
    distinct([
      ...own,
      ...phrases.flatMap(({ from, to }, which) => (from <= at && at < to ? (others[which] ?? []) : [])),
    ]),
  );
  const sounds = meanings.map((alternatives, at): Alternatives => [
    ...alternatives,
    ...[words[at] ?? '', ...joinedAt(at)].flatMap((word) => known.get(word)?.alike ?? []).map((stem) => [stem]),
  ]);
  return { forms, meanings, sounds, stemOf };
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

/** Words of the question that stand side by side, from one up to as many as a synonym has. */
const phrasesIn = (stems: Phrase): Placed[] =>
  stems.flatMap((_, from) =>
    Array.from({ length: Math.min(MOST_WORDS_OF_SYNONYM, stems.length - from) }, (_each, more) => {
      const to = from + more + 1;
      return { from, to, phrase: stems.slice(from, to) };
    }),
  );

const distinct = (phrases: Alternatives): Alternatives => [
  ...new Map(phrases.map((phrase) => [phrase.join(' '), phrase])).values(),
];
