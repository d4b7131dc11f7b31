import {
  blocksOf,
  type DraftTemplate,
  isEmptyText,
  sameText,
  type StructuredText,
  withoutEmptyBlocks,
} from '@patravali/contract';
import {
  addresseeForm,
  type AddresseeForm,
  type DraftForm,
  EMPTY_ENGLISH,
  EMPTY_TEXT_FORM,
  NO_ADDRESSEE,
  type TextForm,
} from '../form/draft-form';

type Words = Pick<DraftTemplate['content'], 'subject' | 'salutation' | 'body'>;

/**
 * The draft with the words of a template. Whatever has been typed stays, a text below that of the template; what came from the
 * template chosen before goes.
 */
export function beginFrom(form: DraftForm, template: DraftTemplate | null, before: DraftTemplate | null): DraftForm {
  const english = template?.content.english;
  return {
    ...form,
    enclosedDocuments: enclosedWith(form, template?.documents, before?.documents),
    ...begun(form, template?.content, before?.content),
    ...begunParties(form, template?.content, before?.content),
    english:
      form.english || english
        ? {
            ...EMPTY_ENGLISH,
            ...form.english,
            ...begun(form.english ?? EMPTY_ENGLISH, english, before?.content.english),
          }
        : null,
  };
}

/** The documents of the template beside those that were chosen on the file; those of the template chosen before go. */
function enclosedWith({ enclosedDocuments }: DraftForm, wanted: Documents = [], before: Documents = []) {
  const goes = new Set([...before, ...wanted].map(({ documentId }) => documentId));
  return [...wanted, ...enclosedDocuments.filter(({ documentId }) => !goes.has(documentId))];
}

type Documents = DraftTemplate['documents'] | undefined;

/**
 * The letter as it was changed. Once it is of another form or language than its template, it begins from none and the
 * documents of that go; they come again with the form and language.
 */
export function changedWith(form: DraftForm, next: DraftForm, template: DraftTemplate | null): DraftForm {
  if (template === null || fitsTemplate(form, template) === fitsTemplate(next, template)) return next;
  const [wanted, before] = fitsTemplate(next, template) ? [template.documents, []] : [[], template.documents];
  return { ...next, enclosedDocuments: enclosedWith(next, wanted, before) };
}

type Parties = Pick<DraftTemplate['content'], 'addressees' | 'copyTo' | 'enclosures'>;

/** Whom it goes to, who gets a copy and what goes with it; each stays as it is once something else was typed. */
function begunParties(form: DraftForm, wanted: Parties | undefined, before: Parties | undefined) {
  const people = (typed: AddresseeForm[], said: Addressees, earlier: Addressees) => {
    const named = typed.filter(({ name }) => name.trim() !== '');
    return isUntouched(named, (earlier ?? []).map(addresseeForm)) ? (said ?? []).map(addresseeForm) : typed;
  };
  const addressees = people(form.addressees, wanted?.addressees, before?.addressees);
  const lines = form.enclosures.filter((line) => line.trim() !== '');
  return {
    addressees: addressees.length > 0 ? addressees : [NO_ADDRESSEE],
    copyTo: people(form.copyTo, wanted?.copyTo, before?.copyTo),
    enclosures: isUntouched(lines, before?.enclosures ?? []) ? [...(wanted?.enclosures ?? [])] : form.enclosures,
  };
}

type Addressees = Parties['addressees'];

/** Nothing was typed, or what stands there came from the template chosen before. */
const isUntouched = (typed: readonly unknown[], earlier: readonly unknown[]): boolean =>
  typed.length === 0 || JSON.stringify(typed) === JSON.stringify(earlier);

function begun(text: TextForm, words: Words | undefined, before: Words | undefined) {
  const typed = before && sameText(text.body, before.body) ? [] : blocksOf(withoutEmptyBlocks(text.body));
  const line = (shown: string, wanted: string | null | undefined, earlier: string | null | undefined) =>
    shown.trim() === '' || shown === earlier ? (wanted ?? '') : shown;
  const body: StructuredText = { version: 2, blocks: [...(words ? blocksOf(words.body) : []), ...typed] };
  return {
    subject: line(text.subject, words?.subject, before?.subject),
    salutation: line(text.salutation, words?.salutation, before?.salutation),
    body: isEmptyText(body) ? EMPTY_TEXT_FORM.body : body,
  };
}

/** Whether the letter is still of the form and in the language of the template. */
export const fitsTemplate = (
  { form, language }: Pick<DraftForm, 'form' | 'language'>,
  template: DraftTemplate,
): boolean => template.form === form && template.language === language;
