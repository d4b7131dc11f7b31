import type { Actor } from '@patravali/authorization';
import type { FileCustody } from '@patravali/custody';
import type { SqlRunner, Transaction } from '@patravali/database';
import { holdersOf } from '@patravali/organisation';
import type { NoteReferences, TextOnFile } from './note-references';
import type { NoteSheet } from './note-sheet';
import type { SheetFacts } from './sheet-facts';
import { sheetHasWords, sheetsWithWords } from './words';

/** Asks when a rule wants to know. */
export function factsAsked(tx: Transaction, references: NoteReferences): SheetFacts {
  return {
    hasWords: (custody) => sheetHasWords(tx, custody),
    refuseBroken: (actor, custody, text) => references.refuseBroken(tx, actor, custody, text),
    holdersOf: (postIds) => holdersOf(tx, tx.by.organisationId, postIds),
  };
}

export interface FileSheet {
  readonly custody: FileCustody;
  readonly sheet: NoteSheet;
}

/** Reads all that a rule may want to know of these files as they lie there: as many statements for many as for one. */
export async function factsOf(
  database: SqlRunner,
  references: NoteReferences,
  actor: Actor,
  files: readonly FileSheet[],
): Promise<SheetFacts> {
  const texts = files.flatMap(({ custody, sheet: { saved } }): TextOnFile[] =>
    saved ? [{ custody, text: saved.content }] : [],
  );
  const discussedWith = files.flatMap(({ sheet: { saved } }) => saved?.discussedWith ?? []);
  const [withWords, targets, held] = await Promise.all([
    sheetsWithWords(
      database,
      files.map(({ custody }) => custody),
    ),
    references.readTargets(database, actor, texts),
    holdersOf(database, actor.organisationId, [...new Set(discussedWith)]),
  ]);
  return {
    hasWords: ({ fileId }) => Promise.resolve(withWords.has(fileId)),
    // eslint-disable-next-line @typescript-eslint/require-await -- what it throws is a rejection, as when it is asked
    refuseBroken: async (_, custody, text) => targets.refuseBroken({ custody, text }),
    holdersOf: (postIds) => Promise.resolve(held.filter(({ id }) => postIds.includes(id))),
  };
}
