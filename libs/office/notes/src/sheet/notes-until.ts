import { movementsAs } from '@patravali/custody';

/** Since when the note `r` stands on its sheet: those of a part came with its closing. */
const ON_SHEET_SINCE = `CASE WHEN r.part_file_id IS NULL THEN r.frozen_at ELSE (SELECT max(p.at) FROM ${movementsAs('p')}
  WHERE p.organisation_id = r.organisation_id AND p.file_id = r.part_file_id AND p.kind = 'closed') END`;

/** How many notes stood on the sheet of a file before an instant: they are numbered one after the other. From expressions. */
export const notesUntil = (organisationId: string, fileId: string, instant: string): string =>
  `(SELECT count(*)::integer FROM note r WHERE r.organisation_id = ${organisationId} AND r.file_id = ${fileId}
    AND ${ON_SHEET_SINCE} < ${instant})`;
