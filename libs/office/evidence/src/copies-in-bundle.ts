import type { AttachedLetter, RedactionView } from '@patravali/contract';
import type { ProvenEvent } from '@patravali/ledger';
import { leftOutInShort } from '@patravali/records';
import { toSha256 } from '@patravali/storage';
import type { LeftOut, LeftOutDocument, LetterInBundle } from './bundle-content';

const COPY_MADE = 'file.document_redacted';
/** What says who had this bundle made. */
const ASKED = 'file.rti_bundle_asked';

export interface CopiesInBundle {
  readonly letters: readonly LetterInBundle[];
  readonly leftOut: LeftOut;
}

/**
 * What a bundle for a request under the RTI Act holds: of each letter the last copy that was made of it for such a request, and of the
 * events those that tell of the making of these copies and of who asked for the bundle. Other events say in their reasons and facts
 * what may be exempt, so of them it holds the entry alone.
 */
export function copiesInBundle(
  attached: readonly AttachedLetter[],
  redactions: readonly RedactionView[],
  events: readonly ProvenEvent[],
): CopiesInBundle {
  const made = new Set(events.filter(({ name }) => name === COPY_MADE).map(({ contentHash }) => contentHash));
  const letters = attached.flatMap((letter): LetterWithCopy[] => {
    const last = redactions.findLast(
      ({ documentId, copy }) => documentId === letter.document.id && copy !== null && made.has(copy.sha256),
    );
    return last?.copy ? [withCopy(letter, last.copy, leftOutInShort(last.marks))] : [];
  });
  const documents = letters.map(({ inPlaceOf }) => inPlaceOf);
  const copies = new Set<string | null>(documents.map(({ copy }) => copy));
  const isSaid = ({ name, contentHash }: ProvenEvent) =>
    name === ASKED || (name === COPY_MADE && copies.has(contentHash));
  return {
    letters,
    leftOut: {
      documents: [...new Map(documents.map((document) => [document.copy, document])).values()],
      events: events.filter((event) => !isSaid(event)).map(({ id }) => id),
      uncopied: attached.length - letters.length,
    },
  };
}

type LetterWithCopy = LetterInBundle & { readonly inPlaceOf: LeftOutDocument };

function withCopy(
  letter: AttachedLetter,
  { sha256, size }: NonNullable<RedactionView['copy']>,
  leftOut: readonly string[],
): LetterWithCopy {
  const { sha256: original, size: bytes, pages, fileName } = letter.document;
  return {
    letter,
    path: `documents/${sha256}.pdf`,
    bytes: { sha256: toSha256(sha256), size, fileName },
    inPlaceOf: { sha256: original, bytes, pages, copy: sha256, leftOut },
  };
}
