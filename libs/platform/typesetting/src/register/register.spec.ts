import { startTypesetter } from '@patravali/typesetting';
import { pageTexts, pdfText, seenPlaces } from '../../test/pdf-text';
import { aRegister } from '../../test/samples';
import { itWith, run } from '../../test/tools';

describe('a register', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const row = (index: number) => [`${index}/2026`, 'जिला समाज कल्याण अधिकारी, आज़मगढ़', 'पेंशन के प्रकरणों का निस्तारण'];

  it('lists its entries under their headings, with period, number of entries and who had it made', async () => {
    const text = await pdfText(await typesetter.register(aRegister([row(1), row(2)])));
    expect(text).toMatch(/डाक पंजी.*01\.11\.2026 से 24\.11\.2026 तक.*कुल प्रविष्टियाँ: 2/);
    expect(text).toMatch(/डायरी संख्या प्रेषक विषय 1\/2026 जिला समाज कल्याण अधिकारी/);
    expect(text).toContain('सुनीता यादव, लेखा परीक्षक');
    expect(text).toContain('25.11.2026, 01:30 को तैयार किया गया');
  });

  it('lies across the page and repeats its headings on each', async () => {
    const pdf = await typesetter.register(aRegister(Array.from({ length: 100 }, (_, index) => row(index + 1))));
    const pages = await pageTexts(pdf);
    expect(pages.length).toBeGreaterThan(2);
    pages.forEach((page, index) => {
      expect(page).toContain('डायरी संख्या');
      expect(page).toContain(`${index + 1} / ${pages.length}`);
    });
    expect((await seenPlaces(pdf, 'डायरी'))[0]).toMatchObject({ width: 842, height: 595 });
  });

  it('of one day names the day once, and an empty one says that it is empty', async () => {
    const register = { ...aRegister([]), title: 'REGISTER', language: 'en', from: '2026-11-24' } as const;
    const text = await pdfText(await typesetter.register(register));
    expect(text).toMatch(/REGISTER 24\.11\.2026 Entries: 0 There is no entry in this period\./);
  });

  it('ends with the line on the log, if there is one', async () => {
    const register = { ...aRegister([row(1)]), checkpoint: 'जाँच-बिन्दु: 1bd0 4e87…' };
    expect(await pdfText(await typesetter.register(register))).toMatch(/1\/2026 .*1bd0 4e87…/);
    expect(await pdfText(await typesetter.register(aRegister([row(1)])))).not.toContain('1bd0');
  });

  it('keeps long words inside their column', async () => {
    const long = 'A-11011/5/2026-Estt(Pension)Azamgarh'.repeat(3);
    const places = await seenPlaces(await typesetter.register(aRegister([[long, 'ठीक', 'यहाँ']])), 'ठीक');
    expect(places[0]?.across).toBeGreaterThan(100);
    const text = await pdfText(await typesetter.register(aRegister([[long, 'ठीक', 'यहाँ']])));
    expect(text.replace(/[\s\u200b-]/g, '')).toContain(long.replaceAll('-', ''));
  });

  it('keeps a marking with a bracket inside its column', async () => {
    const row = ['1/2026', 'ADDL-COMM(JUD)', 'यहाँ', 'ADDL-COMM(JUD)', 'वहाँ'];
    const columns = row.map((_, index) => ({ heading: String(index), width: index % 2 ? 25 : 66 }));
    const pdf = await typesetter.register({ ...aRegister([row]), columns });
    const [bracket] = await seenPlaces(pdf, '(JUD)');
    const [start] = await seenPlaces(pdf, 'ADDL');
    expect(Math.abs((bracket?.across ?? 0) - (start?.across ?? 0))).toBeLessThan(5);
  });

  it('divides no entry between two pages, except one that would not fit on a page', async () => {
    const corrected = (index: number) => [
      `${index}/2026`,
      'प्रेषक',
      `विषय-${index}\n${'संशोधित: पुराना → नया; '.repeat(6 + (index % 7))} अन्त-${index}.`,
    ];
    const entries = Array.from({ length: 30 }, (_, index) => corrected(index + 1));
    const pages = await pageTexts(await typesetter.register(aRegister(entries)));
    expect(pages.length).toBeGreaterThan(2);
    for (const [number] of entries) {
      const [page] = pages.filter((text) => text.includes(`विषय-${number?.split('/')[0]}\r`));
      expect(page).toContain(`अन्त-${number?.split('/')[0]}.`);
      expect(page).toContain('पुराना → नया');
    }
    const endless = ['31/2026', 'प्रेषक', `${'अत्यन्त लम्बा विषय '.repeat(600)}अन्तिम`];
    expect(await pdfText(await typesetter.register(aRegister([endless])))).toContain('अन्तिम');
  });

  itWith('qpdf')('is a sound PDF', async () => {
    expect(run('qpdf', ['--check', 'FILE'], await typesetter.register(aRegister([row(1)]))).status).toBe(0);
  });
});
