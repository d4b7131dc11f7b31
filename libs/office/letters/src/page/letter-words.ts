import type { Bilingual, Language, LetterLanguage } from '@patravali/contract';
import { fill, formatDate } from '@patravali/language';
import { inLanguage, type MessageKey, messagesOf } from '@patravali/messages';

export type LetterKey = MessageKey<'letter'>;

/** What is filled into a word of a letter, as it reads in each language. */
export type Filling = (language: Language) => Readonly<Record<string, string>>;

const NOTHING: Filling = () => ({});

/** The words of a letter in its language, or in both. */
export class LetterWords {
  constructor(readonly language: LetterLanguage) {}

  /** Of both languages Hindi comes first. */
  get plain(): Language {
    return this.language === 'en' ? 'en' : 'hi';
  }

  get languages(): readonly Language[] {
    return this.language === 'bilingual' ? ['hi', 'en'] : [this.language];
  }

  /** In one line. Between two languages the comma or colon comes once, behind both: `सेवा में / To,`. */
  word(key: LetterKey, filling = NOTHING): string {
    return this.inOneLine({ hi: said(key, 'hi', filling('hi')), en: said(key, 'en', filling('en')) });
  }

  inOneLine({ hi, en }: Bilingual): string {
    return this.language === 'bilingual'
      ? inLanguage(this.language, { hi: hi.replace(/(?<![,:-])[,:-]+$/, ''), en })
      : inLanguage(this.language, { hi, en });
  }

  /** A line for each language. */
  lines(key: LetterKey, filling = NOTHING): string[] {
    return this.languages.map((each) => said(key, each, filling(each)));
  }

  linesOf(text: Bilingual): string[] {
    return this.languages.map((each) => text[each]);
  }
}

export const said = (key: LetterKey, language: Language, values: Readonly<Record<string, string>> = {}): string =>
  fill(messagesOf('letter', language)[key], values, language);

/** A number as each language reads it. */
export interface ReadNumber {
  readonly number: string;
  readonly numberHi?: string | undefined;
}

export const numberIn = ({ number, numberHi }: ReadNumber, language: Language): string =>
  language === 'hi' ? (numberHi ?? number) : number;

/** What every letter says in both languages, whatever its own. */
export const inBoth = (key: LetterKey): string =>
  inLanguage('bilingual', { hi: messagesOf('letter', 'hi')[key], en: messagesOf('letter', 'en')[key] });

export const dateIn =
  (day: string): ((language: Language) => string) =>
  (language) =>
    formatDate('letter', day, language);
