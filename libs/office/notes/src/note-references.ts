import { Injectable } from '@nestjs/common';
import { type Reference, referencesIn, type StructuredText } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

/** Which of these drafts lie on the file. */
export type DraftsOnFile = (
  tx: Transaction,
  custody: FileCustody,
  draftIds: readonly string[],
) => Promise<readonly string[]>;

const NumberedNote = z.object({ number: z.int(), first: z.int().nullable(), paragraphs: z.int() });
type NumberedNote = z.infer<typeof NumberedNote>;

/**
 * Holds the references of a note against what is on the file. Notes know nothing of drafts, so the area of drafts
 * registers here how to find them.
 */
@Injectable()
export class NoteReferences {
  private draftsOnFile: DraftsOnFile = () => Promise.resolve([]);

  registerDrafts(draftsOnFile: DraftsOnFile): void {
    this.draftsOnFile = draftsOnFile;
  }

  /**
   * A note's references are permanent, so a wrong one would stay wrong for good.
   * @throws Refusal `reference-to-nowhere` for a reference to what is not on the file.
   */
  async refuseBroken(tx: Transaction, custody: FileCustody, text: StructuredText): Promise<void> {
    const references = referencesIn(text);
    if (references.length === 0) return;
    const notes = await notesOf(tx, custody, noteNumbers(references));
    const ids = draftIds(references);
    const drafts = ids.length > 0 ? await this.draftsOnFile(tx, custody, ids) : [];
    const broken = references.find((reference) => !exists(reference, custody, notes, drafts));
    if (broken) throw new Refusal('reference-to-nowhere', { label: broken.label });
  }
}

function exists(
  { to }: Reference,
  custody: FileCustody,
  notes: readonly NumberedNote[],
  drafts: readonly string[],
): boolean {
  if (to.kind === 'correspondence') return to.page <= custody.pages;
  if (to.kind === 'draft') return drafts.includes(to.draftId);
  const note = notes.find(({ number }) => number === to.note);
  return note !== undefined && (to.paragraph === undefined || hasParagraph(note, to.paragraph));
}

function hasParagraph({ first, paragraphs }: NumberedNote, paragraph: number): boolean {
  return first !== null && paragraph >= first && paragraph < first + paragraphs;
}

function noteNumbers(references: readonly Reference[]): number[] {
  return references.flatMap(({ to }) => (to.kind === 'note' ? [to.note] : []));
}

function draftIds(references: readonly Reference[]): string[] {
  return references.flatMap(({ to }) => (to.kind === 'draft' ? [to.draftId] : []));
}

async function notesOf(
  tx: Transaction,
  { organisationId, fileId }: FileCustody,
  numbers: readonly number[],
): Promise<NumberedNote[]> {
  if (numbers.length === 0) return [];
  return await tx.select(
    NumberedNote,
    `SELECT number, first_paragraph AS first, paragraphs FROM note
     WHERE organisation_id = $1 AND file_id = $2 AND number = ANY ($3)`,
    [organisationId, fileId, numbers],
  );
}
