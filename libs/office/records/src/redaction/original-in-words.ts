import type { Language, OriginalView } from '@patravali/contract';
import { fill } from '@patravali/language';
import { correspondencePages, messagesOf } from '@patravali/messages';

export type PlaceOfOriginal = Pick<OriginalView, 'part' | 'place' | 'firstPage' | 'lastPage'>;

/** Where it lies or with what it went, and nothing of what it says: `C/3–5`, or which enclosure of that letter. */
export function originalInWords(language: Language, { part, place, ...pages }: PlaceOfOriginal): string {
  const letter = correspondencePages(pages);
  if (place === null) return letter;
  const words = messagesOf('redaction', language);
  return fill(words[part === 'enclosure' ? 'enclosureOf' : 'ownCopyOf'], { letter, place: String(place) }, language);
}
