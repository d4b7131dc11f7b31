import {
  type Addressee,
  type DraftContent,
  type EnglishText,
  type Named,
  plainText,
  type PostView,
} from '@patravali/contract';
import type { Translations } from '../../language/use-translations';

/** The parts of a letter, in the order in which it is read. */
export const LETTER_PARTS = [
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
  'body',
  'english',
  'enclosedDocuments',
  'enclosures',
  'annexures',
  'copyTo',
  'ownCopies',
  'replyBy',
  'signatoryPostId',
  'coSignatoryPostIds',
] as const satisfies readonly (keyof DraftContent)[];
export type LetterPart = (typeof LETTER_PARTS)[number];

/** What the words of the parts come from. */
export interface PartWords {
  readonly translations: Translations<'draft-forms'>;
  readonly posts: readonly Named<PostView>[];
}

/** The parts in which two letters differ. */
export const differingParts = (one: DraftContent, other: DraftContent): LetterPart[] =>
  LETTER_PARTS.filter((part) => JSON.stringify(one[part]) !== JSON.stringify(other[part]));

export function nameOfPart(part: LetterPart, { translations: { t } }: PartWords): string {
  switch (part) {
    case 'reference':
      return t('draft.referenceNumber');
    case 'english':
      return t('language.en');
    case 'signatoryPostId':
      return t('draft.signatory');
    case 'coSignatoryPostIds':
      return t('draftForm.coSignatories');
    case 'publication':
      return t('draftForm.gazette');
    case 'attention':
    case 'present':
    case 'reminder':
    case 'annexures':
    case 'enclosedDocuments':
    case 'ownCopies':
    case 'replyBy':
      return t(`draftForm.${part}`);
    default:
      return t(`draft.${part}`);
  }
}

/** A part as plain words, without the look of its text. */
export function wordsOfPart(
  part: LetterPart,
  content: DraftContent,
  { translations: { t, day, marking }, posts }: PartWords,
): string {
  const markings = (ids: readonly string[]) =>
    ids.map((postId) => marking(posts.find(({ id }) => id === postId))).join(', ');
  switch (part) {
    case 'form':
      return t(`letterForm.${content.form}`);
    case 'language':
      return t(`letterLanguage.${content.language}`);
    case 'addressees':
    case 'copyTo':
      return content[part].map(addresseeLine).join('\n');
    case 'enclosedDocuments':
      return (content.enclosedDocuments ?? []).map(({ title }) => title).join('\n');
    case 'enclosures':
    case 'present':
      return (content[part] ?? []).join('\n');
    case 'body':
      return plainText(content.body);
    case 'english':
      return content.english ? englishLines(content.english, t('draft.subject')) : '';
    case 'annexures':
      return (content.annexures ?? []).map(({ title, body }) => `${title}\n${plainText(body)}`).join('\n');
    case 'signatoryPostId':
      return markings([content.signatoryPostId]);
    case 'coSignatoryPostIds':
      return markings(content.coSignatoryPostIds ?? []);
    case 'ownCopies':
      return content.ownCopies ? '✓' : '';
    case 'replyBy':
      return content.replyBy === undefined ? '' : day(content.replyBy);
    case 'reference':
      return [content.reference?.number, content.reference?.date && day(content.reference.date)]
        .filter(Boolean)
        .join(', ');
    default:
      return String(content[part] ?? '');
  }
}

/** The English of a letter in both languages. */
function englishLines(english: EnglishText, label: string): string {
  const { publication, attention, referenceNumber, subject, salutation, body } = english;
  const { addressees = [], copyTo = [], enclosures = [], present = [] } = english;
  return [
    publication,
    ...addressees,
    attention,
    `${label}: ${subject}`,
    referenceNumber,
    ...present,
    salutation,
    plainText(body),
  ]
    .concat(enclosures, copyTo)
    .filter(Boolean)
    .join('\n');
}

const addresseeLine = ({ name, designation, address, email }: Addressee): string =>
  [name, designation, address, email].filter((part) => part !== undefined).join(', ');
