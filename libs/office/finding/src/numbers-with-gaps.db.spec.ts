import { CreateReceipt as CreateReceiptRequest, SearchOffice as SearchOfficeRequest } from '@patravali/contract';
import { CreateReceipt } from '@patravali/dak';
import { FindFiles } from '@patravali/files';
import { TextIndex } from '@patravali/search';
import { useOffice } from '../../../../test/support/office/office';
import { writeIssue } from '../../../../test/support/papers/written-letters';
import { SearchOffice } from './search-office';

const office = useOffice({ holds: 'section' });

describe('a number with gaps, or without its year or head', () => {
  /** Diary numbers 1/2026 and 2/2026. */
  beforeAll(async () => {
    const [so, dispatch] = [office().at('SO'), office().at('DISPATCH')];
    for (const number of ['11011/7/EST-2026-27', '11011/17/EST-2026-27']) {
      const { fileId } = await office().newFile(so);
      await writeIssue(office(), { fileId, by: so, signatory: office().at('US'), served: 0, number });
    }
    for (const letterNumber of ['417/स्था-2/2025-26', '4170/लेखा/2025'])
      await office()
        .get(CreateReceipt)
        .execute(
          dispatch,
          CreateReceiptRequest.parse({
            subject: 'नलकूप की मरम्मत',
            senderName: 'श्री रामदीन पाण्डेय',
            receivedOn: '2026-04-01',
            deliveryMode: 'post',
            language: 'hi',
            letterNumber,
            documentId: await office().newDocument(dispatch),
          }),
        );
    await office().get(TextIndex).indexAll();
  });

  const found = async (q: string, marking: 'SO' | 'DISPATCH' | 'CLERK') => {
    const asked = SearchOfficeRequest.parse({ q });
    const { kinds } = await office().get(SearchOffice).execute(office().at(marking), asked);
    return kinds.flatMap(({ kind, items }) => items.map(({ number }) => `${kind} ${number ?? ''}`));
  };

  it.each(['11011 7 2026', '११०११ ७ २०२६', '11011 7', '7 est', '11011/7/2026', '7-2026', '11011/7/EST-2026-27'])(
    '%s finds the letter that went out under 11011/7, and not under 11011/17',
    async (q) => {
      expect(await found(q, 'SO')).toEqual(['issue 11011/7/EST-2026-27']);
    },
  );

  it.each(['417 2 2025', '४१७ २ २०२५', '417 स्था', '417', '417/2025', '417 stha 2', '417 2025-26', 'स्था 2 2025'])(
    "%s finds what came under the sender's number 417, and not 4170",
    async (q) => {
      expect(await found(q, 'DISPATCH')).toEqual(['receipt 1/2026']);
    },
  );

  it.each(['2/2026', '2 2026', '२ २०२६', '2026 2 लेखा'])('%s finds what was diarised as 2/2026', async (q) => {
    expect(await found(q, 'DISPATCH')).toContain('receipt 2/2026');
  });

  it.each(['11011 2 2026', '११०११ २ २०२६', '11011 2', 'A 2 EST'])('%s finds the file A-11011/2/2026-EST', async (q) => {
    const { items } = await office().get(FindFiles).execute(office().at('SO'), { q, limit: 5 });
    expect(items.map(({ number }) => number)).toContain('A-11011/2/2026-EST');
    expect((await office().get(FindFiles).execute(office().at('CLERK'), { q, limit: 5 })).items).toEqual([]);
  });

  it.each(['11011 8 2026', '417 2024', '11011 7 2025'])('%s, which no number has, finds nothing', async (q) => {
    expect([await found(q, 'SO'), await found(q, 'DISPATCH')]).toEqual([[], []]);
  });

  it.each(['11011 7 2026', '417 2 2025'])('%s finds nothing for whoever may not read it', async (q) => {
    expect(await found(q, 'CLERK')).toEqual([]);
  });
});
