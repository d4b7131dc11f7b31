import { PDFDocument } from 'pdf-lib';
import { pageTexts, pdfText } from '../../../libs/platform/typesetting/test/pdf-text';

export async function pagesOf(pdf: Uint8Array): Promise<number> {
  return (await PDFDocument.load(pdf, { updateMetadata: false })).getPageCount();
}

/** Each text must come back from the text layer, after the one before it. */
export async function readsInOrder(pdf: Uint8Array, texts: readonly string[]): Promise<void> {
  const whole = await pdfText(pdf);
  const places = texts.map((text) => ({ text, at: whole.indexOf(text) }));
  expect(places.filter(({ at }) => at < 0)).toEqual([]);
  expect(places.map(({ at }) => at)).toEqual(places.map(({ at }) => at).sort((one, other) => one - other));
}

/** The numbers n of the stamps C/n, page by page, as they stand on the last so many pages. */
export async function stampsOnLastPages(pdf: Uint8Array, pages: number): Promise<boolean[]> {
  const texts = (await pageTexts(pdf)).slice(-pages);
  return texts.map((text, index) => new RegExp(`(^|\\s)C/${index + 1}(\\s|$)`).test(text));
}
