/** SQL expressions for a place on a file. */
export interface ReferredTo {
  readonly organisationId: string;
  readonly fileId: string;
  readonly kind: 'correspondence' | 'note';
  /** The numbers of the first and the last page, or twice that of the note. */
  readonly first: string;
  readonly last: string;
}

/** The numbers of the frozen notes that refer to the place or to a part of it, in their order, as a JSON list. */
export const notesReferringTo = ({ organisationId, fileId, kind, first, last }: ReferredTo): string =>
  `(SELECT COALESCE(jsonb_agg(DISTINCT x.note ORDER BY x.note), '[]') FROM note_reference x
    WHERE x.organisation_id = ${organisationId} AND x.file_id = ${fileId} AND x.kind = '${kind}'
      AND x.number BETWEEN ${first} AND ${last})`;
