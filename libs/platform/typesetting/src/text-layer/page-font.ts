import type { TypstPdf } from './typst-pdf';

/** What a page's content can be read with: the font that it names. Glyphs are numbered in the order of their first use. */
export class PageFont {
  /** The glyph of the space, if the document uses it. */
  readonly space: string | undefined;
  private readonly agreeing = new WeakSet<PageFont>();

  constructor(
    private readonly texts: ReadonlyMap<string, string>,
    private readonly widths: ReadonlyMap<string, number>,
  ) {
    this.space = [...texts].find(([, text]) => text === '0020')?.[0];
  }

  /** What a glyph says, UTF-16 in hex; empty where the font does not tell. */
  textOf(glyph: string): string {
    return this.texts.get(glyph) ?? '';
  }

  /** In thousandths of the size of the font. */
  widthOf(glyph: string): number {
    return this.widths.get(glyph) ?? 0;
  }

  /** Whether it is the font of another document with glyphs more, if any. */
  saysAllOf(other: PageFont): boolean {
    if (this.agreeing.has(other)) return true;
    const last = [...other.widths.keys(), ...other.texts.keys()].reduce((max, key) => (key > max ? key : max), '');
    const agrees =
      this.space === other.space &&
      sameUpTo(last, this.texts, other.texts) &&
      sameUpTo(last, this.widths, other.widths);
    if (agrees) this.agreeing.add(other);
    return agrees;
  }
}

function sameUpTo<T>(last: string, ours: ReadonlyMap<string, T>, others: ReadonlyMap<string, T>): boolean {
  const upToLast = [...ours].filter(([glyph]) => glyph <= last);
  return upToLast.length === others.size && upToLast.every(([glyph, value]) => others.get(glyph) === value);
}

/** The fonts of a page by the names that its content gives them. */
export type PageFonts = ReadonlyMap<string, PageFont>;

/** A font of the document, from its `/ToUnicode` and the widths of its descendant. */
export function readFont(pdf: TypstPdf, font: number): PageFont {
  const [, map] = /\/ToUnicode (\d+) 0 R/.exec(pdf.text(font)) ?? [];
  const [, descendant] = /\/DescendantFonts \[(\d+) 0 R\]/.exec(pdf.text(font)) ?? [];
  const rows = map === undefined ? '' : pdf.stream(Number(map)).toString('latin1');
  const texts = new Map(
    [...rows.matchAll(/^<([\dA-F]{4})> <([\dA-F]+)>$/gm)].map(([, glyph = '', text = '']) => [glyph, text]),
  );
  const widths = descendant === undefined ? new Map<string, number>() : readWidths(pdf.text(Number(descendant)));
  return new PageFont(texts, widths);
}

/** `/W [3 [600 250] 7 9 535]`: widths one by one from a glyph on, or one width from glyph to glyph. */
function readWidths(descendant: string): Map<string, number> {
  const widths = new Map<string, number>();
  const set = (glyph: number, width: number) => widths.set(glyph.toString(16).toUpperCase().padStart(4, '0'), width);
  const [, list = ''] = /\/W \[((?:[^[\]]|\[[^\]]*\])*)\]/.exec(descendant) ?? [];
  for (const [, first, each, last, one] of list.matchAll(/(?<!\d)(\d+)\s+(?:\[([^\]]*)\]|(\d+)\s+(-?[\d.]+))/g)) {
    if (each !== undefined) {
      each
        .trim()
        .split(/\s+/)
        .forEach((width, index) => set(Number(first) + index, Number(width)));
    } else for (let glyph = Number(first); glyph <= Number(last); glyph++) set(glyph, Number(one));
  }
  return widths;
}
