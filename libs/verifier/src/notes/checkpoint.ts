import { captured, fromBase64, wholeNumber } from '../primitives/bytes';
import { HASH_BYTES } from '../tree/hashing';
import { readSignedNote, type SignedNote } from './signed-note';

/** c2sp.org/tlog-checkpoint: how large the log is, and its root. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly note: SignedNote;
}

/** Lines that extend a checkpoint are allowed by the standard; a log of Patravali writes none. */
const FORM = /^(.+)\n(.+)\n(.+)\n$/;

export function readCheckpoint(bytes: Uint8Array): Checkpoint | undefined {
  const note = readSignedNote(bytes);
  const lines = note && captured<[origin: string, size: string, root: string]>(FORM, note.text);
  if (!lines) return undefined;
  const [origin] = lines;
  const size = wholeNumber(lines[1]);
  const root = fromBase64(lines[2]);
  return size === undefined || root?.length !== HASH_BYTES ? undefined : { origin, size, root, note };
}
