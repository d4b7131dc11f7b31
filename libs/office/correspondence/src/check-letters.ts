import type { PartFaultOf } from '@patravali/contract';
import { select } from '@patravali/database';
import { joinDocument } from '@patravali/documents';
import { canonicalHash, EVENTS, type RecordPart } from '@patravali/ledger';
import { z } from 'zod';
import { CORRESPONDENCE } from './on-file/office-copies';

/** Its place or its document is another, it is gone, or no event tells of it. */
type LetterFault = PartFaultOf<'letters'>;

const Letter = z.object({ firstPage: z.int(), pages: z.int(), sha256: z.string() });
const Line = z.object({
  fileId: z.uuid(),
  serial: z.int(),
  /** The hash in the event by which it came on the file. */
  recorded: z.string().nullable(),
  /** The hash in the event of its upload; null of what the office has made itself. */
  uploaded: z.string().nullable(),
  letter: Letter.nullable(),
});

/**
 * What the events say that was put on the files, beside the letters that are there, detached ones too. Events from before there were
 * chains say nothing here.
 */
const LINES = `
  SELECT COALESCE(k.file_id, e.subject_id) AS "fileId", COALESCE(k.serial, e.serial) AS serial, e.content_hash AS recorded,
    (SELECT u.content_hash FROM ${EVENTS} u WHERE u.organisation_id = $1 AND u.subject_id = k.document_id
      AND u.name = 'document.uploaded' AND u.encoding >= 1 ORDER BY u.sequence LIMIT 1) AS uploaded,
    CASE WHEN k.id IS NOT NULL THEN json_build_object('firstPage', k.first_page, 'pages', k.pages, 'sha256', d.sha256) END AS letter
  FROM (SELECT * FROM ${CORRESPONDENCE} WHERE k.organisation_id = $1 AND k.file_id = ANY ($2)) k
  FULL JOIN (SELECT subject_id, (data ->> 'serial')::integer AS serial, content_hash FROM ${EVENTS}
    WHERE organisation_id = $1 AND subject_id = ANY ($2) AND encoding >= 1 AND content_hash IS NOT NULL
      AND name IN ('correspondence.added', 'draft.issued') AND jsonb_typeof(data -> 'serial') = 'number') e
    ON e.subject_id = k.file_id AND e.serial = k.serial
  LEFT ${joinDocument('k.document_id')}
  WHERE e.serial IS NOT NULL OR k.file_id IN (SELECT first.subject_id FROM ${EVENTS} first WHERE first.organisation_id = $1
    AND first.subject_id = ANY ($2) AND first.sequence = 1 AND first.encoding >= 1)
  ORDER BY 1, 2`;

/** The letters on files, and what their documents are, held against the hashes in their events: one statement. */
export const lettersPart: RecordPart<'letters', LetterFault> = {
  name: 'letters',
  kinds: ['file'],
  async check(database, { organisationId, subjectIds }) {
    const lines = await select(database, Line, LINES, [organisationId, [...subjectIds]]);
    const wrong = lines.flatMap((line) => {
      const fault = faultOf(line);
      return fault ? [{ subjectKind: 'file' as const, subjectId: line.fileId, place: line.serial, fault }] : [];
    });
    return { count: lines.length, wrong };
  },
};

function faultOf({ fileId, serial, recorded, uploaded, letter }: z.infer<typeof Line>): LetterFault | null {
  if (!letter) return 'letter_missing';
  if (recorded === null) return 'letter_unrecorded';
  const { sha256 } = letter;
  // One that was issued is named by its bytes; one that came in, and one that was issued before, by its place with them.
  const named = [sha256, canonicalHash({ fileId, serial, ...letter })];
  return named.includes(recorded) && (uploaded ?? sha256) === sha256 ? null : 'letter_changed';
}
