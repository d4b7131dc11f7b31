import { rowFilter } from '@patravali/authorization';
import { joinCustody, mayReadFile } from '@patravali/custody';
import type { DocumentUse } from '@patravali/documents';
import { FILE_ROW, joinFile } from '@patravali/files';
import { CONSULTED } from '../question/consultation-rows';
import { ConsultedPost } from '../question/consulted-post.entity';

/** Snapshots are read by the posts that are consulted, as long as they are, and by the readers of the file. */
export const SNAPSHOT_USE: DocumentUse = {
  rows: {
    source: `consultation q ${joinCustody('q.file_id')} ${joinFile('q.file_id')}`,
    where: 'q.organisation_id = d.organisation_id AND q.document_id = d.id',
  },
  name: { kind: 'file', expression: FILE_ROW.expressions.number },
  readable: (ability, parameters) => `(${mayReadFile({ ability }, parameters)} OR EXISTS (SELECT FROM ${CONSULTED}
    WHERE p.organisation_id = q.organisation_id AND p.consultation_id = q.id
      AND ${rowFilter(ability, 'read', ConsultedPost, 'p', parameters)}))`,
};
