import type { Language } from '@patravali/contract-base';
import enConfiguration from './en/configuration.json';
import enPrintedPage from './en/printed-page.json';
import enPrintedRegister from './en/printed-register.json';
import hiConfiguration from './hi/configuration.json';
import hiPrintedPage from './hi/printed-page.json';
import hiPrintedRegister from './hi/printed-register.json';

/** What the platform itself says to people. The words of the office stand in `libs/office/messages`. */
const WORDS = {
  en: { configuration: enConfiguration, printedPage: enPrintedPage, printedRegister: enPrintedRegister },
  hi: { configuration: hiConfiguration, printedPage: hiPrintedPage, printedRegister: hiPrintedRegister },
};

export const platformWords = (language: Language): (typeof WORDS)['en'] => WORDS[language];
