import { PDFDict, PDFName, type PDFPage } from 'pdf-lib';

const WIDGET = PDFName.of('Widget');
const STAMP = PDFName.of('Stamp');
/** What an annotation does, and what ties it to the rest of its document, which copying would drag along. */
const DROPPED = ['A', 'AA', 'Dest', 'PA', 'Parent', 'Popup', 'IRT', 'P', 'StructParent'].map((key) => PDFName.of(key));
const DROPPED_FROM_PAGE = ['AA', 'StructParents', 'B', 'PieceInfo'].map((key) => PDFName.of(key));

/**
 * Leaves of a page only what is seen: no script, no action, no link. A filled-in form field becomes a plain stamp with
 * the same appearance, so that what was written in it stays readable.
 */
export function stripActiveContent(page: PDFPage): void {
  for (const key of DROPPED_FROM_PAGE) page.node.delete(key);
  const annotations = page.node.Annots();
  for (let index = 0; index < (annotations?.size() ?? 0); index++) {
    const annotation = annotations?.lookup(index);
    if (!(annotation instanceof PDFDict)) continue;
    for (const key of DROPPED) annotation.delete(key);
    if (annotation.lookup(PDFName.of('Subtype')) === WIDGET) annotation.set(PDFName.of('Subtype'), STAMP);
  }
}
