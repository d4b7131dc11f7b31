import type { Bilingual, Language } from '@patravali/contract';
import { fill, formatDate, formatInstant, formatNumber } from '@patravali/language';
import { messagesOf } from './topics';

/**
 * The label of a value of the office's closed lists: `label('hi', 'urgency', 'immediate')` is तत्काल. Acts and events are lists too:
 * `label('en', 'event', 'file.forwarded')`.
 */
export function label(language: Language, list: string, value: string): string {
  const key = `${list}.${value}`;
  const vocabulary: Readonly<Record<string, string>> = messagesOf('vocabulary', language);
  const acts: Readonly<Record<string, string>> = messagesOf('acts', language);
  return vocabulary[key] ?? acts[key] ?? value;
}

/**
 * The sentence of a refusal in the reader's language, with its parameters filled in. Where it is refused for one of several reasons,
 * the parameter `because` names the sentence that says the way out of that one.
 */
export function translateRefusal(
  language: Language,
  code: string,
  params: Readonly<Record<string, unknown>> = {},
): string {
  const sentences: Readonly<Record<string, string>> = messagesOf('refusals', language);
  const ways: Readonly<Record<string, string>> = messagesOf('ways-out', language);
  const sentence = ways[`${code}.${String(params.because)}`] ?? sentences[code] ?? code;
  return fill(sentence, params, language, (value, form) => show(language, value, form));
}

/** Why a field does not fit, in the reader's language. A refusal that has a sentence of its own says that at its field too. */
export function translateField(
  language: Language,
  code: string,
  params: Readonly<Record<string, unknown>> = {},
): string {
  const fields: Readonly<Record<string, string>> = messagesOf('fields', language);
  const refusals: Readonly<Record<string, string>> = messagesOf('refusals', language);
  const sentence = fields[code] ?? refusals[code] ?? messagesOf('fields', language).unfit;
  return fill(sentence, params, language, (value, form) => show(language, value, form));
}

function show(language: Language, value: unknown, form: string | undefined): string {
  if (value === undefined || value === null) return '—';
  if (Array.isArray(value)) return value.map((each) => show(language, each, form)).join(', ') || '—';
  if (isBilingual(value)) return value[language];
  const text = typeof value === 'string' || typeof value === 'number' ? `${value}` : JSON.stringify(value);
  if (form === undefined) return text;
  if (form === 'number') return formatNumber(Number(text));
  if (form === 'time') return formatInstant('screen', text, language);
  if (form === 'day') return formatDate('screen', text, language);
  return label(language, form, text);
}

function isBilingual(value: unknown): value is Bilingual {
  return typeof value === 'object' && value !== null && 'hi' in value && 'en' in value;
}
