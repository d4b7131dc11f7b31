import type { WrappedPdfiumModule } from '@embedpdf/pdfium';

/** PDFium marks with U+FFFE where a word was hyphenated. */
const VISIBLE = /[^\s\p{Cc}\u{fffe}\u{ffff}]/u;
const LAST_CODE_POINT = 0x10ffff;
const characterOf = (code: number): string => (code > 0 && code <= LAST_CODE_POINT ? String.fromCodePoint(code) : '');

/** Whether an open page has so many characters that can be seen, at least. */
export function hasVisible(pdfium: WrappedPdfiumModule, page: number, wanted: number): boolean {
  let visible = 0;
  eachCharacter(pdfium, page, (character) => (VISIBLE.test(character) ? ++visible : visible) < wanted);
  return visible >= wanted;
}

/** What an open page says of itself, line by line, as the database keeps it; empty where nothing of it can be seen. */
export function textOfPage(pdfium: WrappedPdfiumModule, page: number, mostSigns: number): string {
  let text = '';
  eachCharacter(pdfium, page, (character) => (text += character).length < mostSigns);
  return VISIBLE.test(text) ? kept(text) : '';
}

/** Until it is told that this was enough. */
function eachCharacter(pdfium: WrappedPdfiumModule, page: number, goesOn: (character: string) => boolean): void {
  const text = pdfium.FPDFText_LoadPage(page);
  const count = Math.max(0, pdfium.FPDFText_CountChars(text));
  let index = 0;
  while (index < count && goesOn(characterOf(pdfium.FPDFText_GetUnicode(text, index)))) index++;
  pdfium.FPDFText_ClosePage(text);
}

/** Without signs that are none. */
const kept = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\u{fffe}\u{ffff}]/gu, '')
    .toWellFormed();
