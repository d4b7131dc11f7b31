import { deflateSync } from 'node:zlib';
import { degrees, PDFDocument, StandardFonts } from 'pdf-lib';

/** A plain letter of so many pages, turned and of any size. */
export async function aPdf(pages: number, { turn = 0, size = [595, 842] as [number, number], text = 'letter' } = {}) {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let index = 0; index < pages; index++) {
    const page = document.addPage(size);
    page.setRotation(degrees(turn));
    page.drawText(`${text} ${index + 1}`, { x: 20, y: 20, size: 10, font });
  }
  return document.save();
}

/** A PDF put together by hand from its numbered objects; streams come with their dictionary. */
export function rawPdf(objects: readonly (string | Buffer)[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.5\n')];
  const offsets = objects.map((object, index) => {
    const offset = Buffer.concat(parts).length;
    parts.push(Buffer.from(`${index + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n'));
    return offset;
  });
  const start = Buffer.concat(parts).length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  parts.push(Buffer.from(`xref\n0 ${size}\n0000000000 65535 f \n${rows}`));
  parts.push(Buffer.from(`trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`));
  return new Uint8Array(Buffer.concat(parts));
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';

/** A page tree that contains itself. */
export const pageTreeLoop = (): Uint8Array => rawPdf([CATALOG, '<</Type/Pages/Kids[2 0 R]/Count 1>>']);

/** A small file with one object that unpacks to an array of millions of numbers. */
export function decompressionBomb(megabytes: number): Uint8Array {
  const header = '9 0 [';
  const packed = deflateSync(
    Buffer.concat([Buffer.from(header), Buffer.alloc(megabytes << 20, '0 '), Buffer.from(']')]),
  );
  const dictionary = `<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${packed.length}>>stream\n`;
  const stream = Buffer.concat([Buffer.from(dictionary), packed, Buffer.from('\nendstream')]);
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>';
  return rawPdf([CATALOG, '<</Type/Pages/Kids[3 0 R]/Count 1>>', page, stream]);
}

/** One page that opens a program, runs a script and holds a field filled in with a name. */
export function actingPdf(): Uint8Array {
  const script = '<</S/JavaScript/JS(app.alert\\(1\\))>>';
  const appearance = 'BT /F 12 Tf 5 5 Td (Ram Prasad) Tj ET';
  return rawPdf([
    `<</Type/Catalog/Pages 2 0 R/OpenAction ${script}/AcroForm<</Fields[4 0 R]>>>>`,
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]/Annots[4 0 R 5 0 R]/AA<</O ${script}>>>>`,
    `<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(Ram Prasad)/Rect[50 50 200 80]/F 4/P 3 0 R/A ${script}/AP<</N 6 0 R>>>>`,
    '<</Type/Annot/Subtype/Link/Rect[0 0 400 400]/A<</S/Launch/F(calc.exe)>>>>',
    `<</Type/XObject/Subtype/Form/BBox[0 0 150 30]/Resources<</Font<</F 7 0 R>>>>/Length ${appearance.length}>>stream\n${appearance}\nendstream`,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
  ]);
}

/**
 * Three pages. Those links of the first that stay within the letter lead to the second and the third: as a place, by an action,
 * by a name of the old and of the new form, and by a height. The others lead out of it, to a page that does not exist, or nowhere.
 */
export function linkedPdf(): Uint8Array {
  const link = (what: string) => `<</Type/Annot/Subtype/Link/Rect[10 10 50 50]${what}>>`;
  const page = (more = '') => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 400]${more}>>`;
  const links = [
    link('/Dest[4 0 R/XYZ 0 300 0]'),
    link('/A<</S/GoTo/D[5 0 R/Fit]>>'),
    link('/Dest/old'),
    link('/A<</S/GoTo/D(new)>>'),
    link('/Dest[4 0 R/FitH 200]'),
    link('/A<</S/URI/URI(https://example.org)>>'),
    link('/A<</S/GoToR/F(other.pdf)/D[0/Fit]>>'),
    link('/A<</S/Launch/F(calc.exe)>>'),
    link('/Dest[99 0 R/Fit]'),
    link('/Dest(unknown)'),
    link('/A<</S/GoTo/D[1/Fit]>>'),
  ];
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R/Dests<</old[4 0 R/Fit]>>/Names<</Dests 6 0 R>>>>',
    '<</Type/Pages/Kids[3 0 R 4 0 R 5 0 R]/Count 3>>',
    page(`/Annots[${links.join('')}]`),
    page(),
    page(),
    '<</Kids[6 0 R 7 0 R]>>',
    '<</Names[(new)<</D[5 0 R/XYZ null null null]>>]>>',
  ]);
}
