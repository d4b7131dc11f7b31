import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib';
import type { Area } from './links';
import { treeEntries } from './tree-entries';

/** A link of a letter to another place in it, as far as it is harmless: it turns a page and does nothing else. */
export interface InnerLink {
  /** Positions of pages, from 0. */
  readonly from: number;
  readonly to: number;
  readonly area: Area;
  /** What then stands at the top; null for the whole page. */
  readonly top: number | null;
}

/** More are left out: they cost memory, and nobody clicks them. */
const MOST_LINKS = 5000;
const MOST_NAMES = 20_000;

const name = (text: string) => PDFName.of(text);

/** The links from page to page of a document; those to anywhere else, and all other actions, are not among them. */
export function innerLinksOf(document: PDFDocument): InnerLink[] {
  const pages = document.getPages();
  const places = new Map(pages.map((page, index) => [page.ref, index]));
  let names: Map<string, PDFObject> | undefined;
  const links: InnerLink[] = [];
  for (const [from, page] of pages.entries()) {
    const annotations = page.node.Annots();
    for (let index = 0; index < (annotations?.size() ?? 0) && links.length < MOST_LINKS; index++) {
      const annotation = annotations?.lookup(index);
      const wanted = annotation instanceof PDFDict ? destinationOf(annotation) : undefined;
      if (!(annotation instanceof PDFDict) || !wanted) continue;
      const place =
        wanted instanceof PDFArray
          ? wanted
          : explicit(document, (names ??= namesOf(document)).get(textOf(wanted) ?? ''));
      const area = areaOf(annotation);
      const [target, top] = place ? [place.get(0), topOf(place)] : [];
      const to = target instanceof PDFRef ? places.get(target) : undefined;
      if (area && to !== undefined) links.push({ from, to, area, top: top ?? null });
    }
  }
  return links;
}

function destinationOf(annotation: PDFDict): PDFObject | undefined {
  if (annotation.lookup(name('Subtype')) !== name('Link')) return undefined;
  const action = annotation.lookup(name('A'));
  if (!(action instanceof PDFDict)) return annotation.lookup(name('Dest'));
  return action.lookup(name('S')) === name('GoTo') ? action.lookup(name('D')) : undefined;
}

/** Named destinations, of both forms (ISO 32000-1, 12.3.2.3). */
function namesOf({ catalog }: PDFDocument): Map<string, PDFObject> {
  const names = new Map<string, PDFObject>();
  const old = catalog.lookup(name('Dests'));
  if (old instanceof PDFDict)
    for (const [key, value] of old.entries().slice(0, MOST_NAMES)) names.set(key.decodeText(), value);
  const trees = catalog.lookup(name('Names'));
  const tree = trees instanceof PDFDict ? trees.lookup(name('Dests')) : undefined;
  if (tree instanceof PDFDict) {
    for (const [key, value] of treeEntries(tree, 'Names', MOST_NAMES)) names.set(textOf(key) ?? '', value);
  }
  return names;
}

function explicit({ context }: PDFDocument, named: PDFObject | undefined): PDFArray | undefined {
  const found = context.lookup(named);
  const place = found instanceof PDFDict ? found.lookup(name('D')) : found;
  return place instanceof PDFArray ? place : undefined;
}

function textOf(text: PDFObject): string | undefined {
  return text instanceof PDFString || text instanceof PDFHexString || text instanceof PDFName
    ? text.decodeText()
    : undefined;
}

function areaOf(annotation: PDFDict): Area | undefined {
  const rectangle = annotation.lookup(name('Rect'));
  const [left, bottom, right, top] = rectangle instanceof PDFArray ? numbersOf(rectangle) : [];
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return undefined;
  return [left, bottom, right, top];
}

/** Of `/XYZ left top zoom` and `/FitH top`. */
function topOf(place: PDFArray): number | null {
  const [, form] = place.asArray();
  const index = form === name('XYZ') ? 3 : form === name('FitH') ? 2 : undefined;
  return index === undefined ? null : (numbersOf(place)[index] ?? null);
}

function numbersOf(array: PDFArray): (number | undefined)[] {
  return array.asArray().map((_, index) => {
    const number = array.lookup(index);
    return number instanceof PDFNumber && Number.isFinite(number.asNumber()) ? number.asNumber() : undefined;
  });
}
