import { plainText } from '@patravali/contract';
import { startTypesetter } from '@patravali/typesetting';
import fc from 'fast-check';
import { pagePixels, pageTexts, pdfText, seenPlaces } from '../../../../platform/typesetting/test/pdf-text';
import { written } from '../../../../platform/typesetting/test/samples';
import { itWith, run } from '../../../../platform/typesetting/test/tools';
import { aLetter } from '../../test/samples';
import type { LetterData } from './letter-data';
import { letterPage } from './letter-page';
import { signerOf } from './letter-texts';

const aLongText = written(...Array.from({ length: 60 }, () => plainText(aLetter().body)));

describe('a letter', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const typesetLetter = (letter: LetterData) => typesetter.typeset(letterPage(letter));
  const textOf = async (changes: Parameters<typeof aLetter>[0]) => pdfText(await typesetLetter(aLetter(changes)));

  it('has the parts of a letter of an office, in their order', async () => {
    const text = await textOf({});
    const parts = [
      'कार्यालय मण्डलायुक्त, आज़मगढ़ मण्डल',
      'Office of the Divisional Commissioner',
      'संख्या: A-11011/5/2026-Estt',
      'दिनांक 24 नवम्बर, 2026',
      'सेवा में,',
      'विकास भवन',
      'विषय:-',
      'आपका पत्र संख्या 412/स.क./पेंशन/2026-27 दिनांक 12 अक्टूबर, 2026',
      'महोदय,',
      'कृपया उपर्युक्त',
      'भवदीय,',
      'डिजिटल हस्ताक्षरित',
      '24 नवम्बर, 2026, 16:40',
      '(राजेश कुमार वर्मा)',
      'संलग्नक: 2',
      'पृष्ठांकन संख्या: A-11011/5/2026-Estt, तद्दिनांक',
      'प्रतिलिपि निम्नलिखित को सूचनार्थ एवं आवश्यक कार्यवाही हेतु प्रेषित',
      'अग्रणी बैंक प्रबन्धक, आज़मगढ़',
      'आज्ञा से,',
      '(राजेश कुमार वर्मा)',
    ].map((part) => part.normalize('NFC'));
    let from = 0;
    for (const part of parts) {
      expect(text.slice(from)).toContain(part);
      from = text.indexOf(part, from) + part.length;
    }
    expect(text).not.toMatch(/DRAFT|SPECIMEN/);
  });

  it('numbers its paragraphs from the second on', async () => {
    const text = await textOf({ body: written('पहला प्रस्तर', 'दूसरा प्रस्तर') });
    expect(text).toContain('महोदय, पहला प्रस्तर 2. दूसरा प्रस्तर');
  });

  it('as a memorandum has no salutation and no subscription, and its addressee below the signature', async () => {
    const text = await textOf({ form: 'office_memorandum', salutation: 'महोदय,' });
    expect(text).toContain('कार्यालय ज्ञाप');
    expect(text).not.toMatch(/महोदय|भवदीय/);
    expect(text.indexOf('सेवा में')).toBeGreaterThan(text.indexOf('(राजेश कुमार वर्मा)'));
  });

  it('is English where it is English, and says both where it is both', async () => {
    const english = await textOf({ language: 'en' });
    expect(english).toMatch(/Sir\/Madam,.*Yours faithfully,/);
    expect(english).toContain('Your letter No. 412/स.क./पेंशन/2026-27 dated 12 October 2026');
    expect(english).toMatch(/Dated: 24 November 2026.*Endorsement No. A-11011\/5\/2026-Estt of even date.*By order,/);
    const pages = await pageTexts(await typesetLetter(aLetter({ language: 'bilingual', body: aLongText })));
    const lines = pages.join('\n').normalize('NFC').split(/\r?\n/);
    for (const line of [
      'Dated: 24 November 2026',
      'सेवा में / To,',
      'भवदीय / Yours faithfully,',
      'डिजिटल हस्ताक्षरित / Digitally signed',
      '(राजेश कुमार वर्मा)',
      'प्रशासनिक अधिकारी',
      '(Rajesh Kumar Verma)',
      'Administrative Officer',
      'Endorsement No. A-11011/5/2026-Estt of even date',
      'आज्ञा से / By order,',
    ]) {
      expect(lines).toContain(line.normalize('NFC'));
    }
    expect(pages[0]).toContain(`पृष्ठ 1/${pages.length} · Page 1 of ${pages.length}`);
  });

  it('tells the readers of the blind which paragraphs of a letter in both languages are English', async () => {
    const body = written('कृपया उपर्युक्त पत्र देखें।', 'Kindly see the letter above.');
    const languages = async (language: 'hi' | 'bilingual') => {
      const pdf = await typesetLetter(aLetter({ language, body }));
      return Buffer.from(pdf)
        .toString('latin1')
        .match(/\/Lang ?\(\w+/g);
    };
    expect(await languages('bilingual')).toContain('/Lang (en');
    expect(await languages('hi')).not.toContain('/Lang (en');
  });

  it('lists up to six addressees below each other, more in two columns, more than sixteen at its end', async () => {
    const to = async (count: number, changes: Partial<LetterData> = {}) => {
      const addressees = Array.from({ length: count }, (_, index) => ({
        name: `to${index + 1}x`,
        designation: 'प्रभारी',
        address: 'विकास भवन,\nआज़मगढ़',
      }));
      return pageTexts(await typesetLetter(aLetter({ addressees, copyTo: [], ...changes })));
    };
    expect((await to(6)).join('\n').normalize('NFC')).toMatch(/1\. to1x\s+प्रभारी\s+विकास भवन\s+आज़मगढ़\s+2\. to2x/u);
    const [sixteen, ...more] = await to(16);
    expect(sixteen?.normalize('NFC')).toMatch(/15\. to15x, प्रभारी, विकास भवन, आज़मगढ़ 16\. to16x.*महोदय.*भवदीय/su);
    expect(more.join('')).not.toContain('भवदीय');
    const twenty = (await to(20, { language: 'bilingual' })).join('\n').normalize('NFC');
    expect(twenty).toMatch(
      /To,\s+संलग्न सूची के अनुसार\s+As per the list at the end\s+विषय.*Yours.*List of addressees\s+1\. to1x.*20\. to20x/su,
    );
    const memorandum = (await to(20, { form: 'office_memorandum' })).join('\n').normalize('NFC');
    expect(memorandum).toMatch(/\(राजेश कुमार वर्मा\).*सेवा में,\s+1\. to1x.*20\. to20x/su);
  });

  it('leaves out the lines that were left empty', async () => {
    expect(await textOf({ body: written('पहला प्रस्तर', ' ', 'दूसरा प्रस्तर', '') })).toMatch(/2\. दूसरा प्रस्तर भवदीय/);
  });

  it('without a number is marked as a draft, and that of a demo office as a specimen, on every page', async () => {
    const pages = await pageTexts(
      await typesetLetter(aLetter({ number: null, date: null, specimen: true, body: aLongText })),
    );
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) expect(page.normalize('NFC')).toMatch(/आलेख \/ DRAFT.*नमूना \/ SPECIMEN/s);
  });

  it('is signed for the officer on leave by his link officer', async () => {
    const signatory = { ...aLetter().signatory, isFor: true };
    expect(await textOf({ signatory })).toMatch(/\(राजेश कुमार वर्मा\) कृते प्रशासनिक अधिकारी/);
    expect(await textOf({ signatory, language: 'en' })).toMatch(/\(Rajesh Kumar Verma\) for Administrative Officer/);
    expect(await textOf({})).not.toContain('कृते');
  });

  it('that another issues says who approved it and when, and that the other signed it', async () => {
    const issuer = {
      name: { hi: 'अरविन्द मिश्र', en: 'Arvind Mishra' },
      designation: { hi: 'अपर आयुक्त', en: 'Additional Commissioner' },
      approvedAt: '2026-11-24T05:00:00Z',
    };
    expect(await textOf({ issuer })).toMatch(
      /डिजिटल हस्ताक्षरित अरविन्द मिश्र अपर आयुक्त 24 नवम्बर, 2026, 16:40 24 नवम्बर, 2026, 10:30 को अनुमोदित \(राजेश कुमार वर्मा\) प्रशासनिक अधिकारी/,
    );
    expect(await textOf({ issuer, language: 'en' })).toMatch(
      /Digitally signed Arvind Mishra Additional Commissioner .* Approved on 24 November 2026, 10:30 by \(Rajesh Kumar Verma\) Administrative Officer/,
    );
    expect(signerOf(aLetter({ issuer }))).toBe(issuer);
    expect(await textOf({})).not.toContain('अनुमोदित');
  });

  it('of a post that nobody holds shows in the preview no name', async () => {
    const signatory = { ...aLetter().signatory, name: null, signedAt: null };
    const text = await textOf({ number: null, date: null, signatory });
    expect(text).toContain('प्रशासनिक अधिकारी');
    expect(text).not.toContain('()');
  });

  it('prints what was typed as it was typed, markup and all', async () => {
    const odd = '#let x = 1 #panic() *bold* _it_ $a^2$ ] [ \\u{41} <tag> @ref `code` // no /* no */ "quote" -- --- |';
    expect(await textOf({ subject: odd, body: written(odd) })).toContain(odd);
  });

  it('that is issued says beside its signature with which code anybody checks it, and where', async () => {
    const code = '7K3QM0ZT4V9XB2C';
    const genuine = { code, link: `https://office.example.in/verify/${code}` };
    for (const changes of [{}, { language: 'bilingual' as const }, { form: 'office_memorandum' as const }]) {
      const text = await textOf({ ...changes, genuine });
      expect(text).toContain('7K3QM-0ZT4V-9XB2C');
      expect(text).toContain('office.example.in/verify');
    }
    expect(await textOf({ genuine })).toContain('पत्र की सत्यता जाँचें');
    expect(await textOf({ language: 'en', genuine })).toContain('Check that this letter is genuine');
    expect(await textOf({})).not.toContain('/verify');
  });

  it('of an office without a public address bears its code alone', async () => {
    const text = await textOf({ genuine: { code: '7K3QM0ZT4V9XB2C', link: null } });
    expect(text).toContain('पत्र का जाँच कोड 7K3QM-0ZT4V-9XB2C');
    expect(text).not.toContain('/verify');
  });

  it('has as many pages with its code as without, and everything else stands where it stood', async () => {
    const genuine = { code: '7K3QM0ZT4V9XB2C', link: 'https://office.example.in/verify/7K3QM0ZT4V9XB2C' };
    for (let words = 100; words <= 200; words += 20) {
      const body = written('शब्द '.repeat(words), 'अतः अनुरोध है।');
      const [without, bearing] = [
        await typesetLetter(aLetter({ body })),
        await typesetLetter(aLetter({ body, genuine })),
      ];
      expect(await pageTexts(bearing)).toHaveLength((await pageTexts(without)).length);
      for (const seen of ['भवदीय', 'राजेश', 'अतः']) {
        expect(await seenPlaces(bearing, seen)).toEqual(await seenPlaces(without, seen));
      }
      expect(bearing.length - without.length).toBeLessThan(12_000);
    }
  });

  it('as a preview shows a box and the code of a character without a glyph, and drops none silently', async () => {
    const text = await textOf({ body: written('ठीक 😀 \u0000\u0007 क्\u200dष र्\u200dय \ud800') });
    expect(text).toContain('ठीक □[U+1F600]');
    const preview = await textOf({ number: null, date: null, body: written('ठीक 😀 中') });
    expect(preview).toMatch(/DRAFT.*मुद्रित नहीं हो सकते: U\+1F600, U\+4E2D.*cannot be printed/);
    expect(await textOf({ number: null, date: null })).not.toContain('cannot be printed');
  });

  it('to an Urdu academy bears its name in Urdu, from right to left', async () => {
    const letter = aLetter({ addressees: [{ name: 'صدر، اردو اکادمی', address: 'اعظم گڑھ' }] });
    const pdf = await typesetLetter(letter);
    expect(await pdfText(pdf)).toMatch(/صدر، اردو اکادمی.*اعظم گڑھ/);
    const [[first], [last]] = [await seenPlaces(pdf, 'صدر'), await seenPlaces(pdf, 'اکادمی')];
    expect(first?.across).toBeGreaterThan((last?.across ?? 0) + 20);
  });

  it('prints the names of Bengal, Punjab, Tamil Nadu and Gujarat, and the signs of an office', async () => {
    const body = 'শ্রী রবীন্দ্রনাথ ਸਰਦਾਰ ਗੁਰਮੀਤ தமிழ்நாடு ગુજરાત ≥ ≤ → ✓ ☑ □ ● √ ∴';
    expect(await textOf({ body: written(body) })).toContain(body);
  });

  it('has room for the most addressees, enclosures and copies that a draft may have', async () => {
    const many = (count: number, mark: string) => Array.from({ length: count }, (_, index) => `${mark}${index}x`);
    const letter = aLetter({
      addressees: many(50, 'to').map((name) => ({ name, designation: 'अधिकारी', address: 'विकास भवन\nआज़मगढ़' })),
      enclosures: many(50, 'enclosed'),
      copyTo: many(100, 'copy').map((name) => ({ name })),
    });
    const text = await pdfText(await typesetLetter(letter));
    for (const each of [...many(50, 'to'), ...many(50, 'enclosed'), ...many(100, 'copy')]) expect(text).toContain(each);
  });

  it.each([
    ['a key', 'abcdefghij'.repeat(30)],
    ['a word of no end', 'रिकॉर्डकीर्ति'.repeat(30)],
    ['an address', 'https://upbhulekh.gov.in/azamgarh/land-records/district-information/2026/public/report.pdf'],
  ])('breaks %s within its margins and between letters, and adds nothing to it', async (_, word) => {
    const pdf = await typesetLetter(aLetter({ body: written(`${word} अन्त`) }));
    const text = (await pageTexts(pdf)).join('\n').normalize('NFC');
    expect(text.replace(/\s/g, '')).toContain(word);
    expect(text).not.toMatch(/[\u200b\u2060]|\n\p{M}/u);
    expect(text).not.toContain('\u0002');
    expect(await inkRightOf(pdf, A4_WIDTH_PT - (20 / 25.4) * 72)).toBe(false);
  });

  it('can be set whatever was typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 20 }), async (texts) => {
        const letter = aLetter({ subject: texts[0] ?? '', body: written(...texts), enclosures: texts });
        expect((await typesetLetter(letter)).length).toBeGreaterThan(1000);
      }),
      { numRuns: 40 },
    );
  });

  it('looks the same when it is set as one page as when it is set as one that may be longer', async () => {
    for (const changes of [{}, { number: null, date: null, copyTo: [] }, { form: 'office_memorandum' as const }]) {
      const page = letterPage(aLetter(changes));
      const asOne = await typesetter.typeset(page);
      const asAny = await typesetter.typeset({ ...page, asOnePage: [] });
      const [[seen], [expected]] = [await pagePixels(asOne), await pagePixels(asAny)];
      const aboveItsFoot = (pixels: Uint8Array = Buffer.of()) =>
        Buffer.from(pixels).subarray(0, Math.round(0.93 * pixels.length));
      expect(await pageTexts(asOne)).toHaveLength(1);
      expect(Buffer.compare(aboveItsFoot(seen), aboveItsFoot(expected))).toBe(0);
    }
  });

  it('has as many pages as a preview as when it is issued, wherever its page ends', async () => {
    const counts: number[][] = [];
    for (let words = 250; words <= 550; words += 30) {
      const body = written('शब्द '.repeat(words), 'अतः अनुरोध है।');
      const pagesOf = async (changes: Partial<LetterData>) =>
        (await pageTexts(await typesetLetter(aLetter({ body, ...changes })))).length;
      const signatory = { ...aLetter().signatory, signedAt: null };
      counts.push([await pagesOf({ number: null, date: null, signatory }), await pagesOf({})]);
    }
    for (const [preview, issued] of counts) expect(preview).toBe(issued);
    expect(new Set(counts.flat())).toEqual(new Set([1, 2]));
  });

  itWith('qpdf')('is a sound, tagged PDF/A with title and language', async () => {
    const pdf = await typesetLetter(aLetter());
    expect(run('qpdf', ['--check', 'FILE'], pdf)).toMatchObject({ status: 0 });
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw).toMatch(/<pdfaid:part>2<\/pdfaid:part>/);
    expect(raw).toMatch(/<pdfaid:conformance>A<\/pdfaid:conformance>/);
    expect(raw).toMatch(/\/Lang \(hi-IN\)/);
    expect(raw).toMatch(/\/Marked true/);
  });
});

const A4_WIDTH_PT = 595.276;

/** Whether anything is drawn in the right margin. A point is two pixels. */
async function inkRightOf(pdf: Uint8Array, edge: number): Promise<boolean> {
  const row = 4 * Math.round(2 * A4_WIDTH_PT);
  return (await pagePixels(pdf)).some((page) => {
    return page.some((byte, index) => index % 4 !== 3 && (index % row) / 4 > 2 * edge + 2 && byte < 128);
  });
}
