import type { Bilingual, Language } from '@patravali/contract';
import enRefusals from './en/refusals.json';
import enVocabulary from './en/vocabulary.json';
import hiRefusals from './hi/refusals.json';
import hiVocabulary from './hi/vocabulary.json';
import { formatDay, formatNumber, formatTime } from './formats';

const REFUSALS: Record<Language, Readonly<Record<string, string>>> = { hi: hiRefusals, en: enRefusals };
const VOCABULARY: Record<Language, Readonly<Record<string, string>>> = { hi: hiVocabulary, en: enVocabulary };

/** The label of a value of the office's closed lists: `label('hi', 'urgency', 'immediate')` is तत्काल. */
export function label(language: Language, list: string, value: string): string {
  return VOCABULARY[language][`${list}.${value}`] ?? value;
}

/** The sentence of a refusal in the reader's language, with its parameters set in. */
export function say(language: Language, code: string, params: Readonly<Record<string, unknown>> = {}): string {
  const template = REFUSALS[language][code] ?? code;
  return template.replace(/\{(\w+)(?::(\w+))?\}/g, (_, name: string, format?: string) =>
    show(language, params[name], format),
  );
}

function show(language: Language, value: unknown, format: string | undefined): string {
  if (value === undefined || value === null) return '—';
  if (Array.isArray(value)) return value.map((each) => show(language, each, format)).join(', ') || '—';
  if (isBilingual(value)) return value[language];
  const text = typeof value === 'string' || typeof value === 'number' ? `${value}` : JSON.stringify(value);
  if (format === undefined) return text;
  if (format === 'number') return formatNumber(Number(text));
  if (format === 'time') return formatTime(language, new Date(text));
  if (format === 'day') return formatDay(language, text);
  return label(language, format, text);
}

function isBilingual(value: unknown): value is Bilingual {
  return typeof value === 'object' && value !== null && 'hi' in value && 'en' in value;
}
