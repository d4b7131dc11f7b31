import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolders } from './fonts';
import { templatesFolder } from './templates-folder';

export type Template = 'letter' | 'note-sheet' | 'register' | 'cover' | 'contents' | 'missing' | 'stamps';

/** Tagged, with a Unicode for every glyph: what an archive keeps for good. */
const PDF_STANDARD = 'a-2a';
/** How many compilations an unused piece of layout is remembered: a sheet with one more note is set in a quarter of the time. */
const REMEMBERED_COMPILATIONS = 8;

let compiler: NodeCompiler | undefined;

/**
 * Sets a page in this process, which it blocks while it works; only the press calls it. What people wrote comes as data
 * and never as markup, so nothing in it can act.
 */
export function typeset(template: Template, data: object): Uint8Array {
  const workspace = templatesFolder();
  compiler ??= NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFolders() }] });
  const pdf = compiler.pdf(
    { mainFilePath: join(workspace, `${template}.typ`), inputs: { data: JSON.stringify(data) } },
    { pdfStandard: PDF_STANDARD },
  );
  compiler.evictCache(REMEMBERED_COMPILATIONS);
  return pdf;
}
