import { DECISIONS, type PartFaultOf, SHEET_NOTE_KINDS, StructuredText } from '@patravali/contract';
import { inSlices, select } from '@patravali/database';
import { EVENTS, type RecordPart, type WrongThing } from '@patravali/ledger';
import { z } from 'zod';
import { hashOfNote } from '../note/note-hash';

type NoteFault = PartFaultOf<'notes'>;

const Id = z.uuid();
const Participants = z.array(z.object({ postId: Id, userId: Id }));
const Note = z.object({
  firstParagraph: z.int().nullable(),
  content: StructuredText,
  decision: z.enum(DECISIONS).nullable(),
  recommendedTo: Id.nullable(),
  kind: z.enum(SHEET_NOTE_KINDS),
  mainNote: z.int().nullable(),
  discussedWith: z.array(Id).nullable(),
  participants: Participants,
  putUpBy: Participants.element.nullable(),
});
const Line = z.object({ fileId: Id, number: z.int(), recorded: z.string().nullable(), note: Note.nullable() });

/**
 * What the events say that was frozen, beside the notes that are there. Events from before there were chains say nothing here: the
 * form of a text may have changed since.
 */
const LINES = `
  SELECT COALESCE(n.file_id, e.subject_id) AS "fileId", COALESCE(n.number, e.number) AS number, e.content_hash AS recorded,
    CASE WHEN n.id IS NOT NULL THEN json_build_object('firstParagraph', n.first_paragraph, 'content', n.content,
      'decision', n.decision, 'recommendedTo', n.recommended_to, 'kind', n.kind, 'mainNote', n.main_note, 'discussedWith', n.discussed_with,
      'participants', CASE WHEN n.discussed_with IS NULL THEN '[]' ELSE (
        SELECT COALESCE(json_agg(json_build_object('postId', p.post_id, 'userId', p.user_id) ORDER BY p.place), '[]')
        FROM note_participant p WHERE p.organisation_id = n.organisation_id AND p.file_id = n.file_id AND p.note = n.number) END,
      'putUpBy', CASE WHEN n.put_up_by_user_id IS NOT NULL
        THEN json_build_object('userId', n.put_up_by_user_id, 'postId', n.put_up_by_post_id) END) END AS note
  FROM (SELECT * FROM note WHERE organisation_id = $1 AND file_id = ANY ($2) AND part_file_id IS NULL) n
  FULL JOIN (SELECT subject_id, (data ->> 'note')::integer AS number, content_hash FROM ${EVENTS}
    WHERE organisation_id = $1 AND subject_id = ANY ($2) AND encoding >= 1 AND content_hash IS NOT NULL
      AND jsonb_typeof(data -> 'note') = 'number') e ON e.subject_id = n.file_id AND e.number = n.number
  WHERE e.subject_id IS NOT NULL OR n.file_id IN (SELECT first.subject_id FROM ${EVENTS} first WHERE first.organisation_id = $1
    AND first.subject_id = ANY ($2) AND first.sequence = 1 AND first.encoding >= 1)
  ORDER BY 1, 2`;

/** The notes of sheets, held against the hashes in their events, which are chained: one statement. */
export const notesPart: RecordPart<'notes', NoteFault> = {
  name: 'notes',
  kinds: ['file'],
  async check(database, { organisationId, subjectIds }) {
    const lines = await select(database, Line, LINES, [organisationId, [...subjectIds]]);
    const wrong: WrongThing<NoteFault>[] = [];
    await inSlices(lines, (line) => wrong.push(...wrongIn(line)));
    return { count: lines.length, wrong };
  },
};

function wrongIn({ fileId, number, recorded, note }: z.infer<typeof Line>): WrongThing<NoteFault>[] {
  if (note && recorded === hashOfNote({ fileId, number, ...note })) return [];
  const fault = !note ? 'note_missing' : recorded === null ? 'note_unrecorded' : 'note_changed';
  return [{ subjectKind: 'file', subjectId: fileId, place: number, fault }];
}
