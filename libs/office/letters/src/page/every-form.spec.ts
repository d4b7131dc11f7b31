import { LETTER_FORM_PARTS, LETTER_FORMS, plainText } from '@patravali/contract';
import { startTypesetter } from '@patravali/typesetting';
import { officeHindi } from '../../../../platform/typesetting/test/office-hindi';
import { pageTexts, pdfText } from '../../../../platform/typesetting/test/pdf-text';
import { written } from '../../../../platform/typesetting/test/samples';
import { has, run } from '../../../../platform/typesetting/test/tools';
import { recallLetters } from '../../../../platform/typesetting/test/word-recall';
import { EVERY_FORM, letterOfForm } from '../../test/every-form';
import { aLetter } from '../../test/samples';
import type { LetterData } from './letter-data';
import { letterPage } from './letter-page';

const typesetter = startTypesetter();
afterAll(() => typesetter.close());
const textOf = async (letter: LetterData) => pdfText(await typesetter.typeset(letterPage(letter)));

/** That these stand in the text in this order. */
function expectInOrder(text: string, parts: readonly string[]): void {
  let from = 0;
  for (const part of parts.map((each) => each.normalize('NFC'))) {
    expect(text.slice(from)).toContain(part);
    from = text.indexOf(part, from) + part.length;
  }
}

describe('a letter of every form', () => {
  it.each(EVERY_FORM.map((one) => [one.name, one] as const))(
    'says on paper what was approved, in a sound PDF/A-2a: %s',
    async (_, { form, language, layout }) => {
      const letter = letterOfForm(form, language, layout);
      const pdf = await typesetter.typeset(letterPage(letter));
      const text = await pdfText(pdf);
      const bodies = [letter.body, ...(letter.english ? [letter.english.body] : [])];
      for (const body of bodies) expect(recallLetters(plainText(body).normalize('NFC'), text).lost).toEqual([]);
      const subjects = [letter.subject, ...(letter.english ? [letter.english.subject] : [])];
      for (const subject of LETTER_FORM_PARTS[form].subject ? subjects : [])
        expect(recallLetters(subject.normalize('NFC'), text).lost).toEqual([]);
      expect(Buffer.from(pdf).toString('latin1')).toMatch(/pdfaid:part>2<[^]*pdfaid:conformance>A</);
      if (has('qpdf')) expect(run('qpdf', ['--check', 'FILE'], pdf)).toMatchObject({ status: 0 });
    },
  );

  it('gives back at least 999 of 1000 words of running Hindi', async () => {
    const [total, lost] = [{ count: 0 }, [] as string[]];
    for (const [index, form] of LETTER_FORMS.entries()) {
      const paragraphs = officeHindi(40, index + 1);
      const letter = letterOfForm(form, 'hi', index % 2 === 0 ? 'central' : 'uttar_pradesh', {
        body: written(...paragraphs),
      });
      const recall = recallLetters(paragraphs.join('\n').normalize('NFC'), await textOf(letter));
      total.count += recall.total;
      lost.push(...recall.lost);
    }
    expect(lost.length / total.count).toBeLessThanOrEqual(0.001);
  }, 60_000);
});

