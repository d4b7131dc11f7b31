import type { OriginalView, RedactionView } from '@patravali/contract';
import type { ProvenEvent } from '@patravali/ledger';
import { leftOutInShort, originalInWords } from '@patravali/records';
import { toSha256 } from '@patravali/storage';
import type { CopyInBundle, LeftOut } from './bundle-content';

const COPY_MADE = 'file.document_redacted';
/** What says who had this bundle made. */
const ASKED = 'file.rti_bundle_asked';

export interface CopiesInBundle {
  readonly copies: readonly CopyInBundle[];
  readonly leftOut: LeftOut;
}

/**
 * What of a file a bundle for a request under the RTI Act holds: of each original the last copy that was made of it for such a request, and of
 * the events of the file those that tell of the making of these copies and of who asked for the bundle. Other events say in their reasons and
 * facts what may be exempt, so of them it holds the entry alone.
 */
export function copiesInBundle(
  originals: readonly OriginalView[],
  redactions: readonly RedactionView[],
  events: readonly ProvenEvent[],
): CopiesInBundle {
  const made = new Set(events.filter(({ name }) => name === COPY_MADE).map(({ contentHash }) => contentHash));
  const copies = originals.flatMap((original): CopyInBundle[] => {
    const last = redactions.findLast(
      ({ documentId, copy }) => documentId === original.document.id && copy !== null && made.has(copy.sha256),
    );
    return last?.copy ? [withCopy(original, last.copy, leftOutInShort(last.marks))] : [];
  });
  const documents = copies.map(({ inPlaceOf }) => inPlaceOf);
  const hashes = new Set<string | null>(documents.map(({ copy }) => copy));
  const isSaid = ({ name, contentHash }: ProvenEvent) =>
    name === ASKED || (name === COPY_MADE && hashes.has(contentHash));
  const unsaid = events.filter((event) => !isSaid(event)).map(({ id }) => id);
  return { copies, leftOut: { documents, events: unsaid, uncopied: originals.length - copies.length } };
}

function withCopy(
  original: OriginalView,
  { sha256, size }: NonNullable<RedactionView['copy']>,
  leftOut: readonly string[],
): CopyInBundle {
  const { sha256: ofOriginal, size: bytes, pages, fileName } = original.document;
  return {
    place: { hi: originalInWords('hi', original), en: originalInWords('en', original) },
    path: `documents/${sha256}.pdf`,
    bytes: { sha256: toSha256(sha256), size, fileName },
    inPlaceOf: { sha256: ofOriginal, bytes, pages, copy: sha256, leftOut },
  };
}
