import type { Actor } from '@patravali/authorization';
import { MOST_SYNONYM_GROUPS } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { type FieldError, Refusal } from '@patravali/errors';
import { lockEstablishment, unfit } from '@patravali/organisation';
import {
  countGroups,
  groupWith,
  MOST_WORDS_OF_SYNONYM,
  type SearchWords,
  stemsOfTexts,
  SynonymGroup,
} from '@patravali/search';

/** Locks the group, for an administrator. @throws Refusal `not-allowed`, `not-found`, `changed-meanwhile` */
export async function lockGroup(
  tx: Transaction,
  actor: Actor,
  id: string,
  seen: number | undefined,
): Promise<SynonymGroup> {
  await lockEstablishment(tx, actor);
  const group = await tx.lock(SynonymGroup, { id });
  if (seen !== undefined && group.version !== seen) throw new Refusal('changed-meanwhile');
  return group;
}

/**
 * The stems of these words, by which questions find them.
 * @throws Refusal `invalid-input` of words that nothing is found by, or that are the same; `synonym-taken`
 */
export async function stemsOfGroup(
  tx: Transaction,
  known: SearchWords,
  words: readonly string[],
  id: string | null,
): Promise<string[]> {
  const stems = await stemsOfTexts(tx, known, words);
  const errors = words.flatMap((word, at) => mistakeOf(words, stems, at, word));
  if (errors.length > 0) throw new Refusal('invalid-input', {}, { errors });
  const other = await groupWith(tx, tx.by.organisationId, stems, id);
  const taken = stems.findIndex((stem) => other?.stems.includes(stem));
  if (other) throw unfit('synonym-taken', `words/${taken}`, { word: words[taken], words: other.words });
  return stems;
}

/** @throws Refusal `too-many-synonyms` */
export async function refuseOneMore(tx: Transaction): Promise<void> {
  const count = await countGroups(tx, tx.by.organisationId);
  if (count >= MOST_SYNONYM_GROUPS) throw new Refusal('too-many-synonyms', { count });
}

function mistakeOf(words: readonly string[], stems: readonly string[], at: number, word: string): FieldError[] {
  const stem = stems[at] ?? '';
  const wrong = (detail: string, params: object): FieldError[] => [
    { pointer: `#/words/${at}`, detail, params: { word, ...params } },
  ];
  if (stem === '') return wrong('synonym-without-letters', {});
  if (stem.split(' ').length > MOST_WORDS_OF_SYNONYM) return wrong('synonym-too-long', { most: MOST_WORDS_OF_SYNONYM });
  const first = stems.indexOf(stem);
  return first < at ? wrong('synonym-twice', { other: words[first] }) : [];
}
