import { Injectable } from '@nestjs/common';
import type { Actor } from '@patravali/authorization';
import { type Reference, referencesIn, type ReferenceTarget, type StructuredText } from '@patravali/contract';
import { CUSTODY, type FileCustody, mayReadFile } from '@patravali/custody';
import { Parameters, select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

/** On which file each of these drafts lies. */
export type FilesOfDrafts = (
  database: SqlRunner,
  organisationId: string,
  draftIds: readonly string[],
) => Promise<readonly { id: string; fileId: string }[]>;

/** Which of these issued letters the actor may read. */
export type IssuesReadable = (
  database: SqlRunner,
  actor: Actor,
  issueIds: readonly string[],
) => Promise<readonly string[]>;

/** A text on its way to the note sheet of a file. */
export interface TextOnFile {
  readonly custody: FileCustody;
  readonly text: StructuredText;
}

const NumberedNote = z.object({
  fileId: z.uuid(),
  number: z.int(),
  first: z.int().nullable(),
  paragraphs: z.int(),
});
type NumberedNote = z.infer<typeof NumberedNote>;

/**
 * Holds the references of a note against what is on the file, and against what its author may read elsewhere. Notes know
 * nothing of drafts and of letters that went out, so their areas register here how to find them.
 */
@Injectable()
export class NoteReferences {
  private filesOfDrafts: FilesOfDrafts = () => Promise.resolve([]);

  private issuesReadable: IssuesReadable = () => Promise.resolve([]);

  registerDrafts(filesOfDrafts: FilesOfDrafts): void {
    this.filesOfDrafts = filesOfDrafts;
  }

  registerIssues(issuesReadable: IssuesReadable): void {
    this.issuesReadable = issuesReadable;
  }

  /**
   * A note's references are permanent, so a wrong one would stay wrong for good.
   * @throws Refusal `reference-to-nowhere` for a reference to what is not on the file, or to what lies elsewhere and is not
   *   there for whoever makes the note official.
   */
  async refuseBroken(database: SqlRunner, actor: Actor, custody: FileCustody, text: StructuredText): Promise<void> {
    (await this.readTargets(database, actor, [{ custody, text }])).refuseBroken({ custody, text });
  }

  /** Reads what the references of all these texts lead to: as many statements for many as for one. */
  async readTargets(database: SqlRunner, actor: Actor, texts: readonly TextOnFile[]): Promise<Targets> {
    const { organisationId } = actor;
    const references = texts.flatMap(({ text }) => referencesIn(text));
    const drafts = idsOf(references, ({ to }) => to.kind === 'draft' && to.draftId);
    const files = idsOf(references, ({ to }) => to.kind === 'file' && to.fileId);
    const issues = idsOf(references, ({ to }) => to.kind === 'order' && to.issueId);
    return new Targets({
      notes: await notesOf(database, texts),
      drafts: drafts.length > 0 ? await this.filesOfDrafts(database, organisationId, drafts) : [],
      ids: new Set([
        ...(files.length > 0 ? await readableFiles(database, actor, files) : []),
        ...(issues.length > 0 ? await this.issuesReadable(database, actor, issues) : []),
      ]),
    });
  }
}

interface Found {
  readonly notes: readonly NumberedNote[];
  readonly drafts: readonly { id: string; fileId: string }[];
  readonly ids: ReadonlySet<string>;
}

/** That to which the texts refer which were asked about, as far as it is there. */
export class Targets {
  constructor(private readonly found: Found) {}

  /** @throws Refusal `reference-to-nowhere`. */
  refuseBroken({ custody: { fileId, pages }, text }: TextOnFile): void {
    const { notes, drafts, ids } = this.found;
    const ofFile = <Lying extends { fileId: string }>(things: readonly Lying[]) =>
      things.filter((thing) => thing.fileId === fileId);
    const known = { pages, notes: ofFile(notes), ids: new Set([...ids, ...ofFile(drafts).map(({ id }) => id)]) };
    const broken = referencesIn(text).find(({ to }) => !exists(to, known));
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

function idsOf(references: readonly Reference[], idOf: (one: Reference) => string | false | undefined): string[] {
  return references.map(idOf).filter((id) => typeof id === 'string');
}

async function readableFiles(database: SqlRunner, actor: Actor, fileIds: readonly string[]): Promise<string[]> {
  const parameters = new Parameters();
  const { bind } = parameters;
  const rows = await select(
    database,
    z.object({ id: z.uuid() }),
    `SELECT c.file_id AS id FROM ${CUSTODY} WHERE c.organisation_id = ${bind(actor.organisationId)}
       AND c.file_id = ANY (${bind(fileIds)}) AND ${mayReadFile(actor, parameters)}`,
    parameters.values,
  );
  return rows.map(({ id }) => id);
}

async function notesOf(database: SqlRunner, texts: readonly TextOnFile[]): Promise<NumberedNote[]> {
  const places = texts.flatMap(({ custody: { organisationId, fileId }, text }) =>
    referencesIn(text).flatMap(({ to }) => (to.kind === 'note' ? [{ organisationId, fileId, number: to.note }] : [])),
  );
  if (places.length === 0) return [];
  return await select(
    database,
    NumberedNote,
    `SELECT file_id AS "fileId", number, first_paragraph AS first, paragraphs FROM note
     WHERE (organisation_id, file_id, number) IN (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::integer[]))`,
    [
      places.map(({ organisationId }) => organisationId),
      places.map(({ fileId }) => fileId),
      places.map(({ number }) => number),
    ],
  );
}
