import type { AttachedLetter } from '@patravali/contract';
import type { ProvenEvent } from '@patravali/ledger';
import { toSha256 } from '@patravali/storage';
import type { LetterInBundle } from './bundle-content';

/**
 * A document that an event names by its hash lies under that hash, so that the verifier holds one against the other. One that none
 * names, as letters issued by earlier versions, lies beside them: only the manifest names it.
 * @param beside the names of these begin so.
 */
export function lettersInBundle(
  letters: readonly AttachedLetter[],
  events: readonly ProvenEvent[],
  beside: string,
): LetterInBundle[] {
  const named = new Set(events.map(({ contentHash }) => contentHash));
  return letters.map((letter) => {
    const { sha256, size, fileName } = letter.document;
    const path = named.has(sha256) ? `documents/${sha256}.pdf` : `letters/${beside}${letter.serial}.pdf`;
    return { letter, path, bytes: { sha256: toSha256(sha256), size, fileName } };
  });
}
