import {
  type DraftTemplate,
  EMPTY_TEXT,
  type Language,
  type LetterForm,
  type LetterLanguage,
  namedIn,
  type StructuredText,
} from '@patravali/contract';
import { orNothing } from '../../ui/forms/use-contract-form';

/** What a template says in one language, as it is being typed. */
export interface WordsTyped {
  subject: string;
  salutation: string;
  body: StructuredText;
}

/** A template as it is being typed. */
export interface TemplateValues extends WordsTyped {
  code: string;
  name: { hi: string; en: string };
  form: LetterForm;
  language: LetterLanguage;
  series: string;
  english: WordsTyped;
}

const NO_WORDS: WordsTyped = { subject: '', salutation: '', body: EMPTY_TEXT };

const wordsOf = (words: DraftTemplate['content']['english']): WordsTyped =>
  words ? { subject: words.subject, salutation: words.salutation ?? '', body: words.body } : NO_WORDS;

export function templateValues(template: DraftTemplate | null, only: Language | null): TemplateValues {
  return {
    code: template?.code ?? '',
    name: template?.name ?? { hi: '', en: '' },
    form: template?.form ?? 'letter',
    language: template?.language ?? only ?? 'hi',
    series: template?.series ?? '',
    ...wordsOf(template?.content),
    english: wordsOf(template?.content.english),
  };
}

const said = ({ subject, salutation, body }: WordsTyped) => ({
  subject,
  salutation: orNothing(salutation) ?? null,
  body,
});

/** The request; whom such letters go to and what they enclose stays as it was kept, while the form does. */
export function keptTemplate(values: TemplateValues, before: DraftTemplate | null, only: Language | null) {
  const { code, name, form, language, series, english } = values;
  const { addressees, copyTo, enclosures } = before?.content ?? {};
  const parties = before?.form === form ? { addressees, copyTo, enclosures } : {};
  return {
    of: 'office',
    code,
    name: namedIn(only, name, before?.name ?? null),
    form,
    language,
    content: { ...said(values), ...parties, ...(language === 'bilingual' && { english: said(english) }) },
    series: orNothing(series) ?? null,
  };
}
