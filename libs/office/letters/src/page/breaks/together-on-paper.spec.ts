import type { StructuredText } from '@patravali/contract';
import { startTypesetter } from '@patravali/typesetting';
import { pageTexts, pdfText, seenPlaces } from '../../../../../platform/typesetting/test/pdf-text';
import { written } from '../../../../../platform/typesetting/test/samples';
import { aLetter } from '../../../test/samples';
import type { LetterData } from '../letter-data';
import { letterPage } from '../letter-page';

const typesetter = startTypesetter();
afterAll(() => typesetter.close());
const set = (changes: Partial<LetterData>) => typesetter.typeset(letterPage(aLetter(changes)));

describe('what stands together on paper', () => {
  it('an endorsement has lines of the text on its page, wherever this ends', async () => {
    const layout = 'uttar_pradesh' as const;
    const pages = new Set<number>();
    for (let lines = 2; lines <= 44; lines += 4) {
      const body = written(...Array.from({ length: Math.ceil(lines / 3) }, () => 'kahk '.repeat(40)));
      const texts = await pageTexts(await set({ layout, body, copyTo: [{ name: 'copyhk' }, { name: 'copyhk' }] }));
      pages.add(texts.length);
      for (const page of texts.filter((text) => text.includes('copyhk'))) expect(page).toContain('kahk');
    }
    for (const count of [1, 2]) expect(pages).toContain(count);
  }, 240_000);

  it('those who sign together stand beside each other, the most senior at the right', async () => {
    const named = (name: string, level: number) => ({
      name: { hi: name, en: name },
      designation: { hi: `पद-${name}`, en: name },
      isFor: false,
      level,
    });
    const pdf = await set({
      form: 'order',
      certified: 'signed',
      copyTo: [],
      signatory: { ...aLetter().signatory, ...named('Bimal', 2) },
      coSignatories: [named('Charu', 3), named('Asha', 1)],
    });
    const placeOf = async (name: string) => (await seenPlaces(pdf, `(${name})`))[0] ?? { across: NaN, down: NaN };
    const [asha, bimal, charu] = await Promise.all(['Asha', 'Bimal', 'Charu'].map(placeOf));
    expect(charu?.across).toBeLessThan(bimal?.across ?? NaN);
    expect(bimal?.across).toBeLessThan(asha?.across ?? NaN);
    expect((await pdfText(pdf)).match(/हस्ताक्षर दिनांक:/g)).toHaveLength(3);
  });
});

const cells = (...texts: string[]) => ({
  cells: texts.map((text) => ({ children: [{ type: 'text' as const, text }] })),
});
const table = (rows: number, sides?: ('left' | 'right' | null)[]): StructuredText => ({
  version: 2,
  blocks: [
    {
      type: 'table',
      header: true,
      rows: [
        cells('क्र०', 'योजना', 'धनराशि', 'दूरभाष'),
        ...Array.from({ length: rows }, (_, row) => cells(String(row + 1), 'pension', '1234567.50', '9415012345')),
      ],
      ...(sides && { sides }),
    },
    { type: 'paragraph', children: [{ type: 'text', text: 'अतः कार्यवाही करें।' }] },
  ],
});

describe('a table of a letter', () => {
  it('has its amounts at the right and grouped as in India, and no other number changed', async () => {
    const pdf = await set({ body: table(2), copyTo: [] });
    const text = await pdfText(pdf);
    expect(text.match(/12,34,567\.50/g)).toHaveLength(2);
    expect(text.match(/9415012345/g)).toHaveLength(2);
    const across = async (words: string, body: StructuredText) =>
      (await seenPlaces(await set({ body, copyTo: [] }), words))[0]?.across ?? NaN;
    expect(await across('12,34,567.50', table(2, [null, null, 'left', null]))).toBeLessThan(
      (await across('12,34,567.50', table(2))) - 5,
    );
  });

  it('breaks between its rows, with its heading on each page', async () => {
    const pages = await pageTexts(await set({ body: table(70), copyTo: [] }));
    expect(pages.length).toBeGreaterThan(1);
    expect(pages[0]).toContain('pension');
    const withRows = pages.filter((page) => page.includes('pension'));
    for (const page of withRows.slice(0, -1)) expect(page).toContain('धनराशि');
    expect(pages.join(' ').match(/pension/g)).toHaveLength(70);
  });
});
