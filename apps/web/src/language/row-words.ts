import en from '@messages/en/rows.json';
import hi from '@messages/hi/rows.json';
import type { Language } from '@patravali/contract';
import { useShown } from './language';

const WORDS: Record<Language, Readonly<Record<string, string>>> = { en, hi };

/** What the entry of a register is called that the record knows by its table and key: `movement 0190…`. */
export function useRowWords(): (name: string) => string {
  const { language } = useShown();
  return (name) => {
    const [table = '', ...key] = name.split(' ');
    const words = WORDS[language][`row.${table}`];
    return words ? `${words} (${key.at(-1) ?? ''})` : name;
  };
}
