import type { Actor } from '@patravali/authorization';
import { DECISIONS, Instant, NOTE_COLOURS, NOTE_KINDS, StructuredText, TENURE_KINDS } from '@patravali/contract';
import { channelOfFile } from '@patravali/custody';
import { isoInstant, select, type SqlRunner, type Transaction, wantedIds } from '@patravali/database';
import { decidingPost, notesAreSigned, postLevel, rankedPost, RankedPost } from '@patravali/organisation';
import { z } from 'zod';
import { JUDGED_SIGNATURE } from '../note/judged-signature';
import { PendingSignature } from '../note/note-signature.entity';
import { DECIDED } from './decision-of-file';
import { LAST_LINE, standsBefore } from './signature-alone';

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
  /** What was decided on the file. */
  decided: DECIDED.row.nullable(),
  /** Who decides in the place of the acting post, whose decision is a recommendation; null where it decides itself. */
  decides: RankedPost.nullable(),
  ownLevel: z.int(),
});

/** What freezing a note depends on: the note in writing, the last one on the sheet that counts, and who has decided and who decides. */
export type NoteSheet = z.infer<typeof NoteSheet>;

/** Of the file `wanted.id`, for the post `$3`. */
const SHEET = `(SELECT jsonb_build_object('id', p.id, 'colour', p.colour, 'content', p.content, 'decision', p.decision,
    'kind', p.kind, 'mainNote', p.main_note, 'discussedWith', p.discussed_with,
    'authorUserId', p.author_user_id, 'authorPostId', p.author_post_id, 'authorCapacity', p.author_capacity,
    'savedAt', ${isoInstant('p.saved_at')}, 'putUpByUserId', p.put_up_by_user_id,
    'putUpByPostId', p.put_up_by_post_id, 'putUpCapacity', p.put_up_capacity, 'signature', ${JUDGED_SIGNATURE})
  FROM pending_note p WHERE p.organisation_id = $1 AND p.file_id = wanted.id) AS saved,
  (SELECT ${LAST_LINE.json} FROM note r WHERE r.organisation_id = $1 AND r.file_id = wanted.id
    AND ${standsBefore('r')} ORDER BY r.number DESC LIMIT 1) AS last,
  ${notesAreSigned('$1')} AS "toBeSigned",
  (SELECT ${DECIDED.json} FROM decision_of_file($1, wanted.id) d) AS decided,
  ${rankedPost(decidingPost('$1', channelOfFile('wanted.id').category, '$3'))} AS decides,
  ${postLevel('$3')} AS "ownLevel"`;

/** To be asked together with the lock of the file's custody, or later. */
export async function readSheet(tx: Transaction, actor: Actor, fileId: string): Promise<NoteSheet> {
  const sheet = (await readSheets(tx, actor, [fileId])).get(fileId);
  if (!sheet) throw new Error(`Nothing was read of the file ${fileId}`);
  return sheet;
}

/** What freezing a note of each of these files depends on: one statement. */
export async function readSheets(
  database: SqlRunner,
  { organisationId, postId }: Actor,
  fileIds: readonly string[],
): Promise<ReadonlyMap<string, NoteSheet>> {
  const wanted = wantedIds('$2', fileIds);
  const rows = await select(
    database,
    NoteSheet.extend({ fileId: z.uuid() }),
    `SELECT wanted.id AS "fileId", ${SHEET} FROM ${wanted.source}`,
    [organisationId, wanted.value, postId],
  );
  return new Map(rows.map(({ fileId, ...sheet }) => [fileId, sheet]));
}
