import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { NoteSignature, type PendingSignature } from '../note/note-signature.entity';

/** The signature freezes with the note, which has its number now. */
export function writeSignature(
  tx: Transaction,
  { organisationId, fileId }: FileCustody,
  note: number,
  { at, ...signature }: PendingSignature,
): Promise<void> {
  return tx.insert(NoteSignature, { organisationId, fileId, note, ...signature, at: new Date(at) });
}
