import type { DocumentView } from '../../documents/contract/documents';
import type { CorrespondenceView } from './correspondence';

interface OfAttached {
  document: DocumentView;
  party: string;
  subject: string;
}

/** A letter that lies on the file. */
export type AttachedLetter = CorrespondenceView & OfAttached;

/** Whether the letter lies on the file, and was not detached. */
export function isAttached<Letter extends { readonly detached: object | null }>(
  letter: Letter,
): letter is Letter & OfAttached {
  return letter.detached === null;
}
