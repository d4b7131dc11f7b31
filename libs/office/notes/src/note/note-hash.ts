import type { Decision, SheetNoteKind, StructuredText } from '@patravali/contract';
import { canonicalHash } from '@patravali/ledger';
import type { Participant } from '../discussions/participants';

/** What of a frozen note its hash is made of. */
export interface HashedNote {
  readonly fileId: string;
  readonly number: number;
  readonly firstParagraph: number | null;
  readonly content: StructuredText;
  readonly decision: Decision | null;
  readonly recommendedTo: string | null;
  readonly kind: SheetNoteKind;
  readonly mainNote: number | null;
  readonly discussedWith: readonly string[] | null;
  readonly participants: readonly Participant[];
  readonly putUpBy: Participant | null;
}

/** SHA-256 of a frozen note; what a note does not have has no part in it. */
export function hashOfNote(note: HashedNote): string {
  const { fileId, number, firstParagraph, content, decision, kind, mainNote } = note;
  const { recommendedTo, discussedWith, participants, putUpBy } = note;
  return canonicalHash({
    fileId,
    number,
    firstParagraph,
    content,
    decision,
    ...(recommendedTo !== null && { recommendedTo }),
    ...(kind !== 'ordinary' && { kind }),
    ...(mainNote !== null && { mainNote }),
    ...(discussedWith && { discussedWith: participants }),
    ...(putUpBy && { putUpBy }),
  });
}
