import { randomBytes, randomUUID } from 'node:crypto';
import { PDFDocument, StandardFonts } from 'pdf-lib';

/** Pages of text, and on the first the picture of a scan: bytes that nobody can press together. */
export async function aPdf({ pages = 1, bytes = 0 }: { pages?: number; bytes?: number }): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page++) {
    document
      .addPage([595, 842])
      .drawText(`Page ${page}: the matter was examined and is put up.`, { x: 50, y: 700, size: 12, font });
  }
  if (bytes > 0) {
    const picture = {
      Type: 'XObject',
      Subtype: 'Image',
      Width: 2480,
      Height: 3508,
      ColorSpace: 'DeviceGray',
      BitsPerComponent: 8,
    };
    const scan = document.context.stream(randomBytes(bytes), { ...picture, Filter: 'DCTDecode' });
    document.getPage(0).node.newXObject('Scan', document.context.register(scan));
  }
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** The same PDF with other bytes, so that no store has it yet. */
export const another = (pdf: Buffer): Buffer => Buffer.concat([pdf, Buffer.from(`\n% ${randomUUID()}\n`)]);
