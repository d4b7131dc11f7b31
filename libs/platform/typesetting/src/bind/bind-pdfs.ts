import { writeFile } from 'node:fs/promises';
import type { Progress } from '@patravali/child-process';
import { PDFDocument, type PDFEmbeddedPage, PDFObjectCopier, PDFPage, type PDFPageLeaf, type PDFRef } from 'pdf-lib';
import type { Binding, BoundDocument, BoundPart } from './binding';
import { type Bookmark, writeBookmarks } from './bookmarks';
import { Links } from './links';
import { marksOf, openLetter, type OpenLetter } from './open-letter';
import { stampBottom, stampTopLeft, stampTopRight } from './stamp-page';
import { Structure } from './structure';

export interface BindInput {
  readonly binding: Binding;
  /** Positions, from 1, of documents that must not be opened again. */
  readonly leftOut: readonly number[];
  /** Where the whole is written: sent through the channel between the processes it would be copied three times. */
  readonly output: string;
}

/** What all pages of one document share while they are bound. */
interface Bound {
  readonly whole: PDFDocument;
  readonly links: Links;
  readonly structure: Structure;
  readonly stamps: readonly PDFEmbeddedPage[];
}

/** Joins our parts and the documents, stamps each page of a document, adds links, bookmarks and structure. */
export async function bindPdfs({ binding, leftOut, output }: BindInput, progress: Progress): Promise<void> {
  const whole = await PDFDocument.create();
  const stamps = await whole.embedPdf(binding.stamps, await allPages(binding.stamps));
  const structure = new Structure(whole);
  const bound: Bound = { whole, stamps, structure, links: new Links(structure) };
  const bookmarks: Bookmark[] = [];
  for (const part of binding.parts) bookmarks.push(await bindPart(bound, part));
  const missing = await PDFDocument.load(binding.missing);
  const marksOfMissing = marksOf(missing);

  const children: Bookmark[] = [];
  for (const [index, document] of binding.documents.entries()) {
    progress(index + 1);
    const opened = leftOut.includes(index + 1) ? undefined : await openLetter(document);
    if (!opened && document.needed) throw new Error('a document that is needed cannot be opened');
    const section = structure.addLetter(document.title);
    const pages = opened ? await bindLetter(bound, opened, document, section) : await append(whole, missing, [index]);
    if (!opened) pages.forEach((page) => structure.addPage(section, page, marksOfMissing[index] ?? 0));
    else stampAll(bound, pages, document, section, binding.foot);
    document.pageNames.forEach((name, at) => {
      const place = wholePage(pages[at] ?? pages[0]);
      if (place) bound.links.name(name, place);
    });
    children.push({ title: document.title, place: wholePage(pages[0]) });
  }
  progress(0);
  bound.links.write(whole);
  structure.write();
  writeBookmarks(whole, belowTheLast(bookmarks, children));
  whole.setTitle(binding.title, { showInWindowTitleBar: true });
  whole.setLanguage(binding.language);
  await writeFile(output, await whole.save());
}

const wholePage = (page: PDFPage | undefined) => page && { page, top: null };

function belowTheLast(bookmarks: readonly Bookmark[], children: readonly Bookmark[]): readonly Bookmark[] {
  const last = bookmarks.at(-1);
  return last && children.length > 0 ? [...bookmarks.slice(0, -1), { ...last, children }] : [...bookmarks, ...children];
}

/** Pages copied by their references, so that the structure tree, copied with the same copier, leads to them. */
async function bindPart({ whole, links, structure }: Bound, { title, pdf, places = [] }: BoundPart): Promise<Bookmark> {
  const part = await PDFDocument.load(pdf);
  const copier = PDFObjectCopier.for(part.context, whole.context);
  const pages = part.getPages().map(({ ref }) => {
    const copied = copier.copy(ref);
    const page = PDFPage.of(whole.context.lookup(copied) as PDFPageLeaf, copied, whole);
    return whole.addPage(page);
  });
  structure.takePart(part, pages, copier, title);
  for (const page of pages) links.take(page);
  const children = places.map((each) => ({ title: each.title, place: links.placeOf(each.name) }));
  return { title, place: wholePage(pages[0]), children };
}

async function bindLetter(
  { whole, links, structure }: Bound,
  { document, innerLinks, marks }: OpenLetter,
  { taken }: BoundDocument,
  section: PDFRef,
): Promise<PDFPage[]> {
  const indices = taken ?? document.getPageIndices();
  const pages = await append(whole, document, indices);
  const pageOf = new Map(indices.map((index, at) => [index, pages[at]]));
  for (const [index, page] of pageOf) if (page) structure.addPage(section, page, marks[index] ?? 0);
  for (const { from, to, area, top } of innerLinks) {
    const [page, target] = [pageOf.get(from), pageOf.get(to)];
    if (page && target) links.add(page, area, { page: target, top }, { inside: section });
  }
  return pages;
}

function stampAll(
  { stamps, links }: Bound,
  pages: readonly PDFPage[],
  { firstStamp, mark, listedAt }: BoundDocument,
  section: PDFRef,
  foot: number,
): void {
  const copyMark = mark === null ? undefined : stamps[mark];
  const generated = stamps[foot];
  for (const [offset, page] of pages.entries()) {
    const number = stamps[firstStamp + offset];
    if (number) links.add(page, stampTopRight(page, number), listedAt, { inside: section });
    if (copyMark) stampTopLeft(page, copyMark);
    if (generated) stampBottom(page, generated);
  }
}

async function append(whole: PDFDocument, part: PDFDocument, indices: readonly number[]): Promise<PDFPage[]> {
  const pages = await whole.copyPages(part, [...indices]);
  return pages.map((page) => whole.addPage(page));
}

const allPages = async (pdf: Uint8Array): Promise<number[]> => (await PDFDocument.load(pdf)).getPageIndices();
