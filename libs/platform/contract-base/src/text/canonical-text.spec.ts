import { canonicalText, sameText, withoutEmptyBlocks } from './canonical-text';
import { type Inline, LONGEST_PIECE, type StructuredText, type Words } from './structured-text';

const words = (text: string): Words => ({ children: text === '' ? [] : [{ type: 'text', text }] });
const paragraphOf = (...children: Inline[]): StructuredText => ({
  version: 2,
  blocks: [{ type: 'paragraph', children }],
});
const childrenOf = (text: StructuredText) => {
  const [block] = canonicalText(text).blocks;
  return block?.type === 'paragraph' ? block.children : [];
};

describe('the canonical form of a text', () => {
  it('is one, whichever version it came in and in whichever pieces', () => {
    const whole = paragraphOf({ type: 'text', text: 'नया', marks: ['bold', 'italic'] });
    const pieces = paragraphOf(
      { type: 'text', text: 'न', marks: ['italic', 'bold'] },
      { type: 'text', text: 'या', marks: ['bold', 'italic', 'bold'] },
    );
    expect(canonicalText(pieces)).toEqual(whole);
    expect(canonicalText({ version: 1, paragraphs: [{ children: childrenOf(whole) }] })).toEqual(whole);
  });

  it('is in NFC across the pieces, and has no mark where none is', () => {
    const text = paragraphOf({ type: 'text', text: 'e', marks: [] }, { type: 'text', text: '\u0301' });
    expect(childrenOf(text)).toEqual([{ type: 'text', text: '\u00e9' }]);
  });

  it('has no piece longer than one may be, and cuts no character in two', () => {
    const long = paragraphOf({ type: 'text', text: 'a'.repeat(LONGEST_PIECE - 1) }, { type: 'text', text: '😀b' });
    expect(childrenOf(long).map((inline) => (inline.type === 'text' ? inline.text.length : 0))).toEqual([
      LONGEST_PIECE - 1,
      3,
    ]);
  });

  it('is the same whatever the order in which a database writes its fields', () => {
    const to = { kind: 'note', note: 1, paragraph: 2 } as const;
    const typed = paragraphOf({ type: 'text', text: 'देखें ' }, { type: 'reference', to, label: 'N/1¶2' });
    const stored = JSON.parse(
      '{"paragraphs":[{"children":[{"text":"देखें ","type":"text"},{"to":{"paragraph":2,"note":1,"kind":"note"},"type":"reference","label":"N/1¶2"}]}],"version":1}',
    ) as StructuredText;
    expect(sameText(stored, typed)).toBe(true);
    expect(sameText(typed, paragraphOf({ type: 'text', text: 'देखें N/1¶2' }))).toBe(false);
  });

  it('differs when a paragraph has no number', () => {
    const numbered = paragraphOf({ type: 'text', text: 'क' });
    const unnumbered: StructuredText = { version: 2, blocks: [{ type: 'paragraph', numbered: false, ...words('क') }] };
    expect(sameText(numbered, unnumbered)).toBe(false);
  });
});

describe('a text when it is frozen', () => {
  it('has lost the paragraphs, items, quotations and tables in which nothing is written', () => {
    const text: StructuredText = {
      version: 2,
      blocks: [
        { type: 'paragraph', ...words(' ') },
        {
          type: 'list',
          style: 'letters-hi',
          items: [words('क'), words(''), { ...words(''), list: { style: 'roman', items: [words('ख'), words(' ')] } }],
        },
        {
          type: 'list',
          style: 'bullets',
          items: [words(''), { ...words(' '), list: { style: 'roman', items: [words('')] } }],
        },
        { type: 'quotation', paragraphs: [words(''), words('ग')] },
        { type: 'quotation', paragraphs: [words('')] },
        { type: 'table', rows: [{ cells: [words(''), words('')] }] },
        { type: 'table', rows: [{ cells: [words('घ'), words('')] }] },
      ],
    };
    expect(withoutEmptyBlocks(text).blocks).toEqual([
      {
        type: 'list',
        style: 'letters-hi',
        items: [words('क'), { ...words(''), list: { style: 'roman', items: [words('ख')] } }],
      },
      { type: 'quotation', paragraphs: [words('ग')] },
      { type: 'table', rows: [{ cells: [words('घ'), words('')] }] },
    ]);
  });
});
