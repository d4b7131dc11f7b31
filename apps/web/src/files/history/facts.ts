import type { EventView, Named, PostRef } from '@patravali/contract';
import type { EventWords } from '../../language/event-words';
import type { Translations } from '../../language/use-translations';
import { CLOSED_LISTS, LEFT_OUT, PLACES, READING_ORDER } from './fact-values';

/** One thing that an event recorded, as a reader sees it. */
export interface Fact {
  label: string;
  text: string;
}

type Value = string | number | boolean | null;
type Words = Pick<
  Translations,
  't' | 'labelOf' | 'translate' | 'registerDay' | 'registerTime' | 'marking' | 'diaryNumber'
> &
  Pick<EventWords, 'factOf' | 'valueOf'>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/;

/**
 * What an event recorded, each with its label: what was changed as "old → new", values of the closed lists in words, days
 * as in a register, posts by marking and designation. Other ids tell a reader nothing, and what is empty is left out.
 */
export function factsOf(
  data: Named<EventView>['data'],
  words: Words,
  posts: readonly Pick<PostRef, 'id' | 'marking' | 'markingHi' | 'designation'>[],
): Fact[] {
  const label = words.factOf;
  const change = (name: string, before: unknown, after: unknown): Fact => ({
    label: label(name),
    text: [before, after].map((value) => shown(name, value, words) ?? '—').join(' → '),
  });
  const markingOf = (id: unknown) => words.marking(posts.find((post) => post.id === id)) || null;
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
      return post
        ? [{ label: label(name), text: `${words.marking(post)} · ${words.translate(post.designation)}` }]
        : [];
    }
    if (LEFT_OUT.includes(name)) return [];
    if (Array.isArray(value) && value.every(isObject)) {
      return value.flatMap((part) =>
        typeof part.field === 'string'
          ? [change(part.field, part.before, part.after)]
          : [{ label: label(name), text: partsOf(part, words, markingOf).join(', ') }],
      );
    }
    const text = shown(name, value, words);
    return text === null ? [] : [{ label: label(name), text }];
  };
  return inReadingOrder(asRead(data, words)).flatMap(one);
}

function inReadingOrder(facts: [string, unknown][]): [string, unknown][] {
  const place = (name: string) => (READING_ORDER.includes(name) ? READING_ORDER.indexOf(name) : READING_ORDER.length);
  return facts.toSorted(([a], [b]) => place(a) - place(b));
}

/** The parts of one of several things: to which addressee, how, where to. A bare number says of what it is one. */
function partsOf(
  part: Readonly<Record<string, unknown>>,
  words: Words,
  markingOf: (postId: unknown) => string | null,
): string[] {
  return inReadingOrder(asRead(part, words)).flatMap(([name, value]) => {
    const said = name.endsWith('PostId') ? markingOf(value) : shown(name, value, words);
    const text = LEFT_OUT.includes(name) ? null : said;
    if (text === null) return [];
    return typeof value === 'number' ? `${words.factOf(name)} ${text}` : text;
  });
}

/** A value in words; null of nothing. */
function shown(name: string, value: unknown, words: Words): string | null {
  if (Array.isArray(value)) return value.map((each) => shown(name, each, words)).join(', ') || null;
  if (!isValue(value) || value === null || value === '') return null;
  if (typeof value === 'boolean') return words.t(value ? 'history.yes' : 'history.no');
  if (typeof value === 'number') return String(PLACES.includes(name) ? value + 1 : value);
  const list = CLOSED_LISTS[name];
  if (list !== undefined) return words.valueOf(`${list}.${value}`) ?? words.labelOf(`${list}.${value}`);
  if (DAY.test(value)) return words.registerDay(value);
  return INSTANT.test(value) ? words.registerTime(value) : value;
}

function isValue(value: unknown): value is Value {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** With the diary number as it is read in the language shown. */
function asRead(data: Readonly<Record<string, unknown>>, words: Words): [string, unknown][] {
  const { diaryNumber, diaryNumberHi } = data;
  const isDiarised = typeof diaryNumber === 'string' && typeof diaryNumberHi === 'string';
  return Object.entries(
    isDiarised ? { ...data, diaryNumber: words.diaryNumber({ diaryNumber, diaryNumberHi }) } : data,
  );
}
