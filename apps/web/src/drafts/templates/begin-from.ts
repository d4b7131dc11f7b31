import {
  blocksOf,
  type DraftTemplate,
  isEmptyText,
  sameText,
  type StructuredText,
  withoutEmptyBlocks,
} from '@patravali/contract';
import { type DraftForm, EMPTY_TEXT_FORM, type TextForm } from '../fields/draft-form';

type Words = Pick<DraftTemplate['content'], 'subject' | 'salutation' | 'body'>;

/**
 * The draft with the words of a template. Whatever has been typed stays, a text below that of the template; what came from the
 * template chosen before goes.
 */
export function beginFrom(form: DraftForm, template: DraftTemplate | null, before: DraftTemplate | null): DraftForm {
  const english = template?.content.english;
  return {
    ...form,
    ...begun(form, template?.content, before?.content),
    english:
      form.english || english
        ? {
            ...EMPTY_TEXT_FORM,
            ...form.english,
            ...begun(form.english ?? EMPTY_TEXT_FORM, english, before?.content.english),
          }
        : null,
  };
}

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
