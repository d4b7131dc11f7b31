import { divided } from './letters-and-signs';
import type { Cluster, PageFont } from './page-font';

/** Behind all glyphs that one of our fonts has, and the same in every document: pages stay what they are when a document grows. */
export const FIRST_CODE = 0x2000;
const LAST_CODE = 0xffff;

/** In hex; none for the rest of most. */
export interface CodesOfCluster {
  readonly letters: string;
  readonly rest: string;
}

/** The codes under which the pages of a document show clusters of one font, in the order in which they are first asked for. */
export class ClusterCodes {
  /** What each code from the first on shows. */
  readonly shown: Cluster[] = [];
  private readonly codes = new Map<string, number>();
  private readonly known = new Map<Cluster, CodesOfCluster>();

  constructor(readonly font: PageFont) {}

  /**
   * The codes of a cluster, in hex: one that draws all of it and says its first letters, and one without ink and width that says the
   * rest, from the first sign on that is written above or below. Some readers hold such a sign, and all that is said with it, for
   * as wide as nothing, and would see a space behind it.
   * @throws Error when there are no more.
   */
  codesOf(cluster: Cluster): CodesOfCluster {
    const before = this.known.get(cluster);
    if (before !== undefined) return before;
    const [letters, rest] = divided(cluster.text);
    const codes = {
      letters: hexOf(this.codeOf({ ...cluster, text: letters })),
      rest: rest === '' ? '' : hexOf(this.codeOf({ text: rest, glyphs: [], width: 0 })),
    };
    this.known.set(cluster, codes);
    return codes;
  }

  private codeOf(cluster: Cluster): number {
    const { text, glyphs, width } = cluster;
    const [first] = glyphs;
    const isGlyph = first && glyphs.length === 1 && first.x === 0 && first.y === 0;
    if (isGlyph && this.font.textOf(first.glyph) === text) return first.glyph;
    const key = `${text} ${width} ${glyphs.map(({ glyph, x, y }) => `${glyph},${x},${y}`).join(' ')}`;
    const before = this.codes.get(key);
    if (before !== undefined) return before;
    const code = FIRST_CODE + this.shown.length;
    if (code > LAST_CODE) throw new Error('the document has more clusters of letters than a font has codes');
    this.codes.set(key, code);
    this.shown.push(cluster);
    return code;
  }
}

export const hexOf = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
