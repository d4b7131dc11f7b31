import { fromBase64, toText, wholeNumber } from '../bytes';
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
const FORM = /^c2sp\.org\/tlog-proof@v1\n(?:extra (\S*)\n)?index (\d+)\n((?:\S+\n)*)\n/;

export function readTlogProof(bytes: Uint8Array): TlogProof | undefined {
  const text = bytes.length > 2 * MOST_NOTE_BYTES ? undefined : toText(bytes);
  const [head = '', extra, digits = '', lines = ''] = FORM.exec(text ?? '') ?? [];
  const index = wholeNumber(digits);
  const hashes = lines.split('\n').slice(0, -1).map(fromBase64);
  if (index === undefined || hashes.length > MOST_HASHES) return undefined;
  if (extra !== undefined && !fromBase64(extra)) return undefined;
  if (!hashes.every((hash) => hash?.length === HASH_BYTES)) return undefined;
  return {
    index,
    hashes: hashes.filter((hash) => hash !== undefined),
    // The head is ASCII: so many characters are so many bytes.
    checkpoint: bytes.subarray(head.length),
  };
}