describe('the forms of the manual', () => {
  const central = (form: (typeof LETTER_FORMS)[number], changes: Partial<LetterData> = {}) =>
    textOf(letterOfForm(form, 'hi', 'central', changes));

  it('a D.O. letter has its writer at the top, his name alone below, and its addressee at the foot', async () => {
    const text = await central('do_letter', { copyTo: [] });
    expectInOrder(text, [
      'राजेश कुमार वर्मा',
      'प्रशासनिक अधिकारी',
      'अ०शा० पत्र संख्या: A-11011/5/2026-Estt',
      'प्रिय श्री महेश प्रसाद,',
      'आपके जनपद में',
      'सादर,',
      'भवन्निष्ठ,',
      '(राजेश कुमार वर्मा)',
      'श्री महेश प्रसाद',
    ]);
    expect(text).not.toContain('सेवा में');
    expect(text.match(/प्रशासनिक अधिकारी/g)).toHaveLength(1);
    expect(text).not.toContain('विषय');
    const english = await textOf(letterOfForm('do_letter', 'en', 'central'));
    expect(english).toMatch(/D\.O\. No\.: A-11011.*Dear Shri Mahesh Prasad,.*With regards, Yours sincerely,/);
    const { addressees: office } = letterOfForm('letter', 'hi', 'central');
    expect(await central('do_letter', { addressees: office })).toContain('प्रिय महोदय/महोदया,');
    expect(await textOf(letterOfForm('do_letter', 'hi', 'uttar_pradesh'))).toMatch(/सादर, भवदीय,/);
    const both = letterOfForm('do_letter', 'bilingual', 'central');
    expect(await textOf(both)).toContain('Dear Sir/Madam,');
    const named = { ...both, english: both.english && { ...both.english, addressees: ['Shri Mahesh Prasad, Mau'] } };
    expect(await textOf(named)).toMatch(/प्रिय श्री महेश प्रसाद,.*Dear Shri Mahesh Prasad,/);
  });

  it('an order names nobody but those who get a copy', async () => {
    const text = await central('office_order');
    expectInOrder(text, ['कार्यालय आदेश', 'श्री रमेश चन्द्र', '2. अवकाश अवधि', '(राजेश कुमार वर्मा)', 'प्रतिलिपि']);
    expect(text).not.toMatch(/सेवा में|विषय|महोदय/);
    expectInOrder(await central('order'), ['आदेश', 'विषय:-', 'आज्ञा से,', '(राजेश कुमार वर्मा)']);
  });

  it('a notification says where it is published, above everything, and goes to the press at its foot', async () => {
    const text = await central('notification');
    expectInOrder(text, [
      '(असाधारण गजट, भाग-4',
      'कार्यालय मण्डलायुक्त',
      'अधिसूचना',
      'नियमावली, 1957',
      'आज्ञा से,',
      '(राजेश कुमार वर्मा)',
      'सेवा में,',
      'राजकीय मुद्रणालय',
    ]);
    expect(text).not.toContain('05462-220201');
  });

  it('an I.D. note numbers its paragraphs from 1 and bears its number at the foot', async () => {
    const text = await central('id_note', { copyTo: [], enclosures: [] });
    expectInOrder(text, [
      'अन्तर्विभागीय टिप्पणी',
      '1. मण्डल मुख्यालय',
      '2. वित्त विभाग',
      '(राजेश कुमार वर्मा)',
      'वित्त विभाग',
      'अन्तर्विभागीय टिप्पणी संख्या: A-11011/5/2026-Estt',
    ]);
    expect(text).not.toContain('सेवा में');
  });

  it('a press note and minutes have a headline, and no word before it', async () => {
    for (const form of ['press_note', 'minutes'] as const) expect(await central(form)).not.toContain('विषय');
  });

  it('minutes in both languages list those who were present in each, and once where they were typed once', async () => {
    const minutes = letterOfForm('minutes', 'bilingual', 'central');
    expectInOrder(await textOf(minutes), ['उपस्थिति:', '3. अपर आयुक्त', 'Present:', '3. Additional Commissioner']);
    const english = minutes.english && { ...minutes.english, present: ['', '', 'Additional Commissioner'] };
    expectInOrder(await textOf({ ...minutes, english }), ['Present:', 'जिलाधिकारी, मऊ', 'Additional Commissioner']);
    const once = await textOf({ ...minutes, english: english && { ...english, present: undefined } });
    expect(once).toContain('उपस्थिति / Present:');
    expect(once.match(/अपर आयुक्त/g)).toHaveLength(1);
  });

  it('minutes list who was present, a press note has no numbers, an endorsement counts its papers', async () => {
    expectInOrder(await central('minutes'), [
      'कार्यवृत्त',
      'उपस्थिति:',
      '1. मण्डलायुक्त',
      '3. अपर आयुक्त',
      '1. बैठक में',
      '2. निर्णय',
    ]);
    expect(await central('press_note', { body: written('एक', 'दो') })).not.toContain('2. दो');
    expectInOrder(await central('endorsement'), ['पृष्ठांकन', 'सेवा में,', 'अग्रसारित पत्रादि: 2']);
  });

  it('a reminder says which one it is, and refers to a letter of one’s own', async () => {
    expectInOrder(await central('reminder'), [
      'अनुस्मारक-2',
      'सेवा में,',
      'विषय:-',
      'इस कार्यालय का पत्र संख्या 412/स.क./पेंशन/2026-27',
      'महोदय,',
      'भवदीय,',
    ]);
    expect(await central('reminder', { reminder: undefined })).not.toContain('अनुस्मारक-');
  });

  it('a memorandum is for somebody’s attention, said above its subject', async () => {
    expectInOrder(await central('office_memorandum'), ['कार्यालय ज्ञाप', 'ध्यानार्थ: श्री अनिल कुमार', 'विषय:-']);
  });

  it('annexures stand behind the letter, each numbered from 1 on a page of its own', async () => {
    const annexures = ['सूची', 'प्रारूप'].map((title) => ({
      title,
      body: { version: 2 as const, blocks: [...PARAGRAPHS] },
    }));
    const pages = await pageTexts(await typesetter.typeset(letterPage(aLetter({ annexures }))));
    expect(pages).toHaveLength(3);
    expectInOrder((pages[2] ?? '').replace(/\s+/g, ' ').normalize('NFC'), ['अनुलग्नक 2', 'प्रारूप', '1. पहला', '2. दूसरा']);
  });
});

