import { type Addressee, type DraftContent, type EnglishText, plainText } from '@patravali/contract';
import type { Translations } from '../../language/use-translations';
import type { FormWords } from '../use-form-words';

/** A letter's content as lines of plain words, to be compared with another version. */
export function contentLines(content: DraftContent, { t, day }: Translations, say: FormWords): string {
  const { reference, english, annexures = [] } = content;
  const dated = reference?.date ? `, ${day(reference.date)}` : '';
  return [
    `${t(`letterForm.${content.form}`)} · ${t(`letterLanguage.${content.language}`)}`,
    ...content.addressees.map(addresseeLine),
    content.ownCopies ? say('draftForm.ownCopies') : '',
    content.attention === undefined ? '' : `${say('draftForm.attention')}: ${content.attention}`,
    ...(content.present ?? []).map((one) => `${say('draftForm.present')}: ${one}`),
    content.publication ?? '',
    `${t('draft.subject')}: ${content.subject}`,
    reference ? `${t('draft.referenceNumber')}: ${reference.number}${dated}` : '',
    content.salutation ?? '',
    plainText(content.body),
    ...(english ? englishLines(english, t('draft.subject')) : []),
    ...annexures.flatMap(({ title, body }) => [title, plainText(body)]),
    ...content.enclosures.map((enclosure) => `${t('draft.enclosures')}: ${enclosure}`),
    ...content.copyTo.map((copy) => `${t('draft.copyTo')}: ${addresseeLine(copy)}`),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

/** The English of a letter in both languages. */
export function englishLines({ publication = '', subject, salutation, body }: EnglishText, label: string): string[] {
  return [publication, `${label}: ${subject}`, salutation ?? '', plainText(body)];
}

export function addresseeLine({ name, designation, address, email }: Addressee): string {
  return [name, designation, address, email].filter((part) => part !== undefined).join(', ');
}
