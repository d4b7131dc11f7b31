import { rowFilter } from '@patravali/authorization';
import { joinCustody, mayReadFile } from '@patravali/custody';
import type { DocumentUse } from '@patravali/documents';
import { FILE_ROW, joinFile } from '@patravali/files';
import { LETTER_ENCLOSURES } from '@patravali/letters';
import { DOCUMENTS_OF_TEMPLATES, DraftTemplate, GOES_WITH_TEMPLATE, TEMPLATE_DOCUMENTS } from '@patravali/organisation';

const OF_TEMPLATE = 'w.organisation_id = d.organisation_id AND w.document_id = d.id';

/** Whoever may begin from a template reads what goes with it. */
export const TEMPLATE_USE: DocumentUse = {
  rows: { source: DOCUMENTS_OF_TEMPLATES, where: OF_TEMPLATE },
  name: { kind: 'template', expression: 't.code' },
  readable: (ability, parameters) =>
    `(${GOES_WITH_TEMPLATE} AND ${rowFilter(ability, 'read', DraftTemplate, 't', parameters)})`,
};

/** What lies on no file and goes with a draft is read by the readers of its file, also after it was taken off the template. */
export const DRAFT_FROM_TEMPLATE_USE: DocumentUse = {
  rows: {
    source: `${TEMPLATE_DOCUMENTS}
      JOIN ${LETTER_ENCLOSURES} ON e.organisation_id = w.organisation_id AND e.document_id = w.document_id
      JOIN draft r ON r.organisation_id = e.organisation_id AND r.id = e.draft_id
      ${joinCustody('r.file_id')} ${joinFile('r.file_id')}`,
    where: OF_TEMPLATE,
  },
  name: { kind: 'file', expression: FILE_ROW.expressions.number },
  readable: (ability, parameters) => mayReadFile({ ability }, parameters),
};
