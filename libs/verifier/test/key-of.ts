import { readVerifierKey, type VerifierKey } from '../src/notes/verifier-key';
import type { LogKey } from './a-log';

/** The key as the verifier reads it. */
export function keyOf({ vkey }: LogKey): VerifierKey {
  const key = readVerifierKey(vkey);
  if (!key) throw new Error(vkey);
  return key;
}
