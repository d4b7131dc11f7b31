import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolders } from '../fonts/fonts';
import { printableData } from '../fonts/printable-data';
import { completeTextLayer } from '../text-layer/complete-text-layer';
import { templatesFolder } from './templates';

/** A template and what it places on the page. */
export interface TypesetInput {
  /** Its path, from `templateOf`. */
  readonly template: string;
  /** Every word chosen, every date written out; whatever cannot be printed is named when it is set. */
  readonly data: object;
  /** Pictures in base64, by the names under which the template places them. */
  readonly pictures?: Readonly<Record<string, string>>;
  /** The parts of `data` whose texts stand in narrow columns: what is longer there may break sooner. */
  readonly narrow?: readonly string[];
  /**
   * How it is tried to be one page: what comes to its data, from one try to the next for as long as two pages come of it and it says
   * `<could-be-closer>`. One page needs no number of pages and no care for where they end, and each of both would have the compiler
   * lay out everything twice. Only what is longer is set without.
   */
  readonly asOnePage?: readonly object[];
  /** Nobody waits for it: it may take long where others come first. */
  readonly unhurried?: boolean;
  /** Shown once to whoever writes it and kept nowhere: its text layer is left as the compiler makes it. */
  readonly passing?: boolean;
}

/** Room on the page in which something is drawn later, in points from the top left: `<room>` of the template. */
export interface Room {
  readonly ordinal: number;
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Tagged, with a Unicode for every glyph: what an archive keeps for good. */
const PDF_STANDARD = 'a-2a';
/** How many compilations an unused piece of layout is remembered: a sheet with one more note is set in a quarter of the time. */
const REMEMBERED_COMPILATIONS = 8;
const FOLDER = templatesFolder('platform/typesetting');
/** `page.typ` reads it; it is never written to the disk. As a file it changes nothing but what reads it; an input would make the compiler forget all. */
const DATA = join(FOLDER, 'data.json');

let compiler: NodeCompiler | undefined;

/**
 * Sets a page in this process, which it blocks while it works; only the typesetting child calls it. What people wrote
 * comes as data and never as markup, so nothing in it can act, and a template reaches no folder but the one with
 * `page.typ`.
 */
export async function typeset(input: TypesetInput): Promise<Uint8Array> {
  const pdf = compile(input);
  return input.passing ? pdf : await completeTextLayer(pdf);
}

/** The same, with the rooms that its template leaves. */
export async function typesetWithRooms(
  input: TypesetInput,
): Promise<{ readonly bytes: Uint8Array; readonly rooms: Room[] }> {
  const { pdf, rooms } = compileWithRooms(input);
  return { bytes: await completeTextLayer(pdf), rooms };
}

/** The page as Typst leaves it: it looks as it shall, its text layer does not yet say every word. */
export const compile = (input: TypesetInput): Uint8Array => compileWithRooms(input).pdf;

function compileWithRooms({ template, data, pictures = {}, narrow = [], asOnePage = [] }: TypesetInput) {
  compiler ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths: fontFolders() }] });
  for (const [name, picture] of Object.entries(pictures)) {
    compiler.mapShadow(join(FOLDER, name), Buffer.from(picture, 'base64'));
  }
  const printed = printableData(data, narrow);
  const mainFileContent = readFileSync(template, 'utf8');
  let document: NodeTypstDocument | undefined;
  for (const way of asOnePage) {
    document = layOut(compiler, mainFileContent, { ...printed, ...way });
    if (document.numOfPages !== 2 || !couldBeCloser(compiler, document)) break;
  }
  if (document?.numOfPages !== 1) document = layOut(compiler, mainFileContent, printed);
  const pdf: Uint8Array = compiler.pdf(document, { pdfStandard: PDF_STANDARD });
  const rooms = (compiler.query(document, { selector: '<room>' }) as { value: Room }[]).map(({ value }) => value);
  // When the answer is on its way.
  setImmediate(() => compiler?.evictCache(REMEMBERED_COMPILATIONS));
  return { pdf, rooms };
}

const couldBeCloser = (typst: NodeCompiler, document: NodeTypstDocument): boolean =>
  (typst.query(document, { selector: '<could-be-closer>' }) as unknown[]).length > 0;

/** @throws Error that names what the compiler refuses. */
function layOut(typst: NodeCompiler, mainFileContent: string, data: object): NodeTypstDocument {
  typst.mapShadow(DATA, Buffer.from(JSON.stringify(data)));
  const compiled = typst.compile({ mainFileContent });
  if (compiled.result) return compiled.result;
  const error = compiled.takeError();
  throw new Error(`cannot be set: ${JSON.stringify(error?.shortDiagnostics)}`);
}
