import type { Bilingual, Language } from '@patravali/contract-base';

/** A letter with its diary number, and as it is read in Hindi, where it reads otherwise there. */
export interface Diarised<Number extends string | null = string> {
  readonly diaryNumber: Number;
  readonly diaryNumberHi: string | null;
}

/** As it is read in a language. */
export const diaryNumberIn = <Number extends string | null>(
  { diaryNumber, diaryNumberHi }: Diarised<Number>,
  language: Language,
): Number | string => (language === 'hi' ? diaryNumberHi : null) ?? diaryNumber;

/** For a sentence that is said in whichever language its reader has. */
export const diaryNumberInBoth = ({ diaryNumber, diaryNumberHi }: Diarised): string | Bilingual =>
  diaryNumberHi === null ? diaryNumber : { hi: diaryNumberHi, en: diaryNumber };
