import { NoteOfPart } from '@patravali/contract';
import { type FileCustody, returnsBelow } from '@patravali/custody';
import { projection, type Transaction } from '@patravali/database';
import { WHERE_FROZEN } from './where-frozen';

type Sheet = Pick<FileCustody, 'organisationId' | 'fileId' | 'notes' | 'paragraphs'>;

/**
 * Puts the notes of a part on the sheet of the main file, in their order and as they were frozen, with the next numbers there.
 * The caller holds both locks, has closed the part, and saves the counts.
 * @returns what the custody of the main file must say afterwards.
 */
export async function incorporateNotes(
  tx: Transaction,
  part: Sheet,
  main: Sheet,
): Promise<{ readonly notes: number; readonly paragraphs: number }> {
  await tx.execute(
    `INSERT INTO note (id, organisation_id, file_id, number, first_paragraph, paragraphs, content, decision, recommended_to, kind, main_note,
       discussed_with, content_hash, author_user_id, author_post_id, capacity, put_up_by_user_id, put_up_by_post_id,
       put_up_capacity, written_at, frozen_at, part_file_id, part_note)
     SELECT gen_random_uuid(), n.organisation_id, $3, n.number + $4, n.first_paragraph + $5, n.paragraphs, n.content, n.decision,
       n.recommended_to, n.kind, n.main_note + $4, n.discussed_with, n.content_hash, n.author_user_id, n.author_post_id, n.capacity,
       n.put_up_by_user_id, n.put_up_by_post_id, n.put_up_capacity, n.written_at, n.frozen_at, n.file_id, n.number
     FROM note n WHERE n.organisation_id = $1 AND n.file_id = $2 ORDER BY n.number`,
    [part.organisationId, part.fileId, main.fileId, main.notes, main.paragraphs],
  );
  return { notes: main.notes + part.notes, paragraphs: main.paragraphs + part.paragraphs };
}

const PLACE = projection(NoteOfPart, {
  fileId: 'o.file_id',
  number: 'o.number',
  firstParagraph: 'o.first_paragraph',
});

/** Where the note `r` stands on the sheet of a part, as JSON; null of one that was not incorporated. */
export const OF_PART = `CASE WHEN r.part_file_id IS NOT NULL THEN (SELECT ${PLACE.json} FROM note o
  WHERE o.organisation_id = r.organisation_id AND o.file_id = r.part_file_id AND o.number = r.part_note) END`;

const HERE = returnsBelow({ organisationId: 'r.organisation_id', fileId: 'r.file_id', number: 'r.number' });

/** The returns below the note `r`: those on the sheet of the part came along. */
export const RETURNS = `CASE WHEN r.part_file_id IS NULL THEN ${HERE} ELSE ${returnsBelow(WHERE_FROZEN)} || ${HERE} END`;
