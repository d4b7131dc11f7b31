import type { WrappedPdfiumModule } from '@embedpdf/pdfium';
import { DIVIDING_HYPHEN, readCharacters } from './characters';
import { type Box, type PageGeometry, type Sides, union } from './page-geometry';

/** A run of text on one line. */
export interface TextRun extends Box {
  text: string;
  /** A line of the page ends after it. */
  endsLine: boolean;
  /** The next run is the next word of the same line; else a wide gap lies between. */
  joined?: boolean;
}

const LINE_END = /^[\r\n]$/;
const FLOAT_BYTES = 4;
/** A gap wider than this many line heights is a new column, not a space. */
const COLUMN_GAP = 2;
const LINE_OVERLAP = 0.2;

/** The page's text as PDFium reads it, cut where a line ends or a wide gap opens. `text` is a loaded text page. */
export function readRuns(pdfium: WrappedPdfiumModule, text: number, geometry: PageGeometry): TextRun[] {
  const rectangle = pdfium.pdfium.wasmExports.malloc(4 * FLOAT_BYTES);
  const builder = new RunBuilder();
  for (const [index, character] of readCharacters(pdfium, text).entries()) {
    if (LINE_END.test(character)) builder.endLine();
    else if (character !== '') builder.add(seen(character), boxOf(readSides(pdfium, text, index, rectangle), geometry));
  }
  builder.endLine();
  pdfium.pdfium.wasmExports.free(rectangle);
  return builder.runs;
}

/** The words of runs, a line for each line of the page. */
export function wordsOf(runs: readonly TextRun[]): string {
  return runs.map(({ text, endsLine, joined }) => text.trim() + (endsLine ? '\n' : joined ? ' ' : '\t')).join('');
}

const seen = (character: string): string => (character === DIVIDING_HYPHEN ? '-' : character);

function readSides(pdfium: WrappedPdfiumModule, text: number, index: number, rectangle: number): Sides | null {
  if (!pdfium.FPDFText_GetLooseCharBox(text, index, rectangle)) return null;
  const side = (nth: number) => pdfium.pdfium.getValue(rectangle + nth * FLOAT_BYTES, 'float');
  return { left: side(0), top: side(1), right: side(2), bottom: side(3) };
}

function boxOf(sides: Sides | null, geometry: PageGeometry): Box | null {
  const box = sides && geometry.box(sides);
  return box && box.width > 0 && box.height > 0 ? box : null;
}

class RunBuilder {
  readonly runs: TextRun[] = [];
  private text = '';
  private box: Box | null = null;

  /** A character without a box of its own (a space that PDFium inferred, a joined letter) belongs to the run before it. */
  add(character: string, box: Box | null): void {
    if (box && this.box && leavesRun(box, this.box)) this.endRun(false);
    this.text += character;
    if (box) this.box = this.box ? union(this.box, box) : box;
  }

  endLine(): void {
    this.endRun(true);
  }

  private endRun(endsLine: boolean): void {
    const { box, text } = this;
    this.text = '';
    this.box = null;
    if (box && text.trim() !== '') {
      this.runs.push({ ...box, text, endsLine });
      return;
    }
    const last = this.runs.at(-1);
    if (last && endsLine) last.endsLine = true;
  }
}

function leavesRun(next: Box, run: Box): boolean {
  const slack = run.height * LINE_OVERLAP;
  const otherLine = next.top + next.height < run.top + slack || next.top > run.top + run.height - slack;
  return otherLine || next.left - (run.left + run.width) > run.height * COLUMN_GAP;
}
