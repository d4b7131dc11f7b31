import { type PageFont, readFont } from './page-font';
import { TypstPdf } from './typst-pdf';
import { joinClusters } from './whole-clusters';

/** The same pages with a text layer from which every word comes back as it was written. Nothing that is seen changes. */
export function completeTextLayer(bytes: Uint8Array): Uint8Array {
  const pdf = TypstPdf.read(bytes);
  for (const bookmark of pdf.bookmarks()) pdf.replaceText(bookmark, withoutSigns(pdf.text(bookmark)));
  for (const map of pdf.unicodeMaps()) pdf.replaceStream(map, bytesWithoutSigns(pdf.stream(map)));
  const fonts = new Map<number, PageFont>();
  const fontOf = (number: number): PageFont => {
    const font = fonts.get(number) ?? readFont(pdf, number);
    fonts.set(number, font);
    return font;
  };
  for (const page of pdf.pages()) {
    const contents = Number(/\/Contents (\d+) 0 R/.exec(page)?.[1]);
    const named = [...page.matchAll(/\/(f\d+) (\d+) 0 R/g)];
    const onPage = new Map(named.map(([, name = '', font]) => [name, fontOf(Number(font))]));
    pdf.replaceStream(contents, joinClusters(bytesWithoutSigns(pdf.stream(contents)), onPage));
  }
  return pdf.write();
}

/** Texts in UTF-16, in hex: of `/ToUnicode` a glyph and what it says, of the others what they say after the byte order mark. */
const TEXTS = /((?:^<[\dA-F]{4}> <|\/(?:ActualText|Title) <FEFF))((?:[\dA-F]{4})+)(?=>$)/gm;
/** What lets a line end and what keeps it together, while a page is set, is no part of the text. */
const SIGNS = ['200B', '2060'];

function bytesWithoutSigns(content: Buffer): Buffer {
  if (!SIGNS.some((sign) => content.includes(sign))) return content;
  return Buffer.from(withoutSigns(content.toString('latin1')), 'latin1');
}

function withoutSigns(content: string): string {
  return content.replace(TEXTS, (all, mark: string, text: string) => {
    if (!SIGNS.some((sign) => text.includes(sign))) return all;
    const kept = (text.match(/.{4}/g) ?? []).filter((unit) => !SIGNS.includes(unit));
    return kept.length > 0 ? mark + kept.join('') : all;
  });
}
