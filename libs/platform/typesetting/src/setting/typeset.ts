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
   * Is one page as a rule, and is set as such first, with `onePage` in its data: it needs no number of pages and no care for
   * where they end, and each of both would have the compiler lay out everything twice. What runs over to a second page and says
   * `<could-be-closer>` is tried closer, with `close` in its data, and only what is longer is set once more.
   */
  readonly mostlyOnePage?: boolean;
  /** Nobody waits for it: it may take long where others come first. */
  readonly unhurried?: boolean;
  /** Shown once to whoever writes it and kept nowhere: its text layer is left as the compiler makes it. */
  readonly passing?: boolean;
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

/** The page as Typst leaves it: it looks as it shall, its text layer does not yet say every word. */
export function compile({
  template,
  data,
  pictures = {},
  narrow = [],
  mostlyOnePage = false,
}: TypesetInput): Uint8Array {
  compiler ??= NodeCompiler.create({ workspace: FOLDER, fontArgs: [{ fontPaths: fontFolders() }] });
  for (const [name, picture] of Object.entries(pictures)) {
    compiler.mapShadow(join(FOLDER, name), Buffer.from(picture, 'base64'));
  }
  const printed = printableData(data, narrow);
  const mainFileContent = readFileSync(template, 'utf8');
  let document = mostlyOnePage ? layOut(compiler, mainFileContent, { ...printed, onePage: true }) : undefined;
  if (document?.numOfPages === 2 && compiler.query(document, { selector: '<could-be-closer>' }).length > 0)
    document = layOut(compiler, mainFileContent, { ...printed, onePage: true, close: true });
  if (document?.numOfPages !== 1) document = layOut(compiler, mainFileContent, printed);
  const pdf = compiler.pdf(document, { pdfStandard: PDF_STANDARD });
  // When the answer is on its way.
  setImmediate(() => compiler?.evictCache(REMEMBERED_COMPILATIONS));
  return pdf;
}

/** @throws Error that names what the compiler refuses. */
function layOut(typst: NodeCompiler, mainFileContent: string, data: object): NodeTypstDocument {
  typst.mapShadow(DATA, Buffer.from(JSON.stringify(data)));
  const compiled = typst.compile({ mainFileContent });
  if (compiled.result) return compiled.result;
  const error = compiled.takeError();
  throw new Error(`cannot be set: ${JSON.stringify(error?.shortDiagnostics)}`);
}
