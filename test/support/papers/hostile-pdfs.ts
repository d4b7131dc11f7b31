import { deflateSync } from 'node:zlib';

/** One object of a PDF: its source, or a dictionary with the bytes of its stream. */
type PdfObject = string | { readonly dictionary: string; readonly stream: Buffer };

/** Writes a PDF by hand, with a right cross-reference table unless another trailer is given. Object 1 is the catalog. */
export function aRawPdf(objects: readonly PdfObject[], trailer = '/Root 1 0 R'): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let position = parts[0]?.length ?? 0;
  const write = (bytes: Buffer) => {
    parts.push(bytes);
    position += bytes.length;
  };
  objects.forEach((object, index) => {
    offsets.push(position);
    write(Buffer.from(`${index + 1} 0 obj\n`));
    if (typeof object === 'string') write(Buffer.from(object));
    else {
      write(Buffer.from(`<< ${object.dictionary} /Length ${object.stream.length} >>\nstream\n`));
      write(object.stream);
      write(Buffer.from('\nendstream'));
    }
    write(Buffer.from('\nendobj\n'));
  });
  const start = position;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows.join('')}`;
  const end = trailer.replaceAll('@xref', String(start));
  write(Buffer.from(`${table}trailer\n<< /Size ${objects.length + 1} ${end} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(parts);
}

const CATALOG = '<< /Type /Catalog /Pages 2 0 R >>';
const PAGES = '<< /Type /Pages /Kids [3 0 R] /Count 1 >>';
const page = (more = '') => `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${more} >>`;
const zeros = (mebibytes: number) => Buffer.alloc(mebibytes * 1024 * 1024);

function aContentBomb(mebibytes: number, fill = '0 0 m 9 9 l S\n'): Buffer {
  const stream = deflateSync(zeros(mebibytes).fill(fill));
  return aRawPdf([CATALOG, PAGES, page('/Contents 4 0 R'), { dictionary: '/Filter /FlateDecode', stream }]);
}

function aNestedBomb(): Buffer {
  const stream = deflateSync(deflateSync(deflateSync(zeros(400), { level: 9 }), { level: 9 }), { level: 9 });
  const dictionary = '/Filter [/FlateDecode /FlateDecode /FlateDecode]';
  return aRawPdf([CATALOG, PAGES, page('/Contents 4 0 R'), { dictionary, stream }]);
}

function aHugeImage(dictionary: string, stream: Buffer): Buffer {
  const image = `/Type /XObject /Subtype /Image /BitsPerComponent 8 /ColorSpace /DeviceRGB ${dictionary}`;
  const content = Buffer.from('q 500 0 0 500 0 0 cm /I Do Q');
  const resources = '/Resources << /XObject << /I 5 0 R >> >> /Contents 4 0 R';
  return aRawPdf([CATALOG, PAGES, page(resources), { dictionary: '', stream: content }, { dictionary: image, stream }]);
}

function aFormThatDrawsItself(): Buffer {
  const resources = '/Resources << /XObject << /F 4 0 R >> >>';
  const form = `/Type /XObject /Subtype /Form /BBox [0 0 9 9] ${resources}`;
  const stream = Buffer.from('/F Do '.repeat(20));
  return aRawPdf([CATALOG, PAGES, page(`${resources} /Contents 4 0 R`), { dictionary: form, stream }]);
}

