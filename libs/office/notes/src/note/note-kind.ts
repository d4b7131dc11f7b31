import { isEmptyText, type NoteContent, type NoteKind, type StructuredText } from '@patravali/contract';
import type { FileCustody } from '@patravali/custody';
import { select, type SqlRunner } from '@patravali/database';
import { Refusal } from '@patravali/errors';
import { z } from 'zod';

/** What a note is, beside what it says. */
export interface KindOfNote {
  readonly kind: NoteKind;
  /** The number of the note under which it stands, if it is a section. */
  readonly mainNote: number | null;
  /** The posts with whose holders it was discussed, if it is a discussion note. */
  readonly discussedWith: string[] | null;
}

export const ORDINARY: KindOfNote = { kind: 'ordinary', mainNote: null, discussedWith: null };

/** As it is stored; what says nothing is an ordinary note. */
export function kindOf({
  kind,
  mainNote,
  discussedWith,
}: Pick<NoteContent, 'kind' | 'mainNote' | 'discussedWith'>): KindOfNote {
  return { kind: kind ?? 'ordinary', mainNote: mainNote ?? null, discussedWith: discussedWith ?? null };
}

/**
 * A section stands under a note of the same sheet that is none itself.
 * @throws Refusal `main-note-unknown`.
 */
export async function refuseUnfitMainNote(
  database: SqlRunner,
  custody: FileCustody,
  { mainNote }: Pick<KindOfNote, 'mainNote'>,
): Promise<void> {
  const mainNotes = await readMainNotes(database, custody.organisationId, [{ custody, mainNote }]);
  if (mainNote !== null && mainNotes.length === 0) throw mainNoteUnknown(mainNote);
}

/** @param within where the request has the note, as a JSON pointer. */
export function mainNoteUnknown(note: number, within = '#'): Refusal {
  const errors = [{ pointer: `${within}/mainNote`, detail: 'main-note-unknown' }];
  return new Refusal('main-note-unknown', { note }, { errors });
}

const MAIN_NOTE = z.object({ fileId: z.uuid(), number: z.int() });

/** Of the notes under which these shall stand, those that are on the same sheet and no sections. */
export async function readMainNotes(
  database: SqlRunner,
  organisationId: string,
  sections: readonly { readonly custody: FileCustody; readonly mainNote: number | null }[],
): Promise<z.infer<typeof MAIN_NOTE>[]> {
  const wanted = sections.flatMap(({ custody: { fileId }, mainNote }) =>
    mainNote === null ? [] : { fileId, mainNote },
  );
  if (wanted.length === 0) return [];
  return await select(
    database,
    MAIN_NOTE,
    `SELECT file_id AS "fileId", number FROM note WHERE organisation_id = $1 AND kind <> 'sectional'
       AND (file_id, number) IN (SELECT * FROM unnest($2::uuid[], $3::integer[]))`,
    [organisationId, wanted.map(({ fileId }) => fileId), wanted.map(({ mainNote }) => mainNote)],
  );
}

/** Only an ordinary note may do without words. @throws Refusal `note-empty`. */
export function refuseWordlessKind({ kind }: Pick<KindOfNote, 'kind'>, text: StructuredText): void {
  if (kind !== 'ordinary' && isEmptyText(text)) throw new Refusal('note-empty');
}
