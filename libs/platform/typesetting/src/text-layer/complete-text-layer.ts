import { type PageFont, readFont } from './page-font';
import { TypstPdf } from './typst-pdf';
import { joinClusters } from './whole-clusters';

/** The same pages with a text layer from which every word comes back as it was written. Nothing that is seen changes. */
export function completeTextLayer(bytes: Uint8Array): Uint8Array {
  const pdf = TypstPdf.read(bytes);
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
    pdf.replaceStream(contents, Buffer.from(joinClusters(pdf.stream(contents).toString('latin1'), onPage), 'latin1'));
  }
  return pdf.write();
}
