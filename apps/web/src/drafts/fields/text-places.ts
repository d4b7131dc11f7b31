import type { DraftForm, TextForm } from '../form/draft-form';

/** A text of a letter, and where it stands in it. */
export interface TextPlace {
  /** Null of the only one, which needs no name. */
  readonly language: 'hi' | 'en' | null;
  readonly text: TextForm;
  /** Before the names of its fields, among the errors. */
  readonly path: '' | 'english.';
  readonly changed: (changes: Partial<TextForm>) => Partial<DraftForm>;
}

/** One text, or the Hindi and the English of a letter in both languages. */
export function textPlaces(form: DraftForm): TextPlace[] {
  const { english } = form;
  const own = { text: form, path: '' as const, changed: (changes: Partial<TextForm>) => changes };
  if (form.language !== 'bilingual' || !english) return [{ ...own, language: null }];
  return [
    { ...own, language: 'hi' },
    {
      language: 'en',
      text: english,
      path: 'english.',
      changed: (changes) => ({ english: { ...english, ...changes } }),
    },
  ];
}
