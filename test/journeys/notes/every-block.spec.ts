import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FileView, type Named, plainText } from '@patravali/contract';
import { paste, pasteHostile } from '../../support/journeys/hostile-paste';
import { Looker } from '../../support/page/axe';
import { ClerksDesk } from '../../support/journeys/clerks-desk';
import { useJourneyOffice } from '../../support/journeys/office';
import { readsInOrder } from '../../support/journeys/pdf';
import { openRow } from '../../support/page/desk';
import { chooseAct, sendWithTheKey, untilSaved } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

const clipboard = (name: string): string =>
  readFileSync(join(__dirname, '..', '..', 'support', 'page', 'clipboard', `${name}.html`), 'utf8');

/** At the composer of a new file, on the clerk's desk. */
async function goToANewFile({ page, t }: Person, subject: string) {
  const [file] = await desk.files(subject);
  await page.goto(`/files/${file?.id ?? ''}`);
  const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
  await composer.click();
  return { composer, fileId: file?.id ?? '', number: file?.number ?? '' };
}

async function press({ page }: Person, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    if (/^[A-Z]\w|\+/.test(key)) await page.keyboard.press(key);
    else await page.keyboard.insertText(key);
  }
}

/** The words before which the composer shows a number. */
const NUMBERED = `[...document.querySelectorAll('.tiptap p')]
  .filter((each) => getComputedStyle(each, '::before').content !== 'none').map((each) => each.textContent)`;

async function savedText(fileId: string): Promise<string> {
  const file = await (await desk.clerk()).ask<Named<FileView>>('getFile', { params: { fileId } });
  return file.pendingNote ? plainText(file.pendingNote.text) : '';
}

describe('A note with all that an office writes', () => {
  const READ = [
    'पहला प्रस्तर',
    '(क)',
    'सड़क',
    '(i)',
    'पुल',
    '(ii)',
    'नाला',
    '(ख)',
    'भवन',
    'नियम 7',
    'बिना संख्या',
    'मद',
    'वर्ष',
    'राशि',
    'ईंट',
    '2031',
    '500',
    'रेत',
    '2025',
    '700',
    'अन्तिम प्रस्तर',
  ];

  it(
    'is typed by keyboard, freezes, and stands on the sheet and in the PDF with its words in order',
    async () => {
      const person = await office().person();
      await signIn(person, 'vinod');
      const { composer, number } = await goToANewFile(person, 'निर्माण कार्यों की स्वीकृति');
      const { page, t } = person;
      await press(person, 'पहला प्रस्तर', 'Enter', 'Control+Shift+Digit2', 'सड़क', 'Enter', 'Tab', 'पुल', 'Enter', 'नाला');
      await press(
        person,
        'Enter',
        'Enter',
        'भवन',
        'Enter',
        'Enter',
        'Control+Shift+Digit9',
        'नियम 7',
        'Enter',
        'Enter',
      );
      await press(
        person,
        'Control+Shift+Digit0',
        'बिना संख्या',
        'Enter',
        'Control+Shift+Digit1',
        'मद',
        'Tab',
        'वर्ष',
        'Tab',
      );
      await press(person, 'राशि', 'Tab', 'ईंट', 'Tab', '2031', 'Tab', '500', 'Tab', 'रेत', 'Tab', '2025', 'Tab', '700');
      await press(person, 'ArrowDown', 'अन्तिम प्रस्तर');
      expect(await composer.locator('td, th').count()).toBe(9);
      // What stands in an item, a quotation or a cell has no number of its own, nor has what lost it.
      expect(await page.evaluate(NUMBERED)).toEqual(['पहला प्रस्तर', 'अन्तिम प्रस्तर']);
      await untilSaved(person);
      await person.photograph('every-block-written');
      const looker = await Looker.of(person);
      await composer.waitFor();
      await looker.look('composer');
      expect(looker.found).toEqual([]);
      await composer.click();
      await sendWithTheKey(person, number, 'AO(EST)');

      const officer = await office().person({ language: 'hi' });
      await signIn(officer, 'sunita', 'AO(EST)');
      await officer.page.goto('/desk/inbox');
      await openRow(officer, number);
      const note = officer.page.getByRole('article', { name: t('note.number', { number: 1 }), exact: true });
      await note.getByRole('table').waitFor();
      expect(await note.getByRole('columnheader').allInnerTexts()).toEqual(['मद', 'वर्ष', 'राशि']);
      expect(await note.getByRole('listitem').count()).toBe(4);
      expect(await note.locator('p[id]').allInnerTexts()).toEqual(['1पहला प्रस्तर', '2अन्तिम प्रस्तर']);
      await officer.photograph('every-block-on-the-sheet');

      const { bytes } = await officer.download(async () => {
        await chooseAct(officer, t('acts.noteSheetPdf'));
      });
      await readsInOrder(
        bytes,
        READ.map((words) => words.normalize('NFC')),
      );
      expect([...person.troubles, ...officer.troubles]).toEqual([]);
      expect(page.url()).toContain('/desk/all');
    },
    JOURNEY_MS,
  );
});

