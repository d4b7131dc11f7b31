import { TrueTypeFont } from '../fonts/true-type';
import { type ClusterCodes, FIRST_CODE, hexOf } from './cluster-codes';
import { mayBearSigns } from './letters-and-signs';
import { type Cluster, type PageFont, readFont } from './page-font';
import type { TypstPdf } from './typst-pdf';

/** The objects of which a font of a document consists, by their numbers. */
export interface FontObjects {
  readonly unicodeMap: number;
  /** What stands there. */
  readonly mapping: string;
  readonly descendant: number;
  readonly descriptor: number;
  /** Which codes it has: takes the map from codes to glyphs, as no standard asks for it any longer. */
  readonly codeSet: number;
  readonly program: number;
}

/** Undefined for a font that is kept otherwise than the compiler keeps those we have. */
export function fontObjects(pdf: TypstPdf, font: number): FontObjects | undefined {
  const numberIn = (object: number, entry: RegExp) => Number(entry.exec(pdf.text(object))?.[1] ?? 0);
  const [unicodeMap, descendant] = [
    numberIn(font, /\/ToUnicode (\d+) 0 R/),
    numberIn(font, /\/DescendantFonts \[(\d+) 0 R\]/),
  ];
  if (unicodeMap === 0 || descendant === 0 || !pdf.text(descendant).includes(SAME_GLYPHS)) return undefined;
  const descriptor = numberIn(descendant, /\/FontDescriptor (\d+) 0 R/);
  const [codeSet, program] = [numberIn(descriptor, CODE_SET), numberIn(descriptor, /\/FontFile2 (\d+) 0 R/)];
  const mapping = pdf.stream(unicodeMap).toString('latin1');
  const saysTexts = [BEGIN, END].every((line) => mapping.includes(line));
  if (codeSet === 0 || program === 0 || !saysTexts) return undefined;
  return { unicodeMap, mapping, descendant, descriptor, codeSet, program };
}

const SAME_GLYPHS = '/CIDToGIDMap /Identity';
const CODE_SET = /\/CIDSet (\d+) 0 R/;

export const readFontOf = (pdf: TypstPdf, { mapping, descendant }: FontObjects): PageFont =>
  readFont(mapping, pdf.text(descendant));

/** Gives a font of the document the glyphs, the widths and the texts of the codes that its pages show. */
export function writeClusters(pdf: TypstPdf, objects: FontObjects, { font, shown }: ClusterCodes): void {
  const { unicodeMap, mapping, descendant, descriptor, codeSet, program } = objects;
  if (shown.length > 0 || mayBearSigns(mapping)) {
    const texts = new Map([...font.texts, ...shown.map(({ text }, index) => [FIRST_CODE + index, text] as const)]);
    pdf.replaceStream(unicodeMap, Buffer.from(withTexts(mapping, texts), 'latin1'));
  }
  if (shown.length === 0) return;
  const trueType = new TrueTypeFont(pdf.stream(program));
  const glyphOf = glyphsOf(trueType);
  const glyphs = shown.map(glyphOf);
  const widths = shown.map(({ width }) => Math.round(width * 100) / 100).join(' ');
  pdf.replaceStream(program, trueType.write());
  pdf.replaceStream(codeSet, glyphMap(font, glyphs));
  const described = pdf.text(descriptor).replace(CODE_SET, '');
  const bounds = trueType.bounds().map((bound) => Math.round((bound * 1000) / trueType.unitsPerEm));
  pdf.replaceText(descriptor, described.replace(/\/FontBBox \[[^\]]*\]/, `/FontBBox [${bounds.join(' ')}]`));
  const mapped = pdf.text(descendant).replace(SAME_GLYPHS, `/CIDToGIDMap ${codeSet} 0 R`);
  pdf.replaceText(descendant, mapped.replace('/W [', `/W [${FIRST_CODE} [${widths}] `));
}

/** The glyph that draws a cluster: its own, if it is drawn as that is; what has no ink has one together. */
function glyphsOf(font: TrueTypeFont): (cluster: Cluster) => number {
  const inUnits = (thousandths: number) => Math.round((thousandths * font.unitsPerEm) / 1000);
  let blank: number | undefined;
  return ({ glyphs, width }) => {
    if (glyphs.length === 0) return (blank ??= font.add({ parts: [], width: 0 }));
    const parts = glyphs.map(({ glyph, x, y }) => ({ glyph, x: inUnits(x), y: inUnits(y) }));
    const [first, ...others] = parts;
    const isItself = first && others.length === 0 && first.x === 0 && first.y === 0;
    if (isItself && font.widthOf(first.glyph) === inUnits(width)) return first.glyph;
    return font.add({ parts, width: inUnits(width) });
  };
}

/** Two bytes for each code: glyphs of the compiler stand under their own numbers. */
function glyphMap({ texts, widths }: PageFont, glyphs: readonly number[]): Buffer {
  const map = Buffer.alloc(2 * (FIRST_CODE + glyphs.length));
  for (const glyph of [...texts.keys(), ...widths.keys()]) map.writeUInt16BE(glyph, 2 * glyph);
  glyphs.forEach((glyph, index) => map.writeUInt16BE(glyph, 2 * (FIRST_CODE + index)));
  return map;
}

/** What stands before the first section and behind the last row. */
const BEGIN = 'endcodespacerange\n';
const END = 'endbfchar\n';
/** More rows no section may have. */
const MOST_ROWS = 100;

function withTexts(unicodeMap: string, texts: ReadonlyMap<number, string>): string {
  const rows = [...texts].map(([code, text]) => `<${hexOf(code)}> <${text}>`);
  const sections = Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, index) => {
    const some = rows.slice(index * MOST_ROWS, (index + 1) * MOST_ROWS);
    return [`${some.length} beginbfchar`, ...some, 'endbfchar'].join('\n');
  });
  const [begin, end] = [unicodeMap.indexOf(BEGIN), unicodeMap.lastIndexOf(END)];
  return unicodeMap.slice(0, begin) + BEGIN + [...sections, unicodeMap.slice(end + END.length).trimStart()].join('\n');
}
