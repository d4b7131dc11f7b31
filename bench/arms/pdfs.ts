import { randomBytes, randomUUID } from 'node:crypto';
import { PDFDocument, PDFName, StandardFonts } from 'pdf-lib';

/** Pages of text, and beside them bytes that nobody can press together, as a scan has them. */
export async function aPdf({ pages = 1, bytes = 0 }: { pages?: number; bytes?: number }): Promise<Buffer> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page++) {
    document
      .addPage([595, 842])
      .drawText(`Page ${page}: the matter was examined and is put up.`, { x: 50, y: 700, size: 12, font });
  }
  if (bytes > 0) {
    const scan = document.context.register(document.context.stream(randomBytes(bytes)));
    document.catalog.set(PDFName.of('Scan'), scan);
  }
  return Buffer.from(await document.save({ useObjectStreams: false }));
}

/** The same PDF with other bytes, so that no store has it yet. */
export const another = (pdf: Buffer): Buffer => Buffer.concat([pdf, Buffer.from(`\n% ${randomUUID()}\n`)]);
