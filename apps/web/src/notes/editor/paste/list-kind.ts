import { LIST_STYLES, type ListStyle } from '@patravali/contract';
import { type ElementStyle, styleOf } from './element-style';

const OF_TYPE: Readonly<Record<string, ListStyle>> = { a: 'letters-en', i: 'roman', '1': 'decimal' };

/** How a list of HTML counts. */
export function styleOfList(list: Element): ListStyle {
  const own = LIST_STYLES.find((style) => style === list.getAttribute('data-style'));
  if (own) return own;
  const items = Array.from(list.children).filter(({ localName }) => localName === 'li');
  const named = [list, ...items.slice(0, 1)].map((each) => styleOf(each).get('list-style-type') ?? '').join(' ');
  if (/alpha|latin/.test(named)) return 'letters-en';
  if (named.includes('roman')) return 'roman';
  if (/decimal|devanagari/.test(named)) return 'decimal';
  if (list.localName === 'ul') return 'bullets';
  return OF_TYPE[(list.getAttribute('type') ?? '').toLowerCase()] ?? 'decimal';
}

/** A paragraph that Word only shows as an item: `mso-list:l0 level1 lfo1`, its marker typed before it. */
export interface WordItem {
  /** Which of Word's lists it belongs to. */
  readonly list: string;
  /** From 1. */
  readonly level: number;
}

export function wordItemOf(style: ElementStyle): WordItem | null {
  const [, list, level] = /^(l\d+) level(\d+)/.exec(style.get('mso-list') ?? '') ?? [];
  return list && level ? { list, level: Number(level) } : null;
}

/** The marker that Word has typed before an item. */
export function wordMarker(paragraph: Element): string {
  const ignored = Array.from(paragraph.querySelectorAll('*')).find(isTypedMarker);
  return (ignored?.textContent ?? '').replace(/[\s\u00a0]+/g, '');
}

export const isTypedMarker = (element: Element): boolean => styleOf(element).get('mso-list') === 'ignore';

/** How a list counts, by the marker of its first item. */
export function styleOfMarker(marker: string): ListStyle {
  const sign = marker.replace(/[().\]:-]/g, '').toLowerCase();
  if (/^[\d०-९]+$/.test(sign)) return 'decimal';
  if (/^[क-ह]/.test(sign)) return 'letters-hi';
  if (/^i+$/.test(sign)) return 'roman';
  // Word's round bullet of a second level is the letter o, without any stop.
  return /^[a-z]{1,2}$/.test(sign) && sign !== marker.toLowerCase() ? 'letters-en' : 'bullets';
}
