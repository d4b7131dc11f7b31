import type { FileModel } from '../model/file-model';
import { kindName } from '../model/kinds';
import type { TestOffice } from '../office/test-office';

export interface Stored {
  readonly id: string;
  readonly hashes: readonly string[];
}

/** Files as their rows are, by markings of posts; the version of each tells that nothing at all was written. */
export async function filesStored(office: TestOffice, fileIds: readonly string[]): Promise<Map<string, Stored>> {
  const marking = (column: string) => `(SELECT marking FROM post WHERE id = c.${column})`;
  const kind = (
    note: string,
  ) => `${note}.kind || ' ' || COALESCE(${note}.main_note::text, '') || COALESCE((SELECT marking FROM post
    WHERE id = ${note}.discussed_with[1]), '')`;
  const rows = await office.rows<Stored>(
    `SELECT c.file_id AS id, c.state, ${marking('holder_post_id')} AS holder, ${marking('sender_post_id')} AS sender,
       ${marking('closed_by_post_id')} AS "closedBy", c.opened_at IS NOT NULL AS opened, c.version,
       ARRAY(SELECT marking FROM post WHERE id = ANY (c.reader_post_ids) ORDER BY marking COLLATE "C") AS readers,
       ARRAY(SELECT ${kind('n')} FROM note n WHERE n.file_id = c.file_id ORDER BY n.number) AS kinds,
       (SELECT ${kind('p')} FROM pending_note p WHERE p.file_id = c.file_id) AS "pendingKind",
       ARRAY(SELECT a.note || ' ' || a.answer FROM participant_answer a WHERE a.file_id = c.file_id ORDER BY a.note) AS answers,
       (SELECT p.colour FROM pending_note p WHERE p.file_id = c.file_id) AS pending, c.for_correction AS "forCorrection",
       ARRAY(SELECT p.marking FROM note_version v JOIN post p ON p.id = v.post_id WHERE v.file_id = c.file_id ORDER BY v.number)
         AS versions,
       (SELECT COALESCE(q.outcome, 'asked') FROM file_recall q WHERE q.file_id = c.file_id AND q.movement_sequence = c.movements
         ORDER BY q.asked_at DESC, q.id DESC LIMIT 1) AS recall,
       ARRAY(SELECT p.marking FROM note_set_aside a JOIN post p ON p.id = a.post_id WHERE a.file_id = c.file_id
         ORDER BY p.marking COLLATE "C") AS "setAside",
       ARRAY[c.notes, (SELECT count(*)::int FROM note n WHERE n.file_id = c.file_id)] AS notes,
       ARRAY[c.paragraphs, (SELECT COALESCE(sum(n.paragraphs), 0)::int FROM note n WHERE n.file_id = c.file_id)] AS paragraphs,
       ARRAY[c.movements, (SELECT count(*)::int FROM movement m WHERE m.file_id = c.file_id)] AS movements,
       (SELECT count(*)::int FROM event e WHERE e.subject_id = c.file_id) AS events,
       (SELECT count(*)::int FROM file_opening o WHERE o.file_id = c.file_id) AS openings,
       ARRAY(SELECT content_hash FROM note n WHERE n.file_id = c.file_id ORDER BY number) AS hashes
     FROM file_custody c WHERE c.file_id = ANY ($1)`,
    [fileIds],
  );
  if (rows.length !== fileIds.length) throw new Error('A file is not there');
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same by the model, as far as it knows. */
export function fileModelled(file: FileModel) {
  const { holder, sender, closedBy, opened, sheet, paragraphs, register, events } = file;
  return {
    state: file.state,
    holder,
    sender,
    closedBy,
    opened,
    events: events.filter(({ ofOther }) => !ofOther).length,
    readers: [...file.readers].sort(),
    pending: file.pending?.colour ?? null,
    pendingKind: file.pending && kindName(file.pending),
    kinds: sheet.map(kindName),
    answers: sheet.flatMap(({ answered, ofPart }, index) => (answered && !ofPart ? [`${index + 1} ${answered}`] : [])),
    forCorrection: file.forCorrection,
    recall: file.recall,
    setAside: [...file.notesAside].flatMap(([post, notes]) => notes.map(() => post)).sort(),
    notes: [sheet.length, sheet.length],
    paragraphs: [paragraphs, paragraphs],
    movements: [register.length, register.length],
    openings: register.filter((line) => line.opened).length,
  };
}
