import { type Language, LANGUAGES } from './language';
import type { Bilingual } from './page';

/** In which languages an office names its things, writes its pages and prints. */
export const KEPT_LANGUAGES = ['hi', 'en', 'bilingual'] as const;
export type KeptLanguages = (typeof KEPT_LANGUAGES)[number];

/** The language of an office that keeps one alone; null where it keeps both. */
export const onlyLanguage = (kept: KeptLanguages | undefined): Language | null =>
  kept === 'hi' || kept === 'en' ? kept : null;

/** Both, Hindi first, or the one. */
export const languagesKept = (kept: KeptLanguages): readonly Language[] =>
  LANGUAGES.filter((language) => kept === 'bilingual' || kept === language);

/** What is said in one language alone is said so in both: the one rule for a name that is missing in the other. */
export function inBoth({ hi, en }: { readonly hi?: string | null; readonly en?: string | null }): Bilingual {
  return { hi: filled(hi) ?? filled(en) ?? '', en: filled(en) ?? filled(hi) ?? '' };
}

const filled = (text: string | null | undefined): string | undefined => (text === '' ? undefined : (text ?? undefined));

/**
 * What was typed in an office that keeps one language: its name stands for both, but the other stays as it was where this one was
 * not changed.
 */
export function namedIn(only: Language | null, typed: Bilingual, before: Bilingual | null): Bilingual {
  if (only === null) return typed;
  if (before?.[only].trim() === typed[only].trim()) return before;
  return inBoth({ [only]: typed[only] });
}

/** Texts that are in one language or in two: none of them is missing. */
const IN_EITHER = ['phrases'];
/** No name stands deeper, and whoever sends something deeper does not make us follow. */
const DEEPEST = 8;

/** The same wherever a name in something that came from outside stands in that language alone. */
export function withOnlyLanguage(content: unknown, only: Language, depth = DEEPEST): unknown {
  if (typeof content !== 'object' || content === null || depth === 0) return content;
  if (Array.isArray(content)) return content.map((each) => withOnlyLanguage(each, only, depth - 1));
  const fields = Object.entries(content as Record<string, unknown>);
  const [name, ...others] = fields;
  if (name?.[0] === only && others.length === 0 && typeof name[1] === 'string') return inBoth({ [only]: name[1] });
  return Object.fromEntries(
    fields.map(([field, value]) => [
      field,
      IN_EITHER.includes(field) ? value : withOnlyLanguage(value, only, depth - 1),
    ]),
  );
}
