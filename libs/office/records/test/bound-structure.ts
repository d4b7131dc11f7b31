import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from 'pdf-lib';

const name = (text: string) => PDFName.of(text);

/** An element of the structure tree of a PDF, with what stands in it. */
export interface TaggedElement {
  readonly type: string;
  readonly title: string | null;
  readonly id: string | null;
  readonly headers: readonly string[];
  /** Marks on pages, `3:0` for the first of the third page. */
  readonly marks: readonly string[];
  /** Pages, from 1, on which annotations of it stand. */
  readonly annotations: readonly number[];
  readonly children: readonly TaggedElement[];
}

export interface SeenLink {
  /** Pages, from 1. */
  readonly from: number;
  readonly to: number;
  readonly contents: string | null;
  readonly tagged: boolean;
}

/** What a bound PDF says of its structure and its links, read without the code that writes them. */
export class BoundStructure {
  private constructor(private readonly pdf: PDFDocument) {}

  static async of(bytes: Uint8Array): Promise<BoundStructure> {
    return new BoundStructure(await PDFDocument.load(bytes, { updateMetadata: false }));
  }

  get pageCount(): number {
    return this.pdf.getPageCount();
  }

  /** All page objects of the file, also those that no page tree holds. */
  get pageObjects(): number {
    const objects = this.pdf.context.enumerateIndirectObjects();
    return objects.filter(([, object]) => object instanceof PDFDict && object.lookup(name('Type')) === name('Page'))
      .length;
  }

  get tree(): TaggedElement {
    const root = this.pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);
    const [document] = this.objectsAt(root, 'K');
    return this.element(document as PDFDict, null);
  }

  /** Marks of which the parent tree says nothing, or names an element that does not hold them; none in a sound tree. */
  marksWithoutParent(): string[] {
    const root = this.pdf.catalog.lookup(name('StructTreeRoot'), PDFDict);
    const numbers = root.lookup(name('ParentTree'), PDFDict).lookup(name('Nums'), PDFArray);
    const parents = new Map<number, PDFObject | undefined>();
    for (let at = 0; at < numbers.size(); at += 2)
      parents.set(numbers.lookup(at, PDFNumber).asNumber(), numbers.lookup(at + 1));
    return everyElement(this.tree)
      .flatMap(({ marks }) => marks)
      .filter((mark) => {
        const [page = 1, id = 0] = mark.split(':').map(Number);
        const key = this.pdf.getPage(page - 1).node.lookup(name('StructParents'));
        const elements = key instanceof PDFNumber ? parents.get(key.asNumber()) : undefined;
        return !(elements instanceof PDFArray) || !(elements.lookup(id) instanceof PDFDict);
      });
  }

  links(): SeenLink[] {
    return this.pdf.getPages().flatMap((page, index) =>
      this.objectsAt(page.node, 'Annots').flatMap((annotation) => {
        const place = annotation instanceof PDFDict ? annotation.lookup(name('Dest')) : undefined;
        if (!(annotation instanceof PDFDict) || !(place instanceof PDFArray)) return [];
        const contents = textOf(annotation.lookup(name('Contents')));
        return [
          { from: index + 1, to: this.pageOf(place.get(0)), contents, tagged: annotation.has(name('StructParent')) },
        ];
      }),
    );
  }

  private element(dict: PDFDict, pageAbove: number | null): TaggedElement {
    const own = dict.get(name('Pg'));
    const page = own ? this.pageOf(own) : pageAbove;
    const kids = this.objectsAt(dict, 'K');
    const dicts = kids.filter((kid) => kid instanceof PDFDict);
    const ofType = (type: string) => dicts.filter((kid) => kid.lookup(name('Type')) === name(type));
    const attributes = this.objectsAt(dict, 'A').filter((each) => each instanceof PDFDict);
    return {
      type: dict.lookup(name('S'), PDFName).decodeText(),
      title: textOf(dict.lookup(name('T'))),
      id: textOf(dict.lookup(name('ID'))),
      headers: attributes.flatMap((each) => this.objectsAt(each, 'Headers').map((header) => textOf(header) ?? '')),
      marks: [
        ...kids.filter((kid) => kid instanceof PDFNumber).map((kid) => `${page}:${kid.asNumber()}`),
        ...ofType('MCR').map(
          (kid) => `${this.pageOf(kid.get(name('Pg')))}:${kid.lookup(name('MCID'), PDFNumber).asNumber()}`,
        ),
      ],
      annotations: ofType('OBJR').map((kid) => this.pageOf(kid.get(name('Pg')))),
      children: dicts.filter((kid) => kid.has(name('S'))).map((kid) => this.element(kid, page)),
    };
  }

  private pageOf(ref: PDFObject | undefined): number {
    return this.pdf.getPages().findIndex((page) => page.ref === ref) + 1;
  }

  private objectsAt(dict: PDFDict, entry: string): PDFObject[] {
    const value = dict.lookup(name(entry));
    const all = value instanceof PDFArray ? value.asArray() : value ? [value] : [];
    return all.flatMap((each) => (each instanceof PDFRef ? (this.pdf.context.lookup(each) ?? []) : each));
  }
}

export const everyElement = (element: TaggedElement): TaggedElement[] => [
  element,
  ...element.children.flatMap(everyElement),
];

function textOf(text: PDFObject | undefined): string | null {
  return text instanceof PDFString || text instanceof PDFHexString ? text.decodeText() : null;
}
