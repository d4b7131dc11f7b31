import { getSchema } from '@tiptap/core';
import Document from '@tiptap/extension-document';
import Italic from '@tiptap/extension-italic';
import Paragraph from '@tiptap/extension-paragraph';
import Text from '@tiptap/extension-text';
import { uprightPlaces } from '../../../apps/web/src/notes/editor/upright-italics';

const schema = getSchema([Document, Paragraph, Text, Italic]);

/** The underlined words of a text that is being written, whose pieces between stars are italic. */
function underlined(...paragraphs: string[]): string[] {
  const content = paragraphs.map((paragraph) => ({ type: 'paragraph', content: piecesOf(paragraph) }));
  const written = schema.nodeFromJSON({ type: 'doc', content });
  return uprightPlaces(written)
    .find()
    .map(({ from, to }) => written.textBetween(from, to));
}

function piecesOf(paragraph: string) {
  const marks = [{ type: 'italic' }];
  const pieces = paragraph.split('*').map((text, index) => ({ type: 'text', text, ...(index % 2 === 1 && { marks }) }));
  return pieces.filter((piece) => piece.text !== '');
}

describe('Italic text in the editor', () => {
  it('is underlined where its letters have no italics, at its very place in every paragraph', () => {
    expect(underlined('कृपया *तत्काल (at once) करें* देखें', 'C/1 *ज़मीन* और *सड़क*')).toEqual(['तत्काल', 'करें', 'ज़मीन', 'सड़क']);
  });

  it('is left to its slant where they have', () => {
    expect(underlined('*ab initio*, पर')).toEqual([]);
  });
});
