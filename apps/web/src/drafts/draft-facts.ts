import { type DraftContent, type Named, plainText, type PostView, type StructuredText } from '@patravali/contract';
import type { Translations } from '../language/use-translations';
import type { Fact } from '../notes/merging/Differences';
import type { FormWords } from './use-form-words';
import { addresseeLine, englishLines } from './versions/content-lines';

interface TwoLetters {
  readonly mine: DraftContent;
  readonly theirs: DraftContent;
}

const PARTS = [
  'form',
  'language',
  'addressees',
  'attention',
  'publication',
  'reminder',
  'present',
  'subject',
  'reference',
  'salutation',
  'english',
  'enclosures',
  'annexures',
  'copyTo',
  'signatoryPostId',
  'coSignatoryPostIds',
  'ownCopies',
] as const satisfies readonly (keyof DraftContent)[];
type Part = (typeof PARTS)[number];

/** What the words of the parts come from. */
export interface FactWords {
  readonly translations: Translations;
  readonly say: FormWords;
  readonly posts: readonly Named<PostView>[];
}

/** In what two letters differ besides their text. */
export function draftFacts({ mine, theirs }: TwoLetters, words: FactWords): Fact[] {
  return PARTS.filter((part) => JSON.stringify(mine[part]) !== JSON.stringify(theirs[part])).map((part) => ({
    id: part,
    name: nameOf(part, words),
    mine: inWords(part, mine, words) || '—',
    theirs: inWords(part, theirs, words) || '—',
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

function nameOf(part: Part, { translations: { t }, say }: FactWords): string {
  if (part === 'reference') return t('draft.referenceNumber');
  if (part === 'english') return t('language.en');
  if (part === 'attention' || part === 'present' || part === 'reminder' || part === 'annexures')
    return say(`draftForm.${part}`);
  if (part === 'publication') return say('draftForm.gazette');
  if (part === 'coSignatoryPostIds') return say('draftForm.coSignatories');
  if (part === 'ownCopies') return say('draftForm.ownCopies');
  return t(part === 'signatoryPostId' ? 'draft.signatory' : `draft.${part}`);
}

function inWords(part: Part, content: DraftContent, { translations: { t, day }, posts }: FactWords): string {
  switch (part) {
    case 'form':
      return t(`letterForm.${content.form}`);
    case 'language':
      return t(`letterLanguage.${content.language}`);
    case 'addressees':
    case 'copyTo':
      return content[part].map(addresseeLine).join('\n');
    case 'enclosures':
    case 'present':
      return (content[part] ?? []).join('\n');
    case 'english':
      return content.english ? englishLines(content.english, t('draft.subject')).filter(Boolean).join('\n') : '';
    case 'annexures':
      return (content.annexures ?? []).map(({ title, body }) => `${title}\n${plainText(body)}`).join('\n');
    case 'signatoryPostId':
      return markingsOf([content.signatoryPostId], posts);
    case 'coSignatoryPostIds':
      return markingsOf(content.coSignatoryPostIds ?? [], posts);
    case 'ownCopies':
      return content.ownCopies ? '✓' : '';
    case 'reference':
      return [content.reference?.number, content.reference?.date && day(content.reference.date)]
        .filter(Boolean)
        .join(', ');
    default:
      return String(content[part] ?? '');
  }
}

const markingsOf = (postIds: readonly string[], posts: FactWords['posts']): string =>
  postIds.map((postId) => posts.find(({ id }) => id === postId)?.marking ?? '').join(', ');
