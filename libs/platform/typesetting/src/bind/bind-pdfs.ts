import { readFile, writeFile } from 'node:fs/promises';
import type { Language } from '@patravali/contract';
import { PDFDocument, type PDFEmbeddedPage, type PDFPage } from 'pdf-lib';
import { makeInert } from './make-inert';
import { type Bookmark, writeBookmarks } from './bookmarks';
import { stampTopLeft, stampTopRight } from './stamp-page';
import type { FileParts } from './typeset-file-parts';
import type { CorrespondencePdf } from './whole-file-data';
import { WORDS } from './words';

export interface ComposeInput {
  readonly parts: FileParts;
  readonly language: Language;
  readonly title: string;
  readonly letters: readonly CorrespondencePdf[];
  /** Which C/ number stands on which page of `parts.stamps`, after its first. */
  readonly stampedPages: readonly number[];
  /** Serials of letters that must not be opened again. */
  readonly leftOut: readonly number[];
  /** Where the whole file is written: sent through the channel between the processes it would be copied three times. */
  readonly output: string;
}

/** Joins the parts of a whole file and its letters, stamps each page of a letter with its C/ number, adds bookmarks. */
export async function composeFile(input: ComposeInput, progress: (serial: number) => void): Promise<object> {
  const { parts, letters } = input;
  const words = WORDS[input.language].wholeFile;
  const whole = await PDFDocument.create();
  const [copyMark, ...stamps] = await whole.embedPdf(parts.stamps, await allPages(parts.stamps));
  const stampOf = new Map(input.stampedPages.map((page, index) => [page, stamps[index]]));
  const cover = await append(whole, await PDFDocument.load(parts.cover));
  const noteSheet = await append(whole, await PDFDocument.load(parts.noteSheet));
  const contents = await append(whole, await PDFDocument.load(parts.contents));
  const missing = await PDFDocument.load(parts.missing);

  const children: Bookmark[] = [];
  for (const [index, letter] of letters.entries()) {
    progress(letter.serial);
    const opened = input.leftOut.includes(letter.serial) ? undefined : await openLetter(letter);
    const pages = opened ? await append(whole, opened) : await append(whole, missing, [index]);
    if (opened)
      for (const [offset, page] of pages.entries())
        stamp(page, letter, stampOf.get(letter.firstPage + offset), copyMark);
    children.push({ title: `C/${letter.firstPage} ${letter.title}`, page: pages[0] });
  }
  progress(0);
  writeBookmarks(whole, [
    { title: words.cover, page: cover[0] },
    { title: words.noteSheet, page: noteSheet[0] },
    { title: words.correspondence, page: contents[0], children },
  ]);
  whole.setTitle(input.title, { showInWindowTitleBar: true });
  whole.setLanguage(input.language);
  await writeFile(input.output, await whole.save());
  return {};
}

function stamp(
  page: PDFPage,
  letter: CorrespondencePdf,
  number: PDFEmbeddedPage | undefined,
  copyMark: PDFEmbeddedPage | undefined,
): void {
  if (number) stampTopRight(page, number);
  if (letter.signedOriginal && copyMark) stampTopLeft(page, copyMark);
}

/** The letter as a document whose pages fit their numbers, or undefined when it is closed, broken or not what was counted. */
async function openLetter({ pdf, pageCount }: CorrespondencePdf): Promise<PDFDocument | undefined> {
  try {
    const bytes = typeof pdf === 'string' ? await readFile(pdf) : pdf;
    const letter = await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
    const pages = letter.getPages();
    pages.forEach(makeInert);
    return pages.length === pageCount ? letter : undefined;
  } catch {
    return undefined;
  }
}

async function append(whole: PDFDocument, part: PDFDocument, indices = part.getPageIndices()): Promise<PDFPage[]> {
  const pages = await whole.copyPages(part, indices);
  return pages.map((page) => whole.addPage(page));
}

const allPages = async (pdf: Uint8Array): Promise<number[]> => (await PDFDocument.load(pdf)).getPageIndices();
