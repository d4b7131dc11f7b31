import { readFile } from 'node:fs/promises';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from 'pdf-lib';
import type { BoundDocument } from './binding';
import { type InnerLink, innerLinksOf } from './inner-links';
import { stripActiveContent } from './strip-active-content';
import { treeEntries } from './tree-entries';

/** A document of a stranger of which only what is seen is left; its links from page to page are kept apart. */
export interface OpenLetter {
  readonly document: PDFDocument;
  readonly innerLinks: readonly InnerLink[];
  /** How many marks the structure tree of its producer has on each page; 0 for a page that is not tagged. */
  readonly marks: readonly number[];
}

/** A page with more marks is treated as one that has none. */
const MOST_MARKS = 20_000;
const MOST_ENTRIES = 100_000;

/** The document if its pages are as many as were counted, or undefined when it is closed, broken or another one. */
export async function openLetter({ pdf, pageCount }: BoundDocument): Promise<OpenLetter | undefined> {
  try {
    const bytes = typeof pdf === 'string' ? await readFile(pdf) : pdf;
    const document = await PDFDocument.load(bytes, { updateMetadata: false, password: '' });
    const pages = document.getPages();
    if (pages.length !== pageCount) return undefined;
    const [innerLinks, marks] = [innerLinksOf(document), marksOf(document)];
    pages.forEach(stripActiveContent);
    return { document, innerLinks, marks };
  } catch {
    return undefined;
  }
}

/** How many marks the structure tree of a document has on each of its pages. */
export function marksOf(document: PDFDocument): number[] {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  const tree = root instanceof PDFDict ? root.lookup(PDFName.of('ParentTree')) : undefined;
  const counts = new Map<number, number>();
  if (tree instanceof PDFDict) {
    for (const [key, value] of treeEntries(tree, 'Nums', MOST_ENTRIES)) {
      const elements = document.context.lookup(value);
      if (key instanceof PDFNumber && elements instanceof PDFArray) counts.set(key.asNumber(), elements.size());
    }
  }
  return document.getPages().map(({ node }) => {
    const key = node.lookup(PDFName.of('StructParents'));
    const count = key instanceof PDFNumber ? (counts.get(key.asNumber()) ?? 0) : 0;
    return count > MOST_MARKS ? 0 : count;
  });
}
