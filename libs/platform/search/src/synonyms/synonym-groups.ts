import { select, type SqlRunner, type Transaction } from '@patravali/database';
import { isParticle, wordsIn } from '@patravali/devanagari';
import { z } from 'zod';
import type { Phrase } from '../words/phrase';
import type { SearchWords } from '../words/search-words';
import { SynonymGroup } from './synonym-group.entity';

/** A phrase of more words is a sentence, which nobody types for another. */
export const MOST_WORDS_OF_SYNONYM = 8;

/** The groups of an office, as `g`: for a list that shows them. */
export const SYNONYM_GROUPS = 'synonym_group g';

/** Each text as the words by which it is found; of signs or particles alone there are none. */
export const tellingWords = (text: string): string[] => wordsIn(text).filter((word) => !isParticle(word));

/** Each text as its stems, with blanks between them: texts that are the same here are found by the same questions. */
export async function stemsOfTexts(
  database: SqlRunner,
  known: SearchWords,
  texts: readonly string[],
): Promise<string[]> {
  const phrases = texts.map(tellingWords);
  const stems = await known.stemsOf(database, phrases.flat());
  let next = 0;
  return phrases.map(({ length }) => stems.slice(next, (next += length)).join(' '));
}

/** The group of the office, other than this one, in which one of these stands, with the words of both. */
export async function groupWith(
  database: SqlRunner,
  organisationId: string,
  stems: readonly string[],
  exceptId: string | null,
): Promise<{ readonly words: string[]; readonly stems: string[] } | undefined> {
  const [group] = await select(
    database,
    z.object({ words: z.array(z.string()), stems: z.array(z.string()) }),
    `SELECT g.words, g.stems FROM ${SYNONYM_GROUPS}
     WHERE g.organisation_id = $1 AND g.stems && $2::text[] AND g.id IS DISTINCT FROM $3::uuid LIMIT 1`,
    [organisationId, stems, exceptId],
  );
  return group;
}

/** Adds a group, whose words stand in no other. */
export async function insertGroup(
  tx: Transaction,
  group: Omit<SynonymGroup, 'organisationId' | 'version'>,
): Promise<void> {
  await tx.insert(SynonymGroup, { ...group, organisationId: tx.by.organisationId, version: 1 });
}

/** Says anew what stands in a group that is locked. */
export async function updateGroup(
  tx: Transaction,
  { id, ...group }: Omit<SynonymGroup, 'organisationId'>,
): Promise<void> {
  await tx.update(SynonymGroup, { id }, group);
}

export async function removeGroup(tx: Transaction, id: string): Promise<void> {
  await tx.execute('DELETE FROM synonym_group WHERE organisation_id = $1 AND id = $2', [tx.by.organisationId, id]);
}

/** How many groups the office has. */
export async function countGroups(database: SqlRunner, organisationId: string): Promise<number> {
  const [row] = await select(
    database,
    z.object({ count: z.int() }),
    `SELECT count(*)::integer AS count FROM ${SYNONYM_GROUPS} WHERE g.organisation_id = $1`,
    [organisationId],
  );
  return row?.count ?? 0;
}

/** The groups of the office of which a phrase begins with one of these stems. */
export async function groupsBeginning(
  database: SqlRunner,
  organisationId: string,
  firsts: readonly string[],
): Promise<Phrase[][]> {
  const groups = await select(
    database,
    z.object({ stems: z.array(z.string()) }),
    `SELECT g.stems FROM ${SYNONYM_GROUPS}
     WHERE g.organisation_id = $1 AND first_stems(g.stems) && $2::text[] ORDER BY g.id`,
    [organisationId, [...new Set(firsts)]],
  );
  return groups.map(({ stems }) => stems.map((phrase) => phrase.split(' ')));
}
