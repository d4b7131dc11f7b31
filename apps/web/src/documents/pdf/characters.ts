import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** What PDFium puts where a word was divided at a line's end. */
const DIVIDED = new Set([0x02, 0xfffe]);

/** The hyphen of a word that goes on in the next line, as it is given on. */
export const DIVIDING_HYPHEN = '\u00ad';

/** The characters of a page, counted as PDFium counts them; nothing where it has no letter for a glyph. */
export function readCharacters(pdfium: WrappedPdfiumModule, text: number): string[] {
  return Array.from({ length: pdfium.FPDFText_CountChars(text) }, (_, index) => {
    const unicode = pdfium.FPDFText_GetUnicode(text, index);
    if (unicode === 0) return '';
    return DIVIDED.has(unicode) ? DIVIDING_HYPHEN : String.fromCodePoint(unicode);
  });
}
