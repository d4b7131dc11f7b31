import { SearchOffice as SearchOfficeRequest } from '@patravali/contract';
import { RecogniseTexts } from '@patravali/documents';
import { TextIndex } from '@patravali/search';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { documentActs } from '../../../../test/support/acts/document-acts';
import { useOffice } from '../../../../test/support/office/office';
import { intoKrutiDev } from '../../../platform/devanagari/test/into-kruti-dev';
import { SearchOffice } from './search-office';

const PAGES = [
  'Office of the Executive Engineer',
  'The tube well at Siswa does not run.',
  intoKrutiDev('नलकूप की मरम्मत हेतु धनराशि की आवश्यकता है।'),
];

describe('a letter that was not scanned', () => {
  const office = useOffice({ holds: 'section' });
  const { upload, diarise } = documentActs(office);
  const pagesFound = async (marking: 'ASO' | 'CLERK', q: string) => {
    const request = SearchOfficeRequest.parse({ q, kind: 'scan' });
    const { kinds } = await office().get(SearchOffice).execute(office().at(marking), request);
    return kinds.flatMap(({ items }) => items).map(({ receiptId, page, snippet }) => [receiptId, page, snippet?.text]);
  };
  let receiptId: string;
  beforeAll(async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.Helvetica);
    for (const text of PAGES) document.addPage().drawText(text, { x: 40, y: 700, size: 11, font });
    const aso = office().at('ASO');
    receiptId = (await diarise(aso, (await upload(aso, await document.save())).id)).id;
    await office().get(RecogniseTexts).execute();
    await office().get(TextIndex).indexAll();
  });

  it('is found by what its pages say, on the page where it stands', async () => {
    expect(await pagesFound('ASO', 'siswa')).toEqual([[receiptId, 2, PAGES[1]]]);
  });

  it('is found in Hindi that was typed in Kruti Dev', async () => {
    expect(await pagesFound('ASO', 'नलकूप मरम्मत')).toEqual([[receiptId, 3, 'नलकूप की मरम्मत हेतु धनराशि की आवश्यकता है।']]);
  });

  it('is found by nobody who may not read it', async () => {
    expect(await pagesFound('CLERK', 'siswa')).toEqual([]);
  });
});
