import { type PDFDocument, PDFArray, PDFDict, PDFHexString, PDFName, type PDFPage, PDFString } from 'pdf-lib';

/** Left, bottom, right and top on a page, in points. */
export type Area = readonly [number, number, number, number];

export interface Place {
  readonly page: PDFPage;
  /** What stands at the top of the window; null for the whole page. */
  readonly top: number | null;
}

interface Link {
  readonly page: PDFPage;
  readonly area: Area;
  readonly to: string;
}

/** What `page.typ` writes for a name and for a link to it: our parts are set one by one and do not know each other's pages. */
const NAMED = 'patravali:place/';
const LINKED = 'patravali:to/';
/** Points above a name that are shown with it. */
const ABOVE = 12;

/** Leads the links of a whole file to their places, wherever these come to stand in it. */
export class Links {
  private readonly places = new Map<string, Place>();
  private readonly links: Link[] = [];

  /** Takes the names and links off a page of ours. */
  take(page: PDFPage): void {
    const annotations = page.node.Annots();
    for (let index = (annotations?.size() ?? 0) - 1; index >= 0; index--) {
      const annotation = annotations?.lookup(index);
      const address = annotation instanceof PDFDict ? addressOf(annotation) : undefined;
      if (!(annotation instanceof PDFDict) || address === undefined) continue;
      const { x, y, width, height } = annotation.lookup(PDFName.of('Rect'), PDFArray).asRectangle();
      const area: Area = [x, y, x + width, y + height];
      if (address.startsWith(NAMED)) this.name(address.slice(NAMED.length), { page, top: area[3] + ABOVE });
      else if (address.startsWith(LINKED)) this.add(page, area, address.slice(LINKED.length));
      else continue;
      annotations?.remove(index);
    }
  }

  name(name: string, place: Place): void {
    this.places.set(name, place);
  }

  add(page: PDFPage, area: Area, to: string): void {
    this.links.push({ page, area, to });
  }

  placeOf(name: string): Place | undefined {
    return this.places.get(name);
  }

  /** Lays every link whose place is there over its page; what leads nowhere is plain text. */
  write(document: PDFDocument): void {
    for (const { page, area, to } of this.links) {
      const place = this.places.get(to);
      if (!place) continue;
      const link = document.context.obj({ Type: 'Annot', Subtype: 'Link', Border: [0, 0, 0], Rect: [...area] });
      link.set(PDFName.of('Contents'), PDFHexString.fromText(to));
      link.set(PDFName.of('Dest'), destination(document, place));
      page.node.addAnnot(document.context.register(link));
    }
  }
}

/** ISO 32000-1, 12.3.2.2; the reader keeps the size at which the page is seen. */
export function destination({ context }: PDFDocument, { page, top }: Place): PDFArray {
  return context.obj(top === null ? [page.ref, 'Fit'] : [page.ref, 'XYZ', null, top, null]);
}

function addressOf(annotation: PDFDict): string | undefined {
  const action = annotation.lookup(PDFName.of('A'));
  const address = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined;
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : undefined;
}
