import { type PDFDict, type PDFDocument, PDFHexString, PDFName, PDFNumber, type PDFRef } from 'pdf-lib';
import { destination, type LinkTarget } from './links';

export interface Bookmark {
  readonly title: string;
  readonly place: LinkTarget | undefined;
  readonly children?: readonly Bookmark[];
}

/** Writes the outline of a document, open at its first level (ISO 32000-1, 12.3.3); pdf-lib has no call for it. */
export function writeBookmarks(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  const { context, catalog } = document;
  const root = context.obj({ Type: 'Outlines' });
  const rootRef = context.register(root);
  link(document, root, rootRef, bookmarks);
  catalog.set(PDFName.of('Outlines'), rootRef);
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'));
}

function link(document: PDFDocument, parent: PDFDict, parentRef: PDFRef, bookmarks: readonly Bookmark[]): void {
  const { context } = document;
  const items = bookmarks.map((bookmark) => {
    const item = context.obj({ Parent: parentRef });
    item.set(PDFName.of('Title'), PDFHexString.fromText(bookmark.title));
    if (bookmark.place) item.set(PDFName.of('Dest'), destination(document, bookmark.place));
    const ref = context.register(item);
    if (bookmark.children) link(document, item, ref, bookmark.children);
    return { item, ref };
  });
  items.forEach(({ item }, index) => {
    const [before, after] = [items[index - 1], items[index + 1]];
    if (before) item.set(PDFName.of('Prev'), before.ref);
    if (after) item.set(PDFName.of('Next'), after.ref);
  });
  const [first, last] = [items[0], items.at(-1)];
  if (!first || !last) return;
  parent.set(PDFName.of('First'), first.ref);
  parent.set(PDFName.of('Last'), last.ref);
  parent.set(PDFName.of('Count'), PDFNumber.of(items.length));
}
