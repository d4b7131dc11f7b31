import { captured, fromBase64, toText, wholeNumber } from '../primitives/bytes';
import { HASH_BYTES } from '../tree/hashing';
import { MOST_NOTE_BYTES } from './signed-note';

/** c2sp.org/tlog-proof: that an entry stands at this place of the log that the checkpoint signs. */
export interface TlogProof {
  readonly index: number;
  readonly hashes: readonly Uint8Array[];
  /** As it was signed, byte for byte. */
  readonly checkpoint: Uint8Array;
}

/** A proof names at most one hash for each level of the tree. */
const MOST_HASHES = 64;
const FORM = /^(c2sp\.org\/tlog-proof@v1\n(?:extra (\S*)\n)?index (.+)\n((?:\S+\n)*)\n)/;
type Parts = [head: string, extra: string | undefined, index: string, hashes: string];

export function readTlogProof(bytes: Uint8Array): TlogProof | undefined {
  const text = bytes.length > 2 * MOST_NOTE_BYTES ? undefined : toText(bytes);
  const parts = text === undefined ? undefined : captured<Parts>(FORM, text);
  if (!parts) return undefined;
  const [head, extra] = parts;
  const index = wholeNumber(parts[2]);
  const lines = parts[3].split('\n').slice(0, -1);
  const hashes = lines.flatMap((line) => fromBase64(line) ?? []);
  if (index === undefined || lines.length > MOST_HASHES) return undefined;
  if (extra !== undefined && !fromBase64(extra)) return undefined;
  if (hashes.length !== lines.length || hashes.some(({ length }) => length !== HASH_BYTES)) return undefined;
  // The head is ASCII: so many characters are so many bytes.
  return { index, hashes, checkpoint: bytes.subarray(head.length) };
}
