import { listMarker } from './list-markers';
import { plainText } from './plain-text';
import { LIST_STYLES, type Reference, type StructuredText, type Words } from './structured-text';
import { numberedBlocks, numberedParagraphs, referencesIn } from './text-blocks';

const words = (text: string): Words => ({ children: [{ type: 'text', text }] });
const page = (number: number): Reference => ({
  type: 'reference',
  to: { kind: 'correspondence', page: number },
  label: `C/${number}`,
});
const TEXT: StructuredText = {
  version: 2,
  blocks: [
    { type: 'paragraph', children: [...words('देखें ').children, page(1)] },
    { type: 'paragraph', numbered: false, ...words('आगे') },
    {
      type: 'list',
      style: 'letters-hi',
      items: [
        { ...words('सड़क'), list: { style: 'roman', items: [{ children: [page(2)] }, words('पुल')] } },
        words('भवन'),
      ],
    },
    { type: 'quotation', paragraphs: [{ children: [page(3)] }] },
    {
      type: 'table',
      header: true,
      rows: [{ cells: [words('वर्ष'), words('व्यय')] }, { cells: [words('2026'), { children: [page(4)] }] }],
    },
    { type: 'paragraph', ...words('अनुमोदनार्थ') },
  ],
};

describe('a text of blocks', () => {
  it('gives numbers to the paragraphs that its author numbered, and to nothing else', () => {
    expect(numberedBlocks(TEXT, 7).map(({ number }) => number)).toEqual([7, null, null, null, null, 8]);
    expect(numberedBlocks(TEXT, null).map(({ number }) => number)).toEqual([null, null, null, null, null, null]);
    expect(numberedParagraphs(TEXT)).toHaveLength(2);
  });

  it('numbers all paragraphs of the first form', () => {
    const first: StructuredText = { version: 1, paragraphs: [words('क'), words('ख')] };
    expect(numberedBlocks(first, 3).map(({ number }) => number)).toEqual([3, 4]);
  });

  it('refers from everywhere', () => {
    expect(referencesIn(TEXT).map(({ label }) => label)).toEqual(['C/1', 'C/2', 'C/3', 'C/4']);
  });

  it('says in plain words what stands in it, with the markers of its lists', () => {
    expect(plainText(TEXT).split('\n')).toEqual([
      'देखें C/1',
      'आगे',
      '(क) सड़क',
      '  (i) C/2',
      '  (ii) पुल',
      '(ख) भवन',
      'C/3',
      'वर्ष\tव्यय',
      '2026\tC/4',
      'अनुमोदनार्थ',
    ]);
  });
});

describe('the marker of an item', () => {
  it('counts as the office does, and doubles the letters after the last one', () => {
    const marked = (place: number) => LIST_STYLES.map((style) => listMarker(style, place));
    expect(marked(1)).toEqual(['1.', '(क)', '(a)', '(i)', '•']);
    expect(marked(5)).toEqual(['5.', '(ङ)', '(e)', '(v)', '•']);
    expect(marked(33)).toEqual(['33.', '(ह)', '(ag)', '(xxxiii)', '•']);
    expect(marked(34)).toEqual(['34.', '(कक)', '(ah)', '(xxxiv)', '•']);
    expect(marked(200)).toEqual(['200.', '(चख)', '(gr)', '(cc)', '•']);
  });
});
