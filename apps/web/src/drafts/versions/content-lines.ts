import { type Addressee, type DraftContent, plainText } from '@patravali/contract';
import type { Translations } from '../../language/use-translations';

/** A letter's content as lines of plain words, to be compared with another version. */
export function contentLines(content: DraftContent, { t, day }: Translations): string {
  const { reference } = content;
  const dated = reference?.date ? `, ${day(reference.date)}` : '';
  return [
    `${t(`letterForm.${content.form}`)} · ${t(`letterLanguage.${content.language}`)}`,
    ...content.addressees.map(addresseeLine),
    `${t('draft.subject')}: ${content.subject}`,
    reference ? `${t('draft.referenceNumber')}: ${reference.number}${dated}` : '',
    content.salutation ?? '',
    plainText(content.body),
    ...content.enclosures.map((enclosure) => `${t('draft.enclosures')}: ${enclosure}`),
    ...content.copyTo.map((copy) => `${t('draft.copyTo')}: ${addresseeLine(copy)}`),
  ]
    .filter((line) => line !== '')
    .join('\n');
}

export function addresseeLine({ name, designation, address, email }: Addressee): string {
  return [name, designation, address, email].filter((part) => part !== undefined).join(', ');
}
