import type { StructuredText } from '@patravali/contract';
import { fromEditor, sameText, toEditor } from '../../apps/web/src/notes/editor/structured-text-editor';

const NOTE: StructuredText = {
  version: 1,
  paragraphs: [
    {
      children: [
        { type: 'text', text: 'कृपया ' },
        { type: 'reference', to: { kind: 'note', note: 1, paragraph: 2 }, label: 'N/1¶2' },
        { type: 'text', text: ' देखें', marks: ['bold', 'underline'] },
      ],
    },
    { children: [] },
    { children: [{ type: 'text', text: 'सहमत।' }] },
  ],
};

describe('a text on its way into the editor and back', () => {
  it('comes back as it went in', () => {
    expect(fromEditor(toEditor(NOTE))).toEqual(NOTE);
  });

  it('is empty when nothing is written', () => {
    expect(fromEditor(toEditor({ version: 1, paragraphs: [] }))).toEqual({ version: 1, paragraphs: [] });
  });

  it('is written in NFC, its pieces with the same marks joined', () => {
    const decomposed = 'न\u093c';
    const pieces = { type: 'doc', content: [{ type: 'paragraph', content: [text(decomposed), text('या')] }] };
    expect(fromEditor(pieces).paragraphs).toEqual([
      { children: [{ type: 'text', text: `${decomposed.normalize('NFC')}या` }] },
    ]);
  });

  it('is the same whatever the order in which a database writes its fields', () => {
    const stored = JSON.parse(
      '{"paragraphs":[{"children":[{"text":"देखें ","type":"text"},{"to":{"page":3,"kind":"correspondence"},"type":"reference","label":"C/3"}]}],"version":1}',
    ) as StructuredText;
    const typed: StructuredText = {
      version: 1,
      paragraphs: [
        {
          children: [
            { type: 'text', text: 'देखें ' },
            { type: 'reference', to: { kind: 'correspondence', page: 3 }, label: 'C/3' },
          ],
        },
      ],
    };
    expect(sameText(stored, typed)).toBe(true);
    expect(sameText(typed, NOTE)).toBe(false);
  });
});

function text(written: string) {
  return { type: 'text', text: written };
}
