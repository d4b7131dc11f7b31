import { PINNED_KINDS, type PinnedNote, plainText, StructuredText } from '@patravali/contract';
import { projection } from '@patravali/database';
import { z } from 'zod';

/** A pinned note as it is read, with its whole text. */
const PINNED_NOTE = projection(z.object({ kind: z.enum(PINNED_KINDS), number: z.int(), text: StructuredText }), {
  kind: 'n.kind',
  number: 'n.number',
  text: 'n.content',
});
export const PinnedNoteRow = PINNED_NOTE.row;

/** The latest note of each kind that is pinned, on the file of `c`, as an expression. An index has these notes alone. */
export const PINNED_NOTES = `(SELECT COALESCE(json_agg(${PINNED_NOTE.json} ORDER BY n.kind), '[]') FROM (
    SELECT DISTINCT ON (r.kind) r.kind, r.number, r.content FROM note r
    WHERE r.organisation_id = c.organisation_id AND r.file_id = c.file_id AND r.kind IN (${PINNED_KINDS.map((kind) => `'${kind}'`).join(', ')})
    ORDER BY r.kind, r.number DESC) n)`;

/** Enough for two lines above the sheet: whole words, of so many letters. */
const OPENING = /^.{0,240}(?= |$)|^.{240}/su;

export function pinnedNote({ text, ...note }: z.infer<typeof PinnedNoteRow>): PinnedNote {
  const line = plainText(text).replace(/\s+/gu, ' ').trim();
  const opening = OPENING.exec(line)?.[0] ?? '';
  return { ...note, opening: opening.length < line.length ? `${opening} …` : opening };
}
