import type { EventView, PostRef } from '@patravali/contract';
import type { Translations } from '../../language/use-translations';

/** One thing that an event recorded, as a reader sees it. */
export interface Fact {
  label: string;
  text: string;
}

type Value = string | number | boolean | null;
type Words = Pick<Translations, 't' | 'labelOf' | 'day' | 'dateTime'>;

/** Values of a closed list, and under which word their labels stand. */
const LISTS: Readonly<Record<string, string>> = {
  action: 'action',
  urgency: 'urgency',
  grading: 'grading',
  decision: 'decision',
  flag: 'flag',
  mode: 'dispatchMode',
  deliveryMode: 'deliveryMode',
  language: 'letterLanguage',
};
const ID = /(^id|Id)$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * What an event recorded, each with its label: what was changed as "old → new", values of the closed lists in words, days
 * as days, posts by their marking. Other ids tell a reader nothing, and what is empty is left out.
 */
export function factsOf(
  data: EventView['data'],
  words: Words,
  posts: readonly Pick<PostRef, 'id' | 'marking'>[],
): Fact[] {
  const label = (name: string) => words.labelOf(`fact.${name}`);
  const change = (name: string, before: unknown, after: unknown): Fact => ({
    label: label(name),
    text: [before, after].map((value) => shown(name, value, words) ?? '—').join(' → '),
  });
  const one = ([name, value]: [string, unknown]): Fact[] => {
    if (name.endsWith('After')) return [];
    if (name.endsWith('Before')) {
      const what = name.slice(0, -'Before'.length);
      return [change(what, value, data[`${what}After`])];
    }
    // An address that was put right.
    if (name === 'from' && 'to' in data) return [change('email', value, data.to)];
    if (name === 'to' && 'from' in data) return [];
    if (name.endsWith('PostId')) {
      const post = posts.find(({ id }) => id === value);
      return post ? [{ label: label(name), text: post.marking }] : [];
    }
    if (ID.test(name)) return [];
    if (Array.isArray(value) && value.every(isObject)) {
      return value.flatMap((part) =>
        typeof part.field === 'string'
          ? [change(part.field, part.before, part.after)]
          : [{ label: label(name), text: partsOf(part, words).join(', ') }],
      );
    }
    const text = shown(name, value, words);
    return text === null ? [] : [{ label: label(name), text }];
  };
  return Object.entries(data).flatMap(one);
}

/** The parts of one of several things: to which recipient, how, where to. */
function partsOf(part: Readonly<Record<string, unknown>>, words: Words): string[] {
  return Object.entries(part).flatMap(([name, value]) => (ID.test(name) ? [] : (shown(name, value, words) ?? [])));
}

/** A value in words; null of nothing. */
function shown(name: string, value: unknown, words: Words): string | null {
  if (Array.isArray(value)) return value.map((each) => shown(name, each, words)).join(', ') || null;
  if (!isValue(value) || value === null || value === '') return null;
  if (typeof value === 'boolean') return words.t(value ? 'history.yes' : 'history.no');
  if (typeof value === 'number') return String(value);
  const list = LISTS[name];
  if (list !== undefined) return words.labelOf(`${list}.${value}`);
  if (DAY.test(value)) return words.day(value);
  return INSTANT.test(value) ? words.dateTime(value) : value;
}

function isValue(value: unknown): value is Value {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
