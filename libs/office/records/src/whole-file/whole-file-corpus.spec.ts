import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startTypesetter } from '@patravali/typesetting';
import { PDFDocument } from 'pdf-lib';
import { pageTexts } from '../../../../platform/typesetting/test/pdf-text';
import { itWith, run } from '../../../../platform/typesetting/test/tools';
import { aNote, aNoteSheet, aWholeFile, boundFile } from '../../test/samples';
import type { CorrespondencePdf } from './whole-file-data';

const folder = join(process.env.PATRAVALI_CORPUS ?? '', 'pdf');
const withCorpus = process.env.PATRAVALI_CORPUS && existsSync(folder) ? describe : describe.skip;

withCorpus('a whole file of letters from every producer (needs PATRAVALI_CORPUS)', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  itWith('qpdf')('has each of their pages under its number and is a sound PDF', async () => {
    const correspondence: CorrespondencePdf[] = [];
    let next = 1;
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.pdf'))) {
      const pageCount = await countPages(join(folder, name));
      correspondence.push({
        serial: correspondence.length + 1,
        firstPage: next,
        pageCount,
        title: name,
        date: null,
        pdf: join(folder, name),
        flag: null,
        signedOriginal: false,
      });
      next += pageCount;
    }
    const pdf = await boundFile(typesetter, aWholeFile(correspondence, aNoteSheet([aNote(1)])));
    expect(run('qpdf', ['--check', 'FILE'], pdf).status).toBe(0);
    const texts = (await pageTexts(pdf)).slice(1 - next);
    texts.forEach((text, index) => expect(text).toContain(`C/${index + 1}`));
    expect(texts.filter((text) => text.includes('नहीं दिखाया जा सका'))).toHaveLength(1);
  });
});

/** The one with a password counts as one page. */
async function countPages(path: string): Promise<number> {
  try {
    return (await PDFDocument.load(readFileSync(path), { updateMetadata: false })).getPageCount();
  } catch {
    return 1;
  }
}
