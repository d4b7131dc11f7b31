import type { Actor } from '@patravali/authorization';
import { isEmptyText, type StructuredText } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { SqlRunner } from '@patravali/database';
import { holdersOf } from '@patravali/organisation';
import { readMainNotes } from './note-kind';
import type { NoteReferences } from './note-references';
import type { SheetFacts } from './sheet-facts';
import { sheetsWithWords } from './words';

/** What a file's next note says, as far as its rules ask the database about it. */
export interface NoteToJudge {
  readonly custody: FileCustody;
  readonly text: StructuredText;
  /** Nothing is official without a word, so that it matters whether the sheet has any. */
  readonly needsWordsBefore: boolean;
  readonly discussedWith: readonly string[] | null;
  /** Null also where it was asked when the note was written. */
  readonly mainNote: number | null;
}

/** Reads all that the rules want to know of these notes: as many statements for many as for one, and none for what none of them has. */
export async function readSheetFacts(
  database: SqlRunner,
  references: NoteReferences,
  actor: Actor,
  notes: readonly NoteToJudge[],
): Promise<SheetFacts> {
  const wordless = notes.filter(({ text, needsWordsBefore }) => needsWordsBefore && isEmptyText(text));
  const [withWords, targets, mainNotes, held] = await Promise.all([
    sheetsWithWords(
      database,
      wordless.map(({ custody }) => custody),
    ),
    references.readTargets(database, actor, notes),
    readMainNotes(database, actor.organisationId, notes),
    holdersOf(database, actor.organisationId, [...new Set(notes.flatMap(({ discussedWith }) => discussedWith ?? []))]),
  ]);
  return {
    hasWords: ({ fileId }) => withWords.has(fileId),
    refuseBroken: (custody, text) => targets.refuseBroken({ custody, text }),
    isMainNote: ({ fileId }, number) => mainNotes.some((main) => main.fileId === fileId && main.number === number),
    held,
  };
}
