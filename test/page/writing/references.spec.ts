import {
  draftLabel,
  findDeadReferences,
  findWrittenReferences,
  notesWritten,
} from '../../../apps/web/src/notes/editor/written-reference';

const FILE = {
  pages: 6,
  notes: [
    { number: 1, firstParagraph: 1, paragraphs: 2 },
    { number: 2, firstParagraph: null, paragraphs: 0 },
    { number: 3, firstParagraph: 3, paragraphs: 4 },
  ],
  drafts: [
    { id: 'first', ordinal: 1 },
    { id: 'second', ordinal: 2 },
  ],
};
const labels = (text: string) => findWrittenReferences(text, FILE).map(({ label }) => label);

describe('a reference that is spelt out in a note', () => {
  it('names a page of the correspondence, a note, a paragraph or a draft', () => {
    expect(labels('पत्र C/3 तथा N/1, N/1¶2 और DFA II देखें।')).toEqual(['C/3', 'N/1', 'N/1¶2', 'DFA II']);
  });

  it('may be typed with a second slash and in small letters', () => {
    expect(labels('n/1/2, c/6')).toEqual(['N/1¶2', 'C/6']);
  });

  it('counts paragraphs through the whole sheet, and within the note when it is written so', () => {
    expect(labels('N/3¶5')).toEqual(['N/3¶5']);
    expect(labels('N/3¶1')).toEqual(['N/3¶3']);
  });

  it('stays plain text where the file has no such place', () => {
    expect(labels('C/0 C/7 N/9 N/1¶3 N/2¶1 N/3¶7 DFA V')).toEqual([]);
  });

  it('is named as dead where the file has no such place', () => {
    expect(findDeadReferences('C/3, C/9 तथा N/1¶3 देखें, N/2 और AC/1।', FILE)).toEqual(['C/9', 'N/1¶3']);
  });

  it('says which notes it names, so that their numbers can be asked for', () => {
    expect(notesWritten('C/3, N/1¶3, n/417 और N/2 देखें; AN/5, DFA')).toEqual([1, 417, 2]);
  });

  it('is not found within a number or a word', () => {
    expect(labels('AC/1, C/1/2026, C/12345678, N/1क')).toEqual([]);
  });

  it('says where it stands', () => {
    const [found] = findWrittenReferences('देखें C/1।', FILE);
    expect('देखें C/1।'.slice(found?.from, found?.until)).toBe('C/1');
  });

  it('gives drafts Roman numbers when there are several', () => {
    expect([1, 4, 9, 14].map((ordinal) => draftLabel({ id: 'x', ordinal }, false))).toEqual([
      'DFA I',
      'DFA IV',
      'DFA IX',
      'DFA XIV',
    ]);
    expect(draftLabel({ id: 'x', ordinal: 1 }, true)).toBe('DFA');
  });
});
