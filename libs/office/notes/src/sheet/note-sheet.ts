import { DECISIONS, Instant, NOTE_COLOURS, NOTE_KINDS, StructuredText, TENURE_KINDS } from '@patravali/contract';
import { isoInstant, select, type SqlRunner, type Transaction, wantedIds } from '@patravali/database';
import { notesAreSigned } from '@patravali/organisation';
import { z } from 'zod';
import { JUDGED_SIGNATURE } from '../note/judged-signature';
import { PendingSignature } from '../note/note-signature.entity';
import { LAST_LINE, NO_OPINION } from './signature-alone';

const SavedNote = z.object({
  id: z.uuid(),
  colour: z.enum(NOTE_COLOURS),
  content: StructuredText,
  decision: z.enum(DECISIONS).nullable(),
  kind: z.enum(NOTE_KINDS),
  mainNote: z.int().nullable(),
  discussedWith: z.array(z.uuid()).nullable(),
  authorUserId: z.uuid(),
  authorPostId: z.uuid(),
  authorCapacity: z.enum(TENURE_KINDS),
  savedAt: Instant,
  putUpByUserId: z.uuid().nullable(),
  putUpByPostId: z.uuid().nullable(),
  putUpCapacity: z.enum(TENURE_KINDS).nullable(),
  signature: PendingSignature.nullable(),
});
export type SavedNote = z.infer<typeof SavedNote>;

const NoteSheet = z.object({
  saved: SavedNote.nullable(),
  last: LAST_LINE.row.nullable(),
  /** In this office authors sign their notes. */
  toBeSigned: z.boolean(),
});

/** What freezing a note depends on: the note in writing, and the last one on the sheet that is no opinion. */
export type NoteSheet = z.infer<typeof NoteSheet>;

/** Of a file on which nothing is written. */
export const EMPTY_SHEET: NoteSheet = { saved: null, last: null, toBeSigned: false };

/** Of the file `wanted.id`. */
const SHEET = `(SELECT jsonb_build_object('id', p.id, 'colour', p.colour, 'content', p.content, 'decision', p.decision,
    'kind', p.kind, 'mainNote', p.main_note, 'discussedWith', p.discussed_with,
    'authorUserId', p.author_user_id, 'authorPostId', p.author_post_id, 'authorCapacity', p.author_capacity,
    'savedAt', ${isoInstant('p.saved_at')}, 'putUpByUserId', p.put_up_by_user_id,
    'putUpByPostId', p.put_up_by_post_id, 'putUpCapacity', p.put_up_capacity, 'signature', ${JUDGED_SIGNATURE})
  FROM pending_note p WHERE p.organisation_id = $1 AND p.file_id = wanted.id) AS saved,
  (SELECT ${LAST_LINE.json} FROM note r WHERE r.organisation_id = $1 AND r.file_id = wanted.id
    AND ${NO_OPINION} ORDER BY r.number DESC LIMIT 1) AS last,
  ${notesAreSigned('$1')} AS "toBeSigned"`;

/** To be asked together with the lock of the file's custody, or later. */
export async function readSheet(tx: Transaction, fileId: string): Promise<NoteSheet> {
  const sheets = await readSheets(tx, tx.by.organisationId, [fileId]);
  return sheets.get(fileId) ?? EMPTY_SHEET;
}

/** What freezing a note of each of these files depends on: one statement. */
export async function readSheets(
  database: SqlRunner,
  organisationId: string,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, NoteSheet>> {
  const wanted = wantedIds('$2', fileIds);
  const rows = await select(
    database,
    NoteSheet.extend({ fileId: z.uuid() }),
    `SELECT wanted.id AS "fileId", ${SHEET} FROM ${wanted.source}`,
    [organisationId, wanted.value],
  );
  return new Map(rows.map(({ fileId, ...sheet }) => [fileId, sheet]));
}