describe('What is pasted', () => {
  let person: Person;
  beforeAll(async () => {
    person = await office().person();
    await signIn(person, 'vinod');
  });

  it.each([
    [
      'word',
      [
        'प्रकरण का सार',
        'कृपया C/1 का अवलोकन करें; वित्तीय स्वीकृति अपेक्षित है।',
        '(क) सड़क की मरम्मत',
        '  (i) प्राक्कलन',
        '  (ii) मानचित्र',
        '(ख) पुल का निर्माण',
        'शीघ्रता अपेक्षित है।',
        '• बिन्दु एक',
        'वर्ष\tव्यय',
        '2025-26\t1,25,000',
        'रुपये',
        '\t75.50',
      ],
      ['images', 'looks', 'headings', 'notes', 'mergedCells'],
    ],
    [
      'libreoffice',
      [
        'प्रस्ताव निम्नवत है:',
        '(a) भूमि का हस्तान्तरण',
        '(b) भवन',
        '  (i) नींव',
        '  (ii) ईंट',
        'नियम 7 के अनुसार',
        'स्वीकृति आवश्यक है।',
        'मद\tराशि',
        'ईंट\t500',
      ],
      ['notes', 'deepLists'],
    ],
    ['excel', ['क्र.\tजनपद\tप्रकरण', '1\tआज़मगढ़\t1,284', '2\tमऊ (लम्बा पाठ)\t'], []],
    ['google-docs', ['बैठक में तीन निर्णय हुए।', '1. पेंशन', '  (a) सत्यापन', '2. छात्रवृत्ति'], ['links']],
    ['google-sheets', ['मद\tवर्ष 2026', 'यात्रा', 'भत्ता\t5000'], []],
    [
      'web-page',
      ['योजना[edit]', 'यह योजना[2] वृद्धजनों के लिए है।', '• पात्रता', '  • आयु 60 वर्ष', '• राशि', 'चित्र 1', 'भीतर\tदूसरा'],
      ['images', 'looks', 'headings', 'links'],
    ],
  ] as const)(
    'from %s is kept as blocks, and what is not kept is named',
    async (name, lines, losses) => {
      const { fileId } = await goToANewFile(person, `चिपकाया गया: ${name}`);
      const { t } = person;
      await paste(person, clipboard(name));
      await untilSaved(person);
      expect((await savedText(fileId)).split('\n')).toEqual(lines.map((line) => line.normalize('NFC')));
      const told = person.page.getByRole('toolbar', { name: t('note.writing'), exact: true }).getByRole('status');
      const things = losses.map((loss) => t(`pasteLoss.${loss}`)).join(', ');
      expect(await told.locator('span').allInnerTexts()).toEqual(
        losses.length > 0 ? [t('note.pasteLoss', { things })] : [],
      );
      await person.photograph(`pasted-${name}`);
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'runs nothing and asks for nothing, however hostile it is',
    async () => {
      await goToANewFile(person, 'चिपकाया गया: जाल');
      await pasteHostile(person, 100);
    },
    JOURNEY_MS,
  );
});
