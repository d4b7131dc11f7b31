import { Injectable } from '@nestjs/common';
import { type Actor, Parameters } from '@patravali/authorization';
import { type Reference, referencesIn, type ReferenceTarget, type StructuredText } from '@patravali/contract';
import { CUSTODY, type FileCustody, mayReadFile } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

/** Which of these drafts lie on the file. */
export type DraftsOnFile = (
  tx: Transaction,
  custody: FileCustody,
  draftIds: readonly string[],
) => Promise<readonly string[]>;

/** Which of these issued letters the actor may read. */
export type IssuesReadable = (tx: Transaction, actor: Actor, issueIds: readonly string[]) => Promise<readonly string[]>;

const NumberedNote = z.object({ number: z.int(), first: z.int().nullable(), paragraphs: z.int() });
type NumberedNote = z.infer<typeof NumberedNote>;

/**
 * Holds the references of a note against what is on the file, and against what its author may read elsewhere. Notes know
 * nothing of drafts and of letters that went out, so their areas register here how to find them.
 */
@Injectable()
export class NoteReferences {
  private draftsOnFile: DraftsOnFile = () => Promise.resolve([]);

  private issuesReadable: IssuesReadable = () => Promise.resolve([]);

  registerDrafts(draftsOnFile: DraftsOnFile): void {
    this.draftsOnFile = draftsOnFile;
  }

  registerIssues(issuesReadable: IssuesReadable): void {
    this.issuesReadable = issuesReadable;
  }

  /**
   * A note's references are permanent, so a wrong one would stay wrong for good.
   * @throws Refusal `reference-to-nowhere` for a reference to what is not on the file, or to what lies elsewhere and is not
   *   there for whoever makes the note official.
   */
  async refuseBroken(tx: Transaction, actor: Actor, custody: FileCustody, text: StructuredText): Promise<void> {
    const references = referencesIn(text);
    if (references.length === 0) return;
    const drafts = idsOf(references, ({ to }) => to.kind === 'draft' && to.draftId);
    const files = idsOf(references, ({ to }) => to.kind === 'file' && to.fileId);
    const issues = idsOf(references, ({ to }) => to.kind === 'order' && to.issueId);
    const known: Known = {
      pages: custody.pages,
      notes: await notesOf(tx, custody, noteNumbers(references)),
      ids: new Set([
        ...(drafts.length > 0 ? await this.draftsOnFile(tx, custody, drafts) : []),
        ...(files.length > 0 ? await readableFiles(tx, actor, files) : []),
        ...(issues.length > 0 ? await this.issuesReadable(tx, actor, issues) : []),
      ]),
    };
    const broken = references.find(({ to }) => !exists(to, known));
    if (broken) throw new Refusal('reference-to-nowhere', { label: broken.label });
  }
}

/** What there is of that to which a note refers. */
interface Known {
  readonly pages: number;
  readonly notes: readonly NumberedNote[];
  readonly ids: ReadonlySet<string>;
}

function exists(to: ReferenceTarget, { pages, notes, ids }: Known): boolean {
  switch (to.kind) {
    case 'correspondence':
      return to.page <= pages;
    case 'draft':
      return ids.has(to.draftId);
    case 'file':
      return ids.has(to.fileId);
    case 'order':
      return to.issueId === undefined || ids.has(to.issueId);
    case 'act':
      return true;
    case 'note': {
      const note = notes.find(({ number }) => number === to.note);
      return note !== undefined && (to.paragraph === undefined || hasParagraph(note, to.paragraph));
    }
  }
}

function hasParagraph({ first, paragraphs }: NumberedNote, paragraph: number): boolean {
  return first !== null && paragraph >= first && paragraph < first + paragraphs;
}

function noteNumbers(references: readonly Reference[]): number[] {
  return references.flatMap(({ to }) => (to.kind === 'note' ? [to.note] : []));
}

function idsOf(references: readonly Reference[], idOf: (one: Reference) => string | false | undefined): string[] {
  return references.map(idOf).filter((id) => typeof id === 'string');
}

async function readableFiles(tx: Transaction, actor: Actor, fileIds: readonly string[]): Promise<string[]> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const rows = await tx.select(
    z.object({ id: z.uuid() }),
    `SELECT c.file_id AS id FROM ${CUSTODY} WHERE c.organisation_id = ${bind(actor.organisationId)}
       AND c.file_id = ANY (${bind(fileIds)}) AND ${mayReadFile(actor, parameters)}`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
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
