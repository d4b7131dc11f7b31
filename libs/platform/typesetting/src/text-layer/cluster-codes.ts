import type { Cluster, PageFont } from './page-font';

/** Behind all glyphs that one of our fonts has, and the same in every document: pages stay what they are when a document grows. */
export const FIRST_CODE = 0x2000;
const LAST_CODE = 0xffff;

/** The codes under which the pages of a document show clusters of one font, in the order in which they are first asked for. */
export class ClusterCodes {
  readonly clusters: Cluster[] = [];
  private readonly codes = new Map<string, number>();
  private readonly known = new Map<Cluster, number>();

  constructor(readonly font: PageFont) {}

  /** The code of a cluster: that of its glyph, if that says the same. @throws Error when there are no more. */
  codeOf(cluster: Cluster): number {
    const before = this.known.get(cluster);
    if (before !== undefined) return before;
    const code = this.ownCode(cluster) ?? this.codeOfSame(cluster);
    this.known.set(cluster, code);
    return code;
  }

  private ownCode({ text, glyphs: [first, ...others] }: Cluster): number | undefined {
    if (first === undefined || others.length > 0 || first.x !== 0 || first.y !== 0) return undefined;
    return this.font.textOf(first.glyph) === text ? first.glyph : undefined;
  }

  private codeOfSame(cluster: Cluster): number {
    const { text, glyphs, width } = cluster;
    const key = `${text} ${width} ${glyphs.map(({ glyph, x, y }) => `${glyph},${x},${y}`).join(' ')}`;
    const before = this.codes.get(key);
    if (before !== undefined) return before;
    const code = FIRST_CODE + this.clusters.length;
    if (code > LAST_CODE) throw new Error('the document has more clusters of letters than a font has codes');
    this.codes.set(key, code);
    this.clusters.push(cluster);
    return code;
  }
}
