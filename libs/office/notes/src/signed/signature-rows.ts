import { NoteSignatureView } from '@patravali/contract';
import { projection } from '@patravali/database';
import { certificateOfKey } from '@patravali/signing';

const SIGNATURE = projection(NoteSignatureView, {
  fileId: 's.file_id',
  note: 's.note',
  at: 's.at',
  certificate: certificateOfKey('s.organisation_id', 's.key_id'),
  revocation: 's.revocation',
});

/** The signature of the frozen note `r`, of one that came from a part where it was written; null without one. */
export const SIGNATURE_OF_NOTE = `(SELECT ${SIGNATURE.json} FROM note_signature s WHERE s.organisation_id = r.organisation_id
  AND s.file_id = COALESCE(r.part_file_id, r.file_id) AND s.note = COALESCE(r.part_note, r.number))`;
