import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolders } from './fonts/fonts';
import { printableData } from './fonts/printable-data';
import { templatesFolder } from './templates';
import { completeTextLayer } from './text-layer/complete-text-layer';

/** A template and what it places on the page. */
export interface TypesetInput {
  /** Its path, from `templateOf`. */
  readonly template: string;
  /** Every word chosen, every date written out; whatever cannot be printed is named when it is set. */
  readonly data: object;
  /** The parts of `data` whose texts stand in narrow columns: what is longer there may break sooner. */
  readonly narrow?: readonly string[];
}

/** Tagged, with a Unicode for every glyph: what an archive keeps for good. */
const PDF_STANDARD = 'a-2a';
/** How many compilations an unused piece of layout is remembered: a sheet with one more note is set in a quarter of the time. */
const REMEMBERED_COMPILATIONS = 8;

let compiler: NodeCompiler | undefined;

/**
 * Sets a page in this process, which it blocks while it works; only the typesetting child calls it. What people wrote
 * comes as data and never as markup, so nothing in it can act, and a template reaches no folder but the one with
 * `page.typ`.
 */
export const typeset = (input: TypesetInput): Uint8Array => completeTextLayer(compile(input));

/** The page as Typst leaves it: it looks as it shall, its text layer does not yet say every word. */
export function compile({ template, data, narrow = [] }: TypesetInput): Uint8Array {
  compiler ??= NodeCompiler.create({
    workspace: templatesFolder('platform/typesetting'),
    fontArgs: [{ fontPaths: fontFolders() }],
  });
  const inputs = { data: JSON.stringify(printableData(data, narrow)) };
  const pdf = compiler.pdf({ mainFileContent: readFileSync(template, 'utf8'), inputs }, { pdfStandard: PDF_STANDARD });
  compiler.evictCache(REMEMBERED_COMPILATIONS);
  return pdf;
}
