import type { Block } from '@patravali/contract';
import { startTypesetter } from '@patravali/typesetting';
import { pageTexts } from '../../../../../platform/typesetting/test/pdf-text';
import { written } from '../../../../../platform/typesetting/test/samples';
import { aLetter } from '../../../test/samples';
import type { LetterData } from '../letter-data';
import { letterPage } from '../letter-page';

/** Stands in every line of a text and nowhere else in a letter. */
const IN_TEXT = 'kahk';
const COPY = 'copyhk';

/** A text of about so many lines; the last paragraph has the last `tail` of them. */
function text({ lines, tail }: { lines: number; tail: number }) {
  const paragraph = (count: number) => `${IN_TEXT} `.repeat(count * 14);
  const before = Math.max(0, lines - tail);
  const paragraphs = Array.from({ length: Math.ceil(before / 7) }, (_, index) =>
    paragraph(Math.min(7, before - 7 * index)),
  );
  return written(...paragraphs, paragraph(Math.min(lines, tail)));
}

const copies = (count: number) => Array.from({ length: count }, (_, index) => ({ name: `${COPY} ${index}` }));

type Form = readonly [name: string, changes: Partial<LetterData>];
const FORMS: readonly Form[] = [
  ['letter', { copyTo: [] }],
  ['memorandum', { form: 'office_memorandum', copyTo: [] }],
  ['letter as Uttar Pradesh writes it', { layout: 'uttar_pradesh', copyTo: copies(3) }],
  ['D.O. letter', { form: 'do_letter', copyTo: [] }],
  ['office order', { form: 'office_order', addressees: [], copyTo: copies(7) }],
  ['minutes', { form: 'minutes', addressees: [], copyTo: [], present: ['जिलाधिकारी', 'अपर आयुक्त'] }],
  [
    'notification in two texts',
    {
      form: 'notification',
      language: 'bilingual',
      english: { subject: 'x', salutation: null, body: written('x') },
      copyTo: [],
    },
  ],
  ['letter in both languages', { language: 'bilingual', copyTo: copies(1) }],
  ['letter with an endorsement', { copyTo: copies(5), enclosures: [] }],
  ['memorandum with an endorsement in two columns', { form: 'office_memorandum', copyTo: copies(23) }],
  [
    'letter with enclosures',
    {
      copyTo: [],
      enclosures: Array.from({ length: 9 }, (_, index) => `सूची ${index + 1}`),
    },
  ],
];
/** 200 lengths: each number of lines with two lengths of the last paragraph. */
const LENGTHS = Array.from({ length: 200 }, (_, index) => ({
  lines: 1 + (index % 100),
  tail: [1, 2, 3, 4, 60][(index + Math.floor(index / 100)) % 5] ?? 1,
}));
/** The forms take the lengths in turn. */
const lengthsFor = (form: number) => LENGTHS.filter((_, index) => index % FORMS.length === form);

describe('the signature of a letter', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  it.each(FORMS.map(([name, changes], index) => ({ name, changes, lengths: lengthsFor(index) })))(
    'stands in a $name with two lines of its text, and that of an endorsement with two of its copies, whatever the length',
    async ({ changes, lengths }) => {
      const lonely: object[] = [];
      for (const length of lengths) {
        const letter = aLetter({ ...changes, body: text(length) });
        const pages = await pageTexts(await typesetter.typeset(letterPage(letter)));
        const signed = pages.flatMap((page) => page.normalize('NFC').split(NAME).slice(0, -1));
        const copies = letter.copyTo.length;
        expect(signed).toHaveLength(copies > 0 ? 2 : 1);
        if (linesWith(IN_TEXT, signed[0]) < Math.min(length.lines, 2)) lonely.push({ ...length, of: 'text' });
        if (copies > 0 && linesWith(COPY, signed[1]) < Math.min(copies, 2)) lonely.push({ ...length, of: 'copies' });
      }
      expect(lonely).toEqual([]);
    },
    60_000,
  );
});

describe('the signature of the English text of a letter in two texts', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());

  it('stands with two lines of that text, wherever the Hindi one ends', async () => {
    const lonely: number[] = [];
    for (let lines = 6; lines <= 60; lines += 2) {
      const body = text({ lines, tail: 1 + (lines % 4) });
      const english = { subject: 'x', salutation: null, body };
      const letter = aLetter({ language: 'bilingual', body: written('पाठ'), english, copyTo: [], enclosures: [] });
      const pages = await pageTexts(await typesetter.typeset(letterPage(letter)));
      const signed = pages.find((page) => page.includes('Rajesh Kumar Verma)'));
      if (linesWith(IN_TEXT, signed) < 2) lonely.push(lines);
    }
    expect(lonely).toEqual([]);
  }, 60_000);
});

describe('the signature below the end of a list, a table or a quotation', () => {
  const typesetter = startTypesetter();
  afterAll(() => typesetter.close());
  const words = (text: string) => ({ children: [{ type: 'text' as const, text }] });
  const lines = (count: number) => Array.from({ length: count }, (_, index) => words(`${IN_TEXT} ${index}`));
  const ENDS: readonly (readonly [string, (count: number) => Block])[] = [
    ['list', (count) => ({ type: 'list', style: 'letters-hi', items: lines(count) })],
    [
      'table',
      (count) => ({ type: 'table', header: true, rows: lines(count).map((cell) => ({ cells: [cell, cell] })) }),
    ],
    ['quotation', (count) => ({ type: 'quotation', paragraphs: lines(count) })],
  ];

  it.each(ENDS)(
    'stands with two lines of the %s, whatever its length',
    async (_, end) => {
      const lonely: number[] = [];
      for (let count = 20; count <= 44; count += 1) {
        const letter = aLetter({ body: { version: 2, blocks: [end(count)] }, copyTo: [], enclosures: [] });
        const pages = await pageTexts(await typesetter.typeset(letterPage(letter)));
        const signed = pages.find((page) => NAME.test(page.normalize('NFC')));
        if (linesWith(IN_TEXT, signed) < 2) lonely.push(count);
      }
      expect(lonely).toEqual([]);
    },
    60_000,
  );
});

/** Alone, or before the same in English below two texts that stand beside each other. */
const NAME = new RegExp(String.raw`\(${aLetter().signatory.name?.hi ?? ''}(?:\)| /)`.normalize('NFC'), 'u');
const linesWith = (mark: string, page = '') => page.split('\n').filter((line) => line.includes(mark)).length;
