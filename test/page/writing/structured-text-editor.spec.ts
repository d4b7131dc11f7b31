import type { Block, StructuredText, Words } from '@patravali/contract';
import { fromEditor, toEditor } from '../../../apps/web/src/notes/editor/structured-text-editor';

const words = (text: string): Words => ({ children: [{ type: 'text', text }] });
const NOTE: StructuredText = {
  version: 2,
  blocks: [
    {
      type: 'paragraph',
      children: [
        { type: 'text', text: 'कृपया ' },
        { type: 'reference', to: { kind: 'note', note: 1, paragraph: 2 }, label: 'N/1¶2' },
        { type: 'text', text: ' देखें', marks: ['bold', 'underline'] },
      ],
    },
    { type: 'paragraph', children: [] },
    { type: 'paragraph', numbered: false, ...words('सहमत।') },
    {
      type: 'list',
      style: 'letters-hi',
      items: [{ ...words('सड़क'), list: { style: 'roman', items: [words('पुल'), { children: [] }] } }, words('भवन')],
    },
    { type: 'list', style: 'bullets', items: [words('क')] },
    { type: 'quotation', paragraphs: [words('नियम 7'), words('नियम 8')] },
    {
      type: 'table',
      header: true,
      rows: [{ cells: [words('वर्ष'), words('व्यय\nलाख में')] }, { cells: [words('2026'), { children: [] }] }],
    },
    { type: 'table', rows: [{ cells: [words('क')] }] },
  ],
};

describe('a text on its way into the editor and back', () => {
  it('comes back as it went in', () => {
    expect(fromEditor(toEditor(NOTE))).toEqual(NOTE);
  });

  it('is empty when nothing is written', () => {
    const empty = { version: 2, blocks: [] };
    expect(fromEditor(toEditor({ version: 1, paragraphs: [] }))).toEqual(empty);
    const table: Block = { type: 'table', rows: [{ cells: [{ children: [] }] }] };
    expect(fromEditor(toEditor({ version: 2, blocks: [table] }))).toEqual(empty);
  });

  it('of the first form is written in the second', () => {
    expect(fromEditor(toEditor({ version: 1, paragraphs: [words('सहमत।')] }))).toEqual({
      version: 2,
      blocks: [{ type: 'paragraph', ...words('सहमत।') }],
    });
  });

  it('is written in NFC, its pieces with the same marks joined', () => {
    const decomposed = 'न\u093c';
    const pieces = { type: 'doc', content: [{ type: 'paragraph', content: [text(decomposed), text('या')] }] };
    expect(fromEditor(pieces)).toEqual({
      version: 2,
      blocks: [{ type: 'paragraph', ...words(`${decomposed.normalize('NFC')}या`) }],
    });
  });
});

function text(written: string) {
  return { type: 'text', text: written };
}
