import { select, type SqlRunner } from '@patravali/database';
import { pronunciationOf } from '@patravali/devanagari';
import { z } from 'zod';
import type { Phrase } from '../words/phrase';
import { differsByOne } from './likeness';

/** Words that sound alike are looked up so far; the nearest come first. */
const NEAREST = 100;
/** Shorter parts of a word are no words that somebody joined. */
const SHORTEST_PART = 3;
/** Shorter words sound alike too easily. */
const SHORTEST_ALIKE = 3;
/** In shorter words a mistyped letter makes another word. */
const SHORTEST_MISTYPED = 5;

const Candidate = z.object({
  word: z.string(),
  stem: z.string(),
  spelt: z.string(),
  heard: z.string(),
  stemHeard: z.string(),
});
const Looked = z.object({
  word: z.string(),
  stem: z.string(),
  alike: z.array(Candidate),
  parts: z.array(z.object({ left: z.string(), right: z.string() })),
});

/** What a word of a question may be found by. */
export interface WordAlike {
  readonly stem: string;
  /** Two words that were joined. */
  readonly parts: readonly Phrase[];
  /** Stems of words that sound alike, in either script, or differ by a letter. */
  readonly alike: readonly string[];
}

/** Each part is looked up by the index: a join would read all words once for each word of the question. */
const LOOK_UP = `SELECT asked.word, search_stem(asked.word) AS stem,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('word', w.word, 'stem', w.stem, 'spelt', w.spelt, 'heard', w.heard,
        'stemHeard', w.stem_heard)) FROM (
      SELECT * FROM search_word WHERE asked.heard <> '' AND heard = asked.heard
      UNION SELECT * FROM search_word WHERE asked.heard <> '' AND stem_heard = asked.heard
      UNION SELECT * FROM search_word WHERE heard = ANY (string_to_array(asked.near, ' '))
      UNION SELECT * FROM search_word WHERE stem_heard = ANY (string_to_array(asked.near, ' '))
      UNION (SELECT * FROM search_word WHERE length(asked.heard) >= ${SHORTEST_MISTYPED - 1}
        AND word_cuts(word, heard) && word_cuts(asked.word, asked.heard)
        ORDER BY similarity(heard, asked.heard) DESC, word LIMIT ${NEAREST})) w), '[]') AS alike,
    COALESCE((SELECT jsonb_agg(jsonb_build_object('left', l.stem, 'right', r.stem))
      FROM generate_series(${SHORTEST_PART}, length(asked.word) - ${SHORTEST_PART}) at
      CROSS JOIN LATERAL (SELECT stem FROM search_word WHERE word = left(asked.word, at) OFFSET 0) l
      CROSS JOIN LATERAL (SELECT stem FROM search_word WHERE word = substr(asked.word, at + 1) OFFSET 0) r),
      '[]') AS parts
  FROM unnest($1::text[], $2::text[], $3::text[]) asked(word, heard, near)`;

/** Looks up what each word may be found by: one statement. */
export async function wordsAlike(
  database: SqlRunner,
  words: readonly string[],
): Promise<ReadonlyMap<string, WordAlike>> {
  const distinct = [...new Set(words)];
  const heard = distinct.map((word) => (/\d/.test(word) ? '' : pronunciationOf(word).heard));
  const near = heard.map((sound) => [...swapped(sound), ...withFlaps(sound)].join(' '));
  const rows = await select(database, Looked, LOOK_UP, [distinct, heard, near]);
  return new Map(
    rows.map(({ word, stem, alike, parts }) => [
      word,
      {
        stem,
        parts: parts.map(({ left, right }) => [left, right]),
        alike: [...new Set(alike.filter((each) => soundsAlike(word, each)).map((each) => each.stem))],
      },
    ]),
  );
}

/** With each two letters in the other order, which have too few threes in common to be found by these. */
function swapped(heard: string): string[] {
  if (heard.length < SHORTEST_MISTYPED) return [];
  const seconds = Array.from(heard).slice(1);
  return seconds.map((letter, at) => heard.slice(0, at) + letter + heard.charAt(at) + heard.slice(at + 2));
}

/** With ड़ for each r, which people write so: Rasra. */
const withFlaps = (heard: string): string[] =>
  Array.from(heard).flatMap((letter, at) =>
    at > 0 && letter === 'r' ? [`${heard.slice(0, at)}d${heard.slice(at + 1)}`] : [],
  );

const isHindi = (word: string): boolean => /[\u0900-\u097f]/.test(word);

function soundsAlike(asked: string, { word, stem, spelt, heard, stemHeard }: z.infer<typeof Candidate>): boolean {
  const sound = pronunciationOf(asked);
  if (isHindi(asked) !== isHindi(word)) {
    const isMistyped =
      sound.heard.length >= SHORTEST_MISTYPED && [heard, stemHeard].some((each) => differsByOne(sound.heard, each));
    return [sound.heard, ...withFlaps(sound.heard)].some((each) => each === heard || each === stemHeard) || isMistyped;
  }
  if (asked.length < SHORTEST_ALIKE) return false;
  if (isHindi(asked)) {
    const isSame = spelt === sound.spelt || pronunciationOf(stem).spelt === sound.spelt;
    return isSame || (sound.spelt.length >= SHORTEST_MISTYPED && differsByOne(sound.spelt, spelt));
  }
  // The a with which a word begins is not heard: SO would be found for ASO.
  const isSame = heard === sound.heard && word.length >= SHORTEST_ALIKE;
  // Blood is no flood: who mistypes a word has begun it.
  return isSame || (asked.length >= SHORTEST_MISTYPED && asked.startsWith(word.charAt(0)) && differsByOne(asked, word));
}
