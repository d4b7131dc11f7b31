import { type Cluster } from './page-font';
import type { Look, Piece, Run } from './text-runs';

/** Thousandths of the size of a font: what is further from its place than that is moved there. */
const UNNOTICED = 0.02;

/** Writes a run that shows one code for each cluster, as many as can be in one operator. */
export class RunWriter {
  private readonly lines: string[];
  private look: Look | undefined;
  private y = 0;
  /** Where the next code would stand. */
  private pen = 0;
  private codes = '';
  private shown = '';

  constructor(
    { scale, x, y, ink }: Pick<Run, 'scale' | 'x' | 'y' | 'ink'>,
    private readonly codeOf: (fontName: string, cluster: Cluster) => number,
  ) {
    this.lines = ['q', `${scale} ${x} ${y} cm`, ...ink, 'BT'];
  }

  add({ x, y, shown, cluster, look }: Piece): void {
    if (this.look?.line !== look.line || this.y !== y) this.setPlace(x, y, look);
    if (cluster) return this.show(x, this.codeOf(look.fontName, cluster), cluster.width, look);
    for (const { glyph, x: along } of shown.glyphs) {
      this.show(x + (along * look.size) / 1000, glyph, look.font.widthOf(glyph), look);
    }
  }

  end(): string[] {
    this.endLine();
    return [...this.lines, 'ET', 'Q'];
  }

  private setPlace(x: number, y: number, look: Look): void {
    this.endLine();
    if (this.look?.line !== look.line) this.lines.push(look.line);
    const [right, up] = [round(x, 1e5), round(y, 1e5)];
    this.lines.push(`1 0 0 -1 ${right} ${up} Tm`);
    [this.look, this.pen, this.y] = [look, right, y];
  }

  private show(x: number, code: number, width: number, { size }: Look): void {
    const shift = ((this.pen - x) * 1000) / size;
    if (Math.abs(shift) > UNNOTICED) {
      const written = round(shift, 100);
      this.endCodes();
      this.shown += written;
      this.pen -= (written * size) / 1000;
    }
    this.codes += hexOf(code);
    this.pen += (width * size) / 1000;
  }

  private endCodes(): void {
    if (this.codes !== '') this.shown += `<${this.codes}>`;
    this.codes = '';
  }

  private endLine(): void {
    this.endCodes();
    if (this.shown !== '') this.lines.push(`[${this.shown}] TJ`);
    this.shown = '';
  }
}

const round = (value: number, parts: number): number => Math.round(value * parts) / parts;
const hexOf = (code: number): string => code.toString(16).toUpperCase().padStart(4, '0');
