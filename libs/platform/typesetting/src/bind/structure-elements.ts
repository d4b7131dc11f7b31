import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from 'pdf-lib';

const name = (text: string) => PDFName.of(text);

/** What stands in an element of a structure tree: elements, marks on a page, annotations. */
export function kidsOf(element: PDFDict): PDFObject[] {
  const kids = element.lookup(name('K'));
  if (kids instanceof PDFArray) return kids.asArray();
  const kid = element.get(name('K'));
  return kid ? [kid] : [];
}

/**
 * Puts a prefix before the ids of all elements below one, and wherever they are named: the cells of each part's tables name their
 * heads alike.
 */
export function renameIds(context: PDFContext, below: PDFRef, prefix: string, ids: Map<string, PDFRef>): void {
  const waiting = [below];
  for (let ref = waiting.pop(); ref; ref = waiting.pop()) {
    const element = context.lookup(ref, PDFDict);
    const id = textOf(element.lookup(name('ID')));
    if (id !== undefined) {
      element.set(name('ID'), PDFString.of(prefix + id));
      ids.set(prefix + id, ref);
    }
    for (const attributes of attributesOf(element)) renameHeaders(attributes, prefix);
    for (const kid of kidsOf(element)) if (kid instanceof PDFRef) waiting.push(kid);
  }
}

function attributesOf(element: PDFDict): PDFDict[] {
  const attributes = element.lookup(name('A'));
  const all =
    attributes instanceof PDFArray ? attributes.asArray().map((_, index) => attributes.lookup(index)) : [attributes];
  return all.filter((each) => each instanceof PDFDict);
}

function renameHeaders(attributes: PDFDict, prefix: string): void {
  const headers = attributes.lookup(name('Headers'));
  if (!(headers instanceof PDFArray)) return;
  for (let index = 0; index < headers.size(); index++) {
    const id = textOf(headers.lookup(index));
    if (id !== undefined) headers.set(index, PDFString.of(prefix + id));
  }
}

const textOf = (text: PDFObject | undefined): string | undefined =>
  text instanceof PDFString || text instanceof PDFHexString ? text.asString() : undefined;
