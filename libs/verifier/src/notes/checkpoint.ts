import { fromBase64, wholeNumber } from '../bytes';
import { HASH_BYTES } from '../tree/hashing';
import { readSignedNote, type SignedNote } from './signed-note';

/** c2sp.org/tlog-checkpoint: how large the log is, and its root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: SignedNote;
}

export function readCheckpoint(bytes: Uint8Array): Checkpoint | undefined {
  const note = readSignedNote(bytes);
  // Lines that extend a checkpoint are allowed by the standard; a log of Patravali writes none.
  const [origin = '', sizeLine = '', rootLine = '', end, ...more] = note?.text.split('\n') ?? [];
  const size = wholeNumber(sizeLine);
  const root = fromBase64(rootLine);
  if (!note || origin === '' || size === undefined || root?.length !== HASH_BYTES) return undefined;
  return end === '' && more.length === 0 ? { origin, size, root, note } : undefined;
}
