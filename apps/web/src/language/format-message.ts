export type MessageParams = Readonly<Record<string, string | number>>;

const PLACEHOLDER = /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g;

/**
 * Fills a sentence: `{name}` is replaced by the parameter, `{n|page|pages}` by one of its forms. Numbers are grouped as
 * in India (12,34,567).
 */
export function formatMessage(pattern: string, params: MessageParams, language: string): string {
  return pattern.replace(PLACEHOLDER, (whole, name: string, one?: string, other?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one !== undefined && other !== undefined)
      return new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : other;
    return typeof value === 'number' ? formatNumber(value) : value;
  });
}

const INDIAN = new Intl.NumberFormat('en-IN', { maximumFractionDigits: 2 });

/** 12,34,567 in both languages. */
export function formatNumber(value: number): string {
  return INDIAN.format(value);
}
