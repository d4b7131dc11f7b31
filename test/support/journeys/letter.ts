import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { letterPage } from '@patravali/letters';
import { startTypesetter } from '@patravali/typesetting';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { aLetter } from '../../../libs/office/letters/test/samples';

export interface ReceivedLetter {
  readonly fileName: string;
  readonly pdf: Buffer;
  /** Words that stand in one line of its text layer; a scan has none. */
  readonly words: string | null;
}

/** A Hindi letter as it comes in: a scan of the corpus where there is one, else one typeset for the day. */
export async function aHindiLetter(): Promise<ReceivedLetter> {
  const corpus = process.env.PATRAVALI_CORPUS;
  if (corpus) {
    const fileName = 'hi-pension.scan.pdf';
    return { fileName, pdf: readFileSync(join(corpus, 'letters', fileName)), words: null };
  }
  return { fileName: 'पेंशन-पत्र.pdf', pdf: await aTypesetLetter(), words: 'अग्रणी बैंक प्रबन्धक' };
}

/** A letter of so many pages, of which each says only which it is: `sheet 1.` */
export async function aLetterOfPages(pages: number): Promise<Uint8Array<ArrayBuffer>> {
  const letter = await PDFDocument.create();
  const font = await letter.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= pages; page++)
    letter.addPage([595, 842]).drawText(`sheet ${page}.`, { x: 60, y: 700, font });
  return Uint8Array.from(await letter.save());
}

/** A page with a text layer, in Hindi. */
export async function aTypesetLetter(): Promise<Buffer> {
  const typesetter = startTypesetter();
  try {
    return Buffer.from(
      await typesetter.typeset(letterPage(aLetter({ number: '412/स.क./पेंशन/2026-27', date: '2026-10-12' }))),
    );
  } finally {
    await typesetter.close();
  }
}
