import { LETTER_LANGUAGES } from '@patravali/contract';
import { startTypesetter } from '@patravali/typesetting';
import { inkIn } from '../../../../platform/typesetting/test/ink-in';
import { pagePixels, pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { aLetter } from '../../test/samples';
import type { LetterData } from './letter-data';
import { letterPage } from './letter-page';
import { letterTexts } from './letter-texts';
import { signatoryAt } from './signatory-at';

const CO_SIGNATORIES: NonNullable<LetterData['coSignatories']> = [
  {
    name: { hi: 'अरविन्द मिश्र', en: 'Arvind Mishra' },
    designation: { hi: 'अपर आयुक्त', en: 'Additional Commissioner' },
    isFor: false,
  },
  {
    name: { hi: 'नन्दिता सेन', en: 'Nandita Sen' },
    designation: { hi: 'मण्डलायुक्त', en: 'Divisional Commissioner' },
    isFor: true,
  },
];

describe('what a letter says of its seal or its signatures', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const textOf = async (changes: Partial<LetterData>) =>
    pdfText(await typesetter.typeset(letterPage(aLetter(changes))));

  it('sealed by the office: so, with its name and the time, and no word of a signature', async () => {
    const hindi = await textOf({ certified: 'sealed' });
    expect(hindi).toContain('कार्यालय की मुहर से प्रमाणित कार्यालय मण्डलायुक्त, आज़मगढ़ मण्डल 24 नवम्बर, 2026, 16:40');
    expect(hindi).not.toContain('डिजिटल हस्ताक्षरित');
    const english = await textOf({ certified: 'sealed', language: 'en' });
    expect(english).toContain('Sealed by the office');
    expect(english).not.toContain('Digitally signed');
  });

  it('issued for a signatory who approved it: sealed, by whom, and who approved it', async () => {
    const issuer = { ...CO_SIGNATORIES[0], approvedAt: '2026-11-24T05:00:00Z' } as NonNullable<LetterData['issuer']>;
    const text = await textOf({ certified: 'sealed', language: 'en', issuer });
    expect(text).toMatch(
      /Sealed by the office Arvind Mishra Additional Commissioner .* Approved on 24 November 2026, 10:30 by \(Rajesh Kumar Verma\)/,
    );
  });

  it('signed by one: by whom, and room for the day on which he does', async () => {
    const text = await textOf({ certified: 'signed', language: 'en' });
    expect(text).toContain('Digitally signed Rajesh Kumar Verma Signed on: (Rajesh Kumar Verma)');
    expect(text).not.toContain('16:40');
  });

  it('signed with a certificate that bears another name: that name too, as whoever looks into the signature reads it', async () => {
    const { signatory } = aLetter();
    const [first] = CO_SIGNATORIES.map((each) => ({ ...each, certificateName: 'MISHRA ARVIND' }));
    const text = await textOf({
      certified: 'signed',
      language: 'en',
      signatory: { ...signatory, certificateName: 'R. K. Varma' },
      coSignatories: first ? [first] : [],
    });
    expect(text).toContain('Rajesh Kumar Verma Name in the certificate: R. K. Varma');
    expect(text).toContain('Arvind Mishra Name in the certificate: MISHRA ARVIND');
  });

  it('signed by three: each by name in a mark of his own, side by side with what they are, the first of equals at the right', async () => {
    const text = await textOf({ certified: 'signed', coSignatories: CO_SIGNATORIES });
    for (const name of ['राजेश कुमार वर्मा', 'अरविन्द मिश्र', 'नन्दिता सेन'])
      expect(text).toContain(`डिजिटल हस्ताक्षरित ${name} हस्ताक्षर दिनांक: (${name})`);
    const names = ['(नन्दिता सेन)', 'कृते मण्डलायुक्त', '(अरविन्द मिश्र)', 'अपर आयुक्त', '(राजेश कुमार वर्मा)'];
    const places = names.map((name) => text.indexOf(name));
    expect(places.every((place) => place >= 0)).toBe(true);
    expect(places).toEqual([...places].sort((one, other) => one - other));
  });

  it.each(LETTER_LANGUAGES)('leaves one blank room for the day of each, beside each other, in %s', async (language) => {
    const letter = aLetter({ language, certified: 'signed', coSignatories: CO_SIGNATORIES });
    const { bytes, rooms } = await typesetter.typesetWithRooms(letterPage(letter));
    const byPlace = [...rooms].sort((one, other) => one.x - other.x);
    expect(byPlace.map(({ ordinal }) => ordinal)).toEqual([3, 2, 1]);
    expect(rooms.map(({ page }) => page)).toEqual([1, 1, 1]);
    const pages = await pagePixels(bytes);
    for (const room of rooms) expect(inkIn(pages, room)).toBe(0);
  });

  it('numbered before there was a choice: as it always did', async () => {
    expect(await textOf({})).toContain('डिजिटल हस्ताक्षरित राजेश कुमार वर्मा 24 नवम्बर, 2026, 16:40');
  });

  it.each(LETTER_LANGUAGES)('has as many lines on the preview as on paper, in %s', (language) => {
    for (const changes of [
      { certified: 'sealed' as const },
      { certified: 'signed' as const, coSignatories: CO_SIGNATORIES },
    ]) {
      const letter = aLetter({ language, ...changes });
      const { signatory } = letter;
      const preview = { ...letter, number: null, date: null, signatory: { ...signatory, signedAt: null } };
      const lines = (each: LetterData) =>
        letterTexts(each).map(({ signatures }) => signatures.map(({ marks, signedOn }) => [marks.length, signedOn]));
      expect(lines(preview)).toEqual(lines(letter));
    }
  });

  it('knows whose name stands at which place', () => {
    const letter = aLetter({ coSignatories: CO_SIGNATORIES });
    expect([1, 2, 3].map((ordinal) => signatoryAt(letter, ordinal).name?.en)).toEqual([
      'Rajesh Kumar Verma',
      'Arvind Mishra',
      'Nandita Sen',
    ]);
    expect(() => signatoryAt(letter, 4)).toThrow('no signatory 4');
  });
});
