import type { DraftContent, StructuredText } from '@patravali/contract';
import type { Fact } from '../../notes/merging/Differences';
import { differingParts, LETTER_PARTS, nameOfPart, type PartWords, wordsOfPart } from '../versions/letter-parts';

interface TwoLetters {
  readonly mine: DraftContent;
  readonly theirs: DraftContent;
}

/** In what two letters differ besides their text. */
export function draftFacts({ mine, theirs }: TwoLetters, words: PartWords): Fact[] {
  return differingParts(mine, theirs)
    .filter((part) => part !== 'body')
    .map((part) => ({
      id: part,
      name: nameOfPart(part, words),
      mine: wordsOfPart(part, mine, words) || '—',
      theirs: wordsOfPart(part, theirs, words) || '—',
    }));
}

/** The letter that was chosen of two. */
export function mergedDraft(
  { mine, theirs }: TwoLetters,
  body: StructuredText,
  taken: readonly string[],
): DraftContent {
  const theirParts = LETTER_PARTS.filter((part) => taken.includes(part)).map((part) => [part, theirs[part]]);
  return { ...mine, ...(Object.fromEntries(theirParts) as Partial<DraftContent>), body };
}
