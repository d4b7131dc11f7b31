import type { TextMark } from '@patravali/contract';
import { STYLE } from './inert-document';

/** The declarations of a `style` attribute. They are read as letters: nothing is applied. */
export type ElementStyle = ReadonlyMap<string, string>;

export function styleOf(element: Element): ElementStyle {
  const declarations = (element.getAttribute(STYLE) ?? '').split(';').flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':');
    if (colon < 0) return [];
    return [
      [
        declaration.slice(0, colon).trim().toLowerCase(),
        declaration
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      ],
    ];
  });
  return new Map(declarations);
}

const MARK_OF_TAG: Readonly<Record<string, TextMark>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
};

/** The marks within an element: those around it, changed by its name, and by its style, which goes before its name. */
export function marksWithin(
  element: Element,
  style: ElementStyle,
  outer: ReadonlySet<TextMark>,
): ReadonlySet<TextMark> {
  const marks = new Set(outer);
  const ofTag = MARK_OF_TAG[element.localName];
  if (ofTag) marks.add(ofTag);
  const set = (mark: TextMark, value: string | undefined, on: RegExp) => {
    if (value === undefined) return;
    if (on.test(value)) marks.add(mark);
    else marks.delete(mark);
  };
  set('bold', style.get('font-weight'), /^(bold|bolder|[6-9]00)$/);
  set('italic', style.get('font-style'), /italic|oblique/);
  // That of a link only says that it is one.
  if (decorationOf(style).includes('underline') && !isInLink(element)) marks.add('underline');
  return marks;
}

export const isInLink = (element: Element): boolean => element.closest('a') !== null;

const decorationOf = (style: ElementStyle): string =>
  `${style.get('text-decoration') ?? ''} ${style.get('text-decoration-line') ?? ''}`;

/** Struck through, raised, lowered: letters that paper of ours does not have. */
export function hasEffect(element: Element, style: ElementStyle): boolean {
  // The raised number of a footnote leads to it.
  if (element.querySelector('a') !== null) return false;
  if (['s', 'strike', 'del', 'sub', 'sup'].includes(element.localName)) return true;
  return decorationOf(style).includes('line-through') || /^(super|sub)$/.test(style.get('vertical-align') ?? '');
}

/** Colours that somebody chose; every program writes black on white. */
export function hasColour(element: Element, style: ElementStyle): boolean {
  if (element.localName === 'mark') return true;
  const colour = style.get('color') ?? element.getAttribute('color')?.toLowerCase() ?? '';
  const ground = style.get('background-color') ?? style.get('background') ?? '';
  return (
    (colour !== '' && !DARK.test(colour) && !isDark(colour)) ||
    (ground !== '' && !LIGHT.test(ground) && !isLight(ground))
  );
}

const DARK =
  /^(black|auto|windowtext|inherit|initial|unset|currentcolor|canvastext|var\(.*|#[0-4][0-9a-f]([0-4][0-9a-f]){2}|#[0-4]{3})$/;
const LIGHT =
  /^(var\(|(none|white|transparent|inherit|initial|unset|window|canvas|#fff(fff)?|rgba\(0, 0, 0, 0\))( |$))/;
const channelsOf = (colour: string) =>
  (/^rgba?\(([^)]*)\)/.exec(colour)?.[1] ?? '')
    .split(/[\s,]+/)
    .slice(0, 3)
    .map(Number);
const isDark = (colour: string): boolean =>
  colour.startsWith('rgb') && channelsOf(colour).every((channel) => channel < 80);
const isLight = (colour: string): boolean =>
  colour.startsWith('rgb') && channelsOf(colour).every((channel) => channel > 240);

/** Not seen where it was copied. */
export function isHidden(style: ElementStyle): boolean {
  return style.get('display') === 'none' || style.get('mso-hide') === 'all' || style.get('visibility') === 'hidden';
}
