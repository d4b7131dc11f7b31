import { id } from './one-of-everything';
import { again } from './stopped-statements';

export const WORDLESS = {
  ...{ id: id('m3'), number: 2, first_paragraph: null, paragraphs: 0 },
  content: { version: 2, blocks: [] },
};
const SECTION = { id: id('m3'), number: 2, first_paragraph: 3, kind: 'sectional', main_note: 1 };
export const RETURN = {
  ...{ id: id('v3'), sequence: 2, kind: 'returned', remarks: 'अपूर्ण' },
  ...{ from_post_id: id('p2'), to_post_id: id('p1') },
};

/** What the triggers on the notes of a sheet refuse. */
export const STOPPED_ON_NOTES = {
  signature_alone_agrees: {
    table: 'note',
    statements: [
      // Under a note of one's own, under a return, and on a sheet without a word.
      again('note', WORDLESS),
      `${again('movement', RETURN)}; ${again('note', { ...WORDLESS, author_post_id: id('p2') })}`,
      again('note', { ...WORDLESS, file_id: id('f2'), number: 1, decision: 'approved' }),
    ],
  },
  decided_by_officer: {
    table: 'note',
    statements: [
      again('note', { id: id('m3'), number: 2, first_paragraph: 3, decision: 'approved', author_post_id: id('p3') }),
    ],
  },
  section_under_main_note: {
    table: 'note',
    statements: [
      again('note', { ...SECTION, main_note: 3 }),
      `${again('note', SECTION)}; ${again('note', { ...SECTION, id: id('m4'), number: 3, first_paragraph: 5, main_note: 2 })}`,
    ],
  },
  note_without_gap: {
    table: 'note',
    statements: [
      again('note', { id: id('m3'), number: 3, first_paragraph: 3 }),
      again('note', { id: id('m3'), number: 2, first_paragraph: 4 }),
    ],
  },
};
