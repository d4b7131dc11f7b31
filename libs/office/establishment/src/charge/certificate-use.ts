import type { DocumentUse } from '@patravali/documents';
import { postMarking } from '@patravali/organisation';

/** The certificates of charge: they are read where the charge is, and give no right to a document by its id. */
export const CERTIFICATE_USE: DocumentUse = {
  rows: {
    source: 'charge_handover h',
    where: 'h.organisation_id = d.organisation_id AND d.id IN (h.document_hi_id, h.document_en_id)',
  },
  name: { kind: 'charge', expression: postMarking('h.post_id') },
  readable: () => 'FALSE',
};
