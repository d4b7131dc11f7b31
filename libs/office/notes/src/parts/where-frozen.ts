/** Where the note `r` was frozen, as expressions: on the sheet of a part, if it was incorporated, else where it stands. */
export const WHERE_FROZEN = {
  organisationId: 'r.organisation_id',
  fileId: 'COALESCE(r.part_file_id, r.file_id)',
  number: 'COALESCE(r.part_note, r.number)',
} as const;
