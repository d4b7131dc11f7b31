import { readFile, writeFile } from 'node:fs/promises';
import type { Progress } from '@patravali/child-process';
import { PDFDocument, type PDFEmbeddedPage, type PDFPage } from 'pdf-lib';
import type { Binding, BoundDocument } from './binding';
import { type Bookmark, writeBookmarks } from './bookmarks';
import { Links } from './links';
import { stampTopLeft, stampTopRight } from './stamp-page';
import { stripActiveContent } from './strip-active-content';

export interface BindInput {
  readonly binding: Binding;
  /** Positions, from 1, of documents that must not be opened again. */
  readonly leftOut: readonly number[];
  /** Where the whole is written: sent through the channel between the processes it would be copied three times. */
  readonly output: string;
}

/** Joins our parts and the documents, stamps each page of a document, adds links and bookmarks. */
export async function bindPdfs({ binding, leftOut, output }: BindInput, progress: Progress): Promise<void> {
  const whole = await PDFDocument.create();
  const stamps = await whole.embedPdf(binding.stamps, await allPages(binding.stamps));
  const links = new Links();
  const bookmarks: Bookmark[] = [];
  for (const { title, pdf, places = [] } of binding.parts) {
    const pages = await append(whole, await PDFDocument.load(pdf));
    for (const page of pages) links.take(page);
    const children = places.map((each) => ({ title: each.title, place: links.placeOf(each.name) }));
    bookmarks.push({ title, place: wholePage(pages[0]), children });
  }
  const missing = await PDFDocument.load(binding.missing);

  const children: Bookmark[] = [];
  for (const [index, document] of binding.documents.entries()) {
    progress(index + 1);
    const opened = leftOut.includes(index + 1) ? undefined : await open(document);
    const pages = opened ? await append(whole, opened) : await append(whole, missing, [index]);
    if (opened) stampAll(pages, document, stamps, links);
    document.pageNames.forEach((name, at) => {
      const place = wholePage(pages[at] ?? pages[0]);
      if (place) links.name(name, place);
    });
    children.push({ title: document.title, place: wholePage(pages[0]) });
  }
  progress(0);
  links.write(whole);
  writeBookmarks(
    whole,
    bookmarks.map((bookmark, index) => (index === bookmarks.length - 1 ? { ...bookmark, children } : bookmark)),
  );
  whole.setTitle(binding.title, { showInWindowTitleBar: true });
  whole.setLanguage(binding.language);
  await writeFile(output, await whole.save());
}

const wholePage = (page: PDFPage | undefined) => page && { page, top: null };

function stampAll(
  pages: readonly PDFPage[],
  { firstStamp, mark, listedAt }: BoundDocument,
  stamps: readonly PDFEmbeddedPage[],
  links: Links,
): void {
  const copyMark = mark === null ? undefined : stamps[mark];
  for (const [offset, page] of pages.entries()) {
    const number = stamps[firstStamp + offset];
    if (number) links.add(page, stampTopRight(page, number), listedAt);
    if (copyMark) stampTopLeft(page, copyMark);
  }
}

/** The document if its pages are as many as were counted, or undefined when it is closed, broken or another one. */
async function open({ pdf, pageCount }: BoundDocument): Promise<PDFDocument | undefined> {
  try {
    const bytes = typeof pdf === 'string' ? await readFile(pdf) : pdf;
    const document = await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
    const pages = document.getPages();
    pages.forEach(stripActiveContent);
    return pages.length === pageCount ? document : undefined;
  } catch {
    return undefined;
  }
}

async function append(whole: PDFDocument, part: PDFDocument, indices = part.getPageIndices()): Promise<PDFPage[]> {
  const pages = await whole.copyPages(part, indices);
  return pages.map((page) => whole.addPage(page));
}

const allPages = async (pdf: Uint8Array): Promise<number[]> => (await PDFDocument.load(pdf)).getPageIndices();
