import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
  PDFString,
} from 'pdf-lib';
import type { Structure } from './structure';

/** Left, bottom, right and top on a page, in points. */
export type Area = readonly [number, number, number, number];

export interface LinkTarget {
  readonly page: PDFPage;
  /** What stands at the top of the window; null for the whole page. */
  readonly top: number | null;
}

/** Where a link stands in the structure tree: the element that is its text, or the section that it is put into. */
export type LinkTag = { readonly element: PDFRef } | { readonly inside: PDFRef };

interface Link {
  readonly page: PDFPage;
  readonly area: Area;
  /** The name of a place, or the place. */
  readonly to: string | LinkTarget;
  readonly tag: LinkTag | undefined;
}

/** What `page.typ` writes for a name and for a link to it: our parts are set one by one and do not know each other's pages. */
const NAMED = 'patravali:place/';
const LINKED = 'patravali:to/';
/** Points above a name that are shown with it. */
const ABOVE = 12;

/** Leads the links of a whole file to their places, wherever these come to stand in it. */
export class Links {
  private readonly places = new Map<string, LinkTarget>();
  private readonly links: Link[] = [];

  constructor(private readonly structure: Structure) {}

  /** Takes the names and links off a page of ours. */
  take(page: PDFPage): void {
    const annotations = page.node.Annots();
    for (let index = (annotations?.size() ?? 0) - 1; index >= 0; index--) {
      const annotation = annotations?.lookup(index);
      const address = annotation instanceof PDFDict ? addressOf(annotation) : undefined;
      if (!(annotation instanceof PDFDict) || address === undefined) continue;
      const { x, y, width, height } = annotation.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
      const area: Area = [x, y, x + width, y + height];
      if (!address.startsWith(NAMED) && !address.startsWith(LINKED)) continue;
      const element = this.structure.releaseLink(annotation, annotations?.get(index));
      if (address.startsWith(NAMED)) this.name(address.slice(NAMED.length), { page, top: area[3] + ABOVE });
      else this.add(page, area, address.slice(LINKED.length), element && { element });
      annotations?.remove(index);
    }
  }

  name(name: string, place: LinkTarget): void {
    this.places.set(name, place);
  }

  add(page: PDFPage, area: Area, to: string | LinkTarget, tag?: LinkTag): void {
    this.links.push({ page, area, to, tag });
  }

  placeOf(name: string): LinkTarget | undefined {
    return this.places.get(name);
  }

  /** Lays every link whose place is there over its page; what leads nowhere is plain text. */
  write(document: PDFDocument): void {
    for (const { page, area, to, tag } of this.links) {
      const place = typeof to === 'string' ? this.places.get(to) : to;
      if (!place) continue;
      const link = document.context.obj({ Type: 'Annot', Subtype: 'Link', Border: [0, 0, 0], Rect: [...area] });
      if (typeof to === 'string') link.set(PDFName.of('Contents'), PDFHexString.fromText(to));
      link.set(PDFName.of('Dest'), destination(document, place));
      const ref = document.context.register(link);
      page.node.addAnnot(ref);
      if (tag) this.structure.tagLink(ref, page, tag);
    }
  }
}

/** ISO 32000-1, 12.3.2.2; the reader keeps the size at which the page is seen. */
export function destination({ context }: PDFDocument, { page, top }: LinkTarget): PDFArray {
  return context.obj(top === null ? [page.ref, 'Fit'] : [page.ref, 'XYZ', null, top, null]);
}

function addressOf(annotation: PDFDict): string | undefined {
  const action = annotation.lookup(PDFName.of('A'));
  const address = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined;
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : undefined;
}
