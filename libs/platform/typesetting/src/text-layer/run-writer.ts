import { type CodesOfCluster, hexOf } from './cluster-codes';
import type { Cluster } from './page-font';
import type { Look, Piece, Run } from './text-runs';

/** Thousandths of the size of a font: what is further from its place than that is moved there. */
const UNNOTICED = 0.02;
/** So far before what follows begins stands the rest of a cluster. */
const BEFORE = 2;

/** Writes a run that shows one code for each cluster, as many as can be in one operator. */
export class RunWriter {
  private readonly lines: string[];
  private look: Look | undefined;
  private y = 0;
  /** Where the next code would stand. */
  private pen = 0;
  private codes = '';
  /** Of the cluster that was shown last. */
  private rest = '';
  private shown = '';

  constructor(
    { scale, x, y, ink }: Pick<Run, 'scale' | 'x' | 'y' | 'ink'>,
    private readonly codesOf: (fontName: string, cluster: Cluster) => CodesOfCluster,
  ) {
    this.lines = ['q', `${scale} ${x} ${y} cm`, ...ink, 'BT'];
  }

  add({ x, y, shown, cluster, look }: Piece): void {
    if (this.look?.line !== look.line || this.y !== y) this.setPlace(x, y, look);
    if (cluster) {
      this.show(x, this.codesOf(look.fontName, cluster), cluster.width, look);
      return;
    }
    for (const { glyph, x: along } of shown.glyphs) {
      const itself = look.font.dividedGlyph(glyph);
      const codes = itself ? this.codesOf(look.fontName, itself) : { letters: hexOf(glyph), rest: '' };
      this.show(x + (along * look.size) / 1000, codes, look.font.widthOf(glyph), look);
    }
  }

  /** @param next where the run behind it begins, within this one. */
  end(next: number): string[] {
    this.endLine(next);
    return [...this.lines, 'ET', 'Q'];
  }

  private setPlace(x: number, y: number, look: Look): void {
    this.endLine();
    if (this.look?.line !== look.line) this.lines.push(look.line);
    const [right, up] = [round(x, 1e5), round(y, 1e5)];
    this.lines.push(`1 0 0 -1 ${right} ${up} Tm`);
    [this.look, this.pen, this.y] = [look, right, y];
  }

  private show(x: number, { letters, rest }: CodesOfCluster, width: number, { size }: Look): void {
    this.showRest(x, size);
    this.moveTo(x, size);
    this.codes += letters;
    this.pen += (width * size) / 1000;
    this.rest = rest;
  }

  /** Before what follows, even where that is drawn nearer: some readers sort what overlaps by where it begins. */
  private showRest(next: number, size: number): void {
    if (this.rest === '') return;
    this.moveTo(Math.min(this.pen, next) - (BEFORE * size) / 1000, size);
    this.codes += this.rest;
    this.rest = '';
  }

  private moveTo(x: number, size: number): void {
    const shift = ((this.pen - x) * 1000) / size;
    if (Math.abs(shift) <= UNNOTICED) return;
    const written = round(shift, 100);
    this.endCodes();
    this.shown += String(written);
    this.pen -= (written * size) / 1000;
  }

  private endCodes(): void {
    if (this.codes !== '') this.shown += `<${this.codes}>`;
    this.codes = '';
  }

  private endLine(next = Infinity): void {
    if (this.look) this.showRest(next, this.look.size);
    this.endCodes();
    if (this.shown !== '') this.lines.push(`[${this.shown}] TJ`);
    this.shown = '';
  }
}

const round = (value: number, parts: number): number => Math.round(value * parts) / parts;
