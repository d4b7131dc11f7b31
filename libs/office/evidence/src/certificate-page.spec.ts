import { startTypesetter } from '@patravali/typesetting';
import { pageTexts } from '../../../platform/typesetting/test/pdf-text';
import { GENERATED } from '../../../platform/typesetting/test/samples';
import { itWith, run } from '../../../platform/typesetting/test/tools';
import { type CertificateData, certificatePage } from './certificate-page';

const HASH = '0123456789abcdef'.repeat(4);
const aCertificate = (changes: Partial<CertificateData> = {}): CertificateData => ({
  office: { hi: GENERATED.office, en: 'Office of the Commissioner, Azamgarh Division' },
  about: [{ number: 'A-11011/5/2026-Estt', subject: 'विद्यालय भवन की मरम्मत #strong[x]' }],
  letterNumber: null,
  losses: [],
  sha256: HASH,
  files: [
    { what: { hi: 'पूरी पत्रावली', en: 'the whole file' }, sha256: 'f'.repeat(64) },
    ...Array.from({ length: 60 }, (_, at) => ({
      what: { hi: `C/${at + 1} · पत्र`, en: `C/${at + 1} · letter` },
      sha256: HASH,
    })),
  ],
  generated: GENERATED,
  ...changes,
});

describe('the certificate of section 63', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const pagesOf = async (language: 'hi' | 'en', changes: Partial<CertificateData> = {}) =>
    (await pageTexts(await typesetter.typeset(certificatePage(aCertificate(changes), language)))).map((page) =>
      page.replaceAll('\u200b', '').replaceAll(/[\u00a0 ]+/g, ' '),
    );

  it.each([
    ['en', ['PART A', 'PART B', 'HASH REPORT'], ['Name and signature:', '[X] SHA256', '[X] Server']],
    ['hi', ['भाग क', 'भाग ख', 'हैश रिपोर्ट'], ['नाम एवं हस्ताक्षर:', '[X] SHA256', '[X] सर्वर']],
  ] as const)(
    'has its parts and the report on pages of their own: %s',
    async (language, [partA, partB, report], words) => {
      const pages = await pagesOf(language);
      const first = (word: string) => pages.findIndex((page) => page.includes(word));
      expect(first(partA)).toBe(0);
      expect(first(partB)).toBeGreaterThan(0);
      expect(pages[first(partB)]?.indexOf(partB)).toBeLessThan(5);
      const all = pages.join('\n');
      for (const word of [...words, 'A-11011/5/2026-Estt', '#strong[x]']) expect(all).toContain(word);
      expect(all.replaceAll(/\s/g, '').split(HASH).length).toBeGreaterThan(60);
      // The table goes on to another page.
      expect(pages.length).toBeGreaterThan(pages.findLastIndex((page) => page.includes(report)) + 1);
    },
  );

  it('names the letter that it is about', async () => {
    expect((await pagesOf('en', { letterNumber: '12/2026' }))[0]).toContain('Letter: 12/2026');
    expect((await pagesOf('en'))[0]).not.toContain('Letter:');
  });

  it.each([
    ['en', 'Events lost: 2 events, as recorded in the log of the office since', 'Events lost:'],
    ['hi', 'अनुपलब्ध घटनाएँ: 2 घटनाएँ', 'अनुपलब्ध घटनाएँ:'],
  ] as const)('says what is lost of the record: %s', async (language, said, label) => {
    const losses = [{ at: '2026-11-28T09:30:00.000Z', reason: 'The disk broke #strong[x].', events: 2 }];
    const [first = ''] = await pagesOf(language, { losses });
    expect(first.replaceAll(/\s+/g, ' ')).toContain(said);
    for (const word of ['2026, 15:00', '#strong[x]']) expect(first).toContain(word);
    expect((await pagesOf(language))[0]).not.toContain(label);
  });

  it('names each of several files, and no subject of what is left out in part', async () => {
    const about = [1, 2].map((at) => ({ number: `A-1/${at}/2026`, subject: `subject ${at}` }));
    const [several = ''] = await pagesOf('en', { about });
    for (const word of ['A-1/1/2026', 'subject 1', 'A-1/2/2026', 'subject 2', 'records of these files'])
      expect(several).toContain(word);
    const [inPart = ''] = await pagesOf('en', { about: [{ number: 'A-1/1/2026', subject: null }] });
    expect(inPart).toContain('request under the Right to Information');
    expect(inPart).not.toContain('Subject:');
  });

  itWith('qpdf')('is a sound PDF', async () => {
    const pdf = await typesetter.typeset(certificatePage(aCertificate(), 'hi'));
    expect(run('qpdf', ['--check', 'FILE'], pdf).status).toBe(0);
  });
});
