import type { StructuredText } from '@patravali/contract-base';
import { textOnSheet } from './text-of-part';

const PART = '01a20e3d-5094-73bb-865d-8541f1b028fd';
const aText = (...to: object[]) =>
  ({
    version: 2,
    blocks: [
      {
        type: 'quotation',
        paragraphs: [{ children: to.map((each) => ({ type: 'reference', label: 'N/1', to: each })) }],
      },
    ],
  }) as unknown as StructuredText;
const ofPart = { fileId: PART, number: 3, firstParagraph: 4 };

describe('the text of a note that came from a part', () => {
  it('names notes by their numbers on the main sheet, and the part for what lies there', () => {
    const text = aText(
      { kind: 'note', note: 1 },
      { kind: 'note', note: 2, paragraph: 3 },
      { kind: 'correspondence', page: 4 },
      { kind: 'draft', draftId: PART },
      { kind: 'act', name: 'अधिनियम' },
    );
    expect(textOnSheet({ text, number: 10, firstParagraph: 24, ofPart })).toEqual(
      aText(
        { kind: 'note', note: 8 },
        { kind: 'note', note: 9, paragraph: 23 },
        { kind: 'file', fileId: PART },
        { kind: 'file', fileId: PART },
        { kind: 'act', name: 'अधिनियम' },
      ),
    );
  });

  it('leads to the whole note where its own paragraphs have no numbers, and is untouched elsewhere', () => {
    const text = aText({ kind: 'note', note: 2, paragraph: 3 });
    const wordless = { ...ofPart, firstParagraph: null };
    expect(textOnSheet({ text, number: 10, firstParagraph: null, ofPart: wordless })).toEqual(
      aText({ kind: 'note', note: 9 }),
    );
    expect(textOnSheet({ text, number: 10, firstParagraph: 24, ofPart: null })).toBe(text);
  });
});