describe('a letter as Uttar Pradesh writes it', () => {
  it('has its sender above its addressee, place and date behind both, and the endorsement with a number of its own', async () => {
    const copiesNumber = { number: 'A-11011/5(1)/2026-Estt' };
    const text = await textOf(letterOfForm('letter', 'hi', 'uttar_pradesh', { copiesNumber }));
    expectInOrder(text, [
      'संख्या: A-11011/5/2026-Estt',
      'प्रेषक,',
      'राजेश कुमार वर्मा',
      'प्रशासनिक अधिकारी',
      'कार्यालय मण्डलायुक्त',
      'सेवा में,',
      'विकास भवन',
      'स्थापना अनुभाग',
      'आज़मगढ़ : दिनांक 24 नवम्बर, 2026',
      'विषय:-',
      'महोदय/महोदया,',
      'भवदीय,',
      '(राजेश कुमार वर्मा)',
      'दूरभाष: 05462-220201',
      'ई-मेल: ao-azamgarh@example.org',
      'पृष्ठांकन संख्या: A-11011/5(1)/2026-Estt, तद्दिनांक प्रतिलिपि',
      'आज्ञा से,',
      'डिजिटल हस्ताक्षरित',
      '(राजेश कुमार वर्मा)',
    ]);
  });

  it('closes a D.O. letter with भवदीय', async () => {
    const text = await textOf(letterOfForm('do_letter', 'hi', 'uttar_pradesh'));
    expectInOrder(text, ['सादर,', 'भवदीय,', '(राजेश कुमार वर्मा)']);
    expect(text).not.toContain('भवन्निष्ठ');
  });

  it('has no sender in a form that is no letter', async () => {
    const text = await textOf(letterOfForm('office_order', 'hi', 'uttar_pradesh'));
    expect(text).not.toContain('प्रेषक');
    expectInOrder(text, ['संख्या:', 'आज़मगढ़ : दिनांक 24 नवम्बर, 2026', 'कार्यालय आदेश']);
  });

  it('is as the manual of the Centre has it where the office has not chosen', async () => {
    const text = await textOf(aLetter());
    expect(text).not.toContain('प्रेषक');
    expect(text).not.toContain('आज़मगढ़ :');
  });
});

describe('a letter in both languages', () => {
  it('has a text in each, with its own subject, salutation and signature, below one head', async () => {
    const text = await textOf(longInBoth());
    expectInOrder(text, [
      'सेवा में / To,',
      'विषय:-',
      'वृद्धावस्था पेंशन',
      'महोदय,',
      'मुझे यह कहने',
      'भवदीय,',
      '(राजेश कुमार वर्मा)',
      'Subject:',
      'Disposal of pending',
      'Sir/Madam,',
      'I am directed',
      'Yours faithfully,',
      '(Rajesh Kumar Verma)',
      'संलग्नक / Encl.: 2',
      'प्रतिलिपि',
    ]);
    expect(text.match(/विकास भवन/g)).toHaveLength(1);
  });

  it('is one page where both texts are short: beside each other, above one signature', async () => {
    const text = await textOf(letterOfForm('letter', 'bilingual', 'uttar_pradesh'));
    expectInOrder(text, [
      'प्रेषक / From,',
      'सेवा में / To,',
      'महोदय/महोदया,',
      'मुझे यह कहने',
      'Subject:',
      'I am directed',
      'संलग्नक / Encl.: 2',
      'भवदीय / Yours faithfully,',
      '(राजेश कुमार वर्मा / Rajesh Kumar Verma)',
      'प्रशासनिक अधिकारी / Administrative Officer',
      'प्रतिलिपि',
    ]);
  });

  it('names whom and what it names in each language, where that is typed', async () => {
    const { english, ...letter } = longInBoth();
    if (!english) throw new Error('It has no English');
    const text = await textOf({
      ...letter,
      english: {
        ...english,
        addressees: ['District Social Welfare Officer, Azamgarh'],
        copyTo: ['Lead Bank Manager, Azamgarh'],
        enclosures: ['', 'List of cases'],
        referenceNumber: '412/SW/Pension/2026-27',
      },
    });
    expectInOrder(text, [
      'आज़मगढ़ District Social Welfare Officer, Azamgarh',
      'आपका पत्र संख्या 412/स.क./पेंशन/2026-27',
      'Your letter No. 412/SW/Pension/2026-27',
      '1. प्रपत्र आर-2 2. प्रकरणों की सूची / List of cases',
      'अग्रणी बैंक प्रबन्धक, आज़मगढ़ / Lead Bank Manager, Azamgarh',
    ]);
  });

  it('of a time that knew one text has one, in a frame in both', async () => {
    const text = await textOf(aLetter({ language: 'bilingual' }));
    expectInOrder(text, ['विषय / Subject:', 'महोदय / Sir/Madam,', 'भवदीय / Yours faithfully,']);
  });

  it('names an order in the language of each text', async () => {
    const text = await textOf(letterOfForm('office_order', 'bilingual', 'central'));
    expectInOrder(text, ['कार्यालय आदेश', 'श्री रमेश चन्द्र', 'OFFICE ORDER', 'Shri Ramesh Chandra', 'प्रतिलिपि']);
  });
});

/** Of which one page would not hold both texts. */
function longInBoth(): LetterData {
  const { english, body, ...letter } = letterOfForm('letter', 'bilingual', 'central');
  if (!english) throw new Error('It has no English');
  const more = (text: typeof body) => written(...Array.from({ length: 12 }, () => plainText(text)));
  return { ...letter, body: more(body), english: { ...english, body: more(english.body) } };
}

const PARAGRAPHS = ['पहला', 'दूसरा'].map((text) => ({
  type: 'paragraph' as const,
  children: [{ type: 'text' as const, text }],
}));
