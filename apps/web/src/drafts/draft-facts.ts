import type { DraftContent, Named, PostView, StructuredText } from '@patravali/contract';
import type { Translations } from '../language/use-translations';
import type { Fact } from '../notes/merging/Differences';
import { addresseeLine } from './versions/content-lines';

interface TwoLetters {
  readonly mine: DraftContent;
  readonly theirs: DraftContent;
}

const PARTS = [
  'form',
  'language',
  'addressees',
  'subject',
  'reference',
  'salutation',
  'enclosures',
  'copyTo',
  'signatoryPostId',
] as const satisfies readonly (keyof DraftContent)[];
type Part = (typeof PARTS)[number];

/** In what two letters differ besides their text. */
export function draftFacts(
  { mine, theirs }: TwoLetters,
  posts: readonly Named<PostView>[],
  translations: Translations,
): Fact[] {
  return PARTS.filter((part) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part])).map((part) => ({
    id: part,
    name: nameOf(part, translations),
    mine: inWords(part, mine, posts, translations) || '—',
    theirs: inWords(part, theirs, posts, translations) || '—',
  }));
}

/** The letter that was chosen of two. */
export function mergedDraft(
  { mine, theirs }: TwoLetters,
  body: StructuredText,
  taken: readonly string[],
): DraftContent {
  const theirParts = PARTS.filter((part) => taken.includes(part)).map((part) => [part, theirs[part]]);
  return { ...mine, ...(Object.fromEntries(theirParts) as Partial<DraftContent>), body };
}

function nameOf(part: Part, { t }: Translations): string {
  if (part === 'reference') return t('draft.referenceNumber');
  return t(part === 'signatoryPostId' ? 'draft.signatory' : `draft.${part}`);
}

function inWords(
  part: Part,
  content: DraftContent,
  posts: readonly Named<PostView>[],
  { t, day }: Translations,
): string {
  if (part === 'form') return t(`letterForm.${content.form}`);
  if (part === 'language') return t(`letterLanguage.${content.language}`);
  if (part === 'addressees' || part === 'copyTo') return content[part].map(addresseeLine).join('\n');
  if (part === 'enclosures') return content.enclosures.join('\n');
  if (part === 'signatoryPostId') return posts.find(({ id }) => id === content.signatoryPostId)?.marking ?? '';
  if (part !== 'reference') return content[part] ?? '';
  return [content.reference?.number, content.reference?.date && day(content.reference.date)].filter(Boolean).join(', ');
}