function formsThatMultiply(depth: number): Buffer {
  const forms = Array.from({ length: depth }, (_, index) => ({
    dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F ${index + 5} 0 R >> >>`,
    stream: Buffer.from('/F Do '.repeat(10)),
  }));
  const last = { dictionary: '/Type /XObject /Subtype /Form /BBox [0 0 9 9]', stream: Buffer.from('0 0 m 9 9 l S') };
  const contents = '/Resources << /XObject << /F 4 0 R >> >> /Contents 4 0 R';
  return aRawPdf([CATALOG, PAGES, page(contents), ...forms, last]);
}

function anObjectStreamIn(itself: string): Buffer {
  return aRawPdf([
    CATALOG,
    '4 0 R',
    page(),
    { dictionary: `/Type /ObjStm /N 9 /First 9 /Extends ${itself}`, stream: zeros(0) },
  ]);
}

const aLetter = () => aRawPdf([CATALOG, PAGES, page()]);

/** Files that go for whoever parses them: name → bytes. None of them may hurt, whatever is said of it. */
export const HOSTILE_PDFS: Readonly<Record<string, () => Buffer>> = {
  'a page tree whose node is its own child': () => aRawPdf([CATALOG, '<< /Type /Pages /Kids [2 0 R] /Count 1 >>']),
  'a page tree that goes in a circle': () =>
    aRawPdf([
      CATALOG,
      '<< /Type /Pages /Kids [3 0 R] /Count 9 >>',
      '<< /Type /Pages /Kids [2 0 R] /Count 9 /Parent 2 0 R >>',
    ]),
  'a page tree 20,000 nodes deep': () =>
    aRawPdf([
      CATALOG,
      ...Array.from({ length: 20_000 }, (_, index) => `<< /Type /Pages /Kids [${index + 3} 0 R] /Count 1 >>`),
      page(),
    ]),
  'a count of two thousand million pages': () =>
    aRawPdf([CATALOG, PAGES.replace('/Count 1', '/Count 2000000000'), page()]),
  'a count of 4,000 pages with one there': () => aRawPdf([CATALOG, PAGES.replace('/Count 1', '/Count 4000'), page()]),
  'a count below nothing': () => aRawPdf([CATALOG, PAGES.replace('/Count 1', '/Count -7'), page()]),
  '6,000 pages': () =>
    aRawPdf([
      CATALOG,
      `<< /Type /Pages /Count 6000 /Kids [${Array.from({ length: 6000 }, (_, index) => `${index + 3} 0 R`).join(' ')}] >>`,
      ...Array.from({ length: 6000 }, () => page()),
    ]),
  'arrays 200,000 deep': () => aRawPdf([CATALOG, PAGES, page(`/Deep ${'['.repeat(200_000)}${']'.repeat(200_000)}`)]),
  'dictionaries 100,000 deep': () =>
    aRawPdf([CATALOG, PAGES, page(`/Deep ${'<< /D '.repeat(100_000)}1${' >>'.repeat(100_000)}`)]),
  'a catalog of arrays 200,000 deep': () => aRawPdf([`<< /Type /Catalog /Pages ${'['.repeat(200_000)}`, PAGES, page()]),
  'text of brackets a million deep': () => aContentBomb(1, '['),
  'states saved ten million times': () => aContentBomb(20, 'q '),
  'a cross-reference table that comes before itself': () =>
    aRawPdf([CATALOG, PAGES, page()], '/Root 1 0 R /Prev @xref'),
  'a cross-reference table cut off': () => aLetter().subarray(0, aLetter().length - 90),
  'a file cut in half': () => aLetter().subarray(0, 150),
  'a table that points outside the file': () =>
    Buffer.from(
      aLetter()
        .toString('latin1')
        .replace(/00000 n/g, '99999 n'),
      'latin1',
    ),
  'a start that points outside the file': () =>
    Buffer.from(
      aLetter()
        .toString('latin1')
        .replace(/startxref\n\d+/, 'startxref\n99999999999999999999'),
      'latin1',
    ),
  'a length that refers to itself': () =>
    aRawPdf([CATALOG, PAGES, page('/Contents 4 0 R'), '<< /Length 4 0 R >>\nstream\nBT ET\nendstream']),
  'an object stream that extends itself': () => anObjectStreamIn('4 0 R'),
  'a cross-reference stream of impossible widths': () =>
    Buffer.from(
      '%PDF-1.7\n1 0 obj\n<< /Type /XRef /Size 2147483647 /W [2147483647 2147483647 2147483647] /Root 1 0 R /Length 4 >>\n' +
        'stream\nAAAA\nendstream\nendobj\nstartxref\n9\n%%EOF',
    ),
  'a page of 400 MiB out of 400 KiB': () => aContentBomb(400),
  'a page of nothing, packed three times': aNestedBomb,
  'an image of 60,000 by 60,000': () =>
    aHugeImage('/Width 60000 /Height 60000 /Filter /FlateDecode', deflateSync(zeros(50))),
  'an image of 2^31 by 2^31': () => aHugeImage('/Width 2147483647 /Height 2147483647', zeros(1)),
  'JPEG 2000 that is none': () =>
    aHugeImage('/Width 9 /Height 9 /Filter /JPXDecode', Buffer.from('\0\0\0\fjP  \r\n\x87\n\xff\xff', 'latin1')),
  'JBIG2 with globals that are the image': () =>
    aHugeImage('/Width 99999 /Height 99999 /Filter /JBIG2Decode /DecodeParms << /JBIG2Globals 5 0 R >>', zeros(1)),
  'a form that draws itself': aFormThatDrawsItself,
  'forms that draw ten of the next, twelve deep': () => formsThatMultiply(12),
  'a parent that is the page itself': () =>
    aRawPdf([CATALOG, PAGES, '<< /Type /Page /Parent 3 0 R /Resources 3 0 R /Contents 3 0 R >>']),
  'garbage after the mark': () =>
    Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 'ä ö 9 0 obj << [ ')]),
  'only the mark': () => Buffer.from('%PDF-1.7'),
};

/** Each page is cheap to promise and dear to read. */
export function manyPagesOfOneDrawing(pages: number): Buffer {
  const stream = deflateSync(Buffer.from('0 0 m 9 9 l S\n'.repeat(8000)));
  const kids = Array.from({ length: pages }, (_, index) => `${index + 4} 0 R`).join(' ');
  return aRawPdf([
    CATALOG,
    `<< /Type /Pages /Count ${pages} /Kids [${kids}] >>`,
    { dictionary: '/Filter /FlateDecode', stream },
    ...Array.from({ length: pages }, () => page('/Contents 3 0 R')),
  ]);
}

/** Opens an alert and mails the document when a reader that runs JavaScript opens it. */
export function aPdfWithJavaScript(): Buffer {
  const catalog =
    '<< /Type /Catalog /Pages 2 0 R /OpenAction 4 0 R /Names << /JavaScript << /Names [(a) 4 0 R] >> >> >>';
  const action = '<< /S /JavaScript /JS (while (true) { app.alert(1); this.mailDoc(true); }) >>';
  return aRawPdf([catalog, PAGES, page(), action]);
}
