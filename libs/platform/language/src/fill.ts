import type { Language } from '@patravali/contract-base';
import { formatNumber } from './numbers';

/** A number is a count and is grouped as in India; what is no count (a port, a version) is given as text. */
export type MessageParams = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)(?::(\w+)|\|([^|{}]*)\|([^|{}]*))?\}/g;

/**
 * Fills a sentence: `{name}` is replaced by the value of that name, `{n|page|pages}` by the form that the count asks for,
 * `{name:form}` by whatever `show` makes of value and form. What has no value stays as it is written, and what was
 * filled in is never looked at again.
 */
export function fill<Value = string | number>(
  sentence: string,
  values: Readonly<Record<string, Value>>,
  language: Language,
  show: (value: Value | undefined, form?: string) => string | undefined = plain,
): string {
  return sentence.replace(PLACEHOLDER, (whole, name: string, form?: string, one?: string, other?: string) => {
    const value = values[name];
    if (value !== undefined && one !== undefined && other !== undefined)
      return new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : other;
    return show(value, form) ?? whole;
  });
}

function plain(value: unknown): string | undefined {
  if (typeof value === 'number') return formatNumber(value);
  return typeof value === 'string' ? value : undefined;
}
