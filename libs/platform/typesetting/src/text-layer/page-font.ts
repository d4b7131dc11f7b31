import { type PlacedGlyph, readShown, type Shown } from './glyph-strings';
import { divided, withoutSigns } from './letters-and-signs';

/** Letters that are drawn as one: what they say, UTF-16 in hex, and all that is drawn for it. */
export interface Cluster {
  readonly text: string;
  readonly glyphs: readonly PlacedGlyph[];
  /** In thousandths of the size of the font. */
  readonly width: number;
}

/** What a page's content can be read with: the font that it names. Glyphs are numbered in the order of their first use. */
export class PageFont {
  private readonly agreeing = new WeakSet<PageFont>();
  private readonly shown = new Map<string, Shown | undefined>();
  private readonly clusters = new Map<string, Cluster>();
  private readonly divided: ReadonlyMap<number, Cluster>;

  constructor(
    readonly texts: ReadonlyMap<number, string>,
    readonly widths: ReadonlyMap<number, number>,
  ) {
    const several = [...texts].filter(([, text]) => divided(text)[1] !== '');
    this.divided = new Map(
      several.map(([glyph, text]) => [glyph, { text, glyphs: [{ glyph, x: 0, y: 0 }], width: this.widthOf(glyph) }]),
    );
  }

  /** What a glyph says, UTF-16 in hex; empty where the font does not tell. */
  textOf(glyph: number): string {
    return this.texts.get(glyph) ?? '';
  }

  /** In thousandths of the size of the font. */
  widthOf(glyph: number): number {
    return this.widths.get(glyph) ?? 0;
  }

  /** What an operand of `Tj` or `TJ` shows in this font; undefined when it is written otherwise than we know. */
  shownBy(operand: string): Shown | undefined {
    if (!this.shown.has(operand))
      this.shown.set(
        operand,
        readShown(operand, (glyph) => this.widthOf(glyph)),
      );
    return this.shown.get(operand);
  }

  /** The same under one text: for the same text and operand the same object. */
  clusterOf(text: string, operand: string): Cluster | undefined {
    const key = `${text} ${operand}`;
    const before = this.clusters.get(key);
    if (before) return before;
    const shown = this.shownBy(operand);
    const cluster = shown && { text: withoutSigns(text), glyphs: shown.glyphs, width: shown.reach };
    if (cluster) this.clusters.set(key, cluster);
    return cluster;
  }

  /** A glyph that says by itself what has to be divided among several codes. */
  dividedGlyph(glyph: number): Cluster | undefined {
    return this.divided.get(glyph);
  }

  /** Whether it is the font of another document with glyphs more, if any. */
  saysAllOf(other: PageFont): boolean {
    if (this.agreeing.has(other)) return true;
    const last = [...other.widths.keys(), ...other.texts.keys()].reduce((max, glyph) => Math.max(max, glyph), 0);
    const agrees = sameUpTo(last, this.texts, other.texts) && sameUpTo(last, this.widths, other.widths);
    if (agrees) this.agreeing.add(other);
    return agrees;
  }
}

function sameUpTo<T>(last: number, ours: ReadonlyMap<number, T>, others: ReadonlyMap<number, T>): boolean {
  const upToLast = [...ours].filter(([glyph]) => glyph <= last);
  return upToLast.length === others.size && upToLast.every(([glyph, value]) => others.get(glyph) === value);
}

/** A font of the document, from its `/ToUnicode` and the widths of its descendant. */
export function readFont(unicodeMap: string, descendant: string): PageFont {
  const rows = unicodeMap.matchAll(/^<([\dA-F]{4})> <([\dA-F]+)>$/gm);
  const texts = new Map([...rows].map(([, glyph = '', text = '']) => [parseInt(glyph, 16), withoutSigns(text)]));
  return new PageFont(texts, readWidths(descendant));
}

/** `/W [3 [600 250] 7 9 535]`: widths one by one from a glyph on, or one width from glyph to glyph. */
function readWidths(descendant: string): Map<number, number> {
  const widths = new Map<number, number>();
  const [, list = ''] = /\/W \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(descendant) ?? [];
  for (const [, first, each, last, one] of list.matchAll(/(?<!\d)(\d+)\s+(?:\[([^\]]*)\]|(\d+)\s+(-?[\d.]+))/g)) {
    if (each !== undefined) {
      each
        .trim()
        .split(/\s+/)
        .forEach((width, index) => widths.set(Number(first) + index, Number(width)));
    } else for (let glyph = Number(first); glyph <= Number(last); glyph++) widths.set(glyph, Number(one));
  }
  return widths;
}
