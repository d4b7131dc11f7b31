import { joinCustody, mayReadFile } from '@patravali/custody';
import type { DocumentUse } from '@patravali/documents';
import { FILE_ROW, joinFile } from '@patravali/files';

/** Whoever reads the file reads the copies that were made of its documents; to read the documents themselves they give no right. */
export const REDACTION_USE: DocumentUse = {
  rows: {
    source: `redaction r ${joinCustody('r.file_id')} ${joinFile('r.file_id')}`,
    where: 'r.organisation_id = d.organisation_id AND r.copy_document_id = d.id',
  },
  name: { kind: 'file', expression: `${FILE_ROW.expressions.number} || ', RTI ' || r.sequence` },
  readable: (ability, parameters) => mayReadFile({ ability }, parameters),
};
