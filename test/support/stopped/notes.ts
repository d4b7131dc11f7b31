import { id } from '../office/one-of-everything';
import { again, atTheEnd, final } from '../database/stopped-statements';

export const WORDLESS = {
  id: id('m3'),
  number: 2,
  first_paragraph: null,
  paragraphs: 0,
  content: { version: 2, blocks: [] },
};
const SECTION = { id: id('m3'), number: 2, first_paragraph: 3, kind: 'sectional', main_note: 1 };
const DISCUSSION = { id: id('m3'), number: 2, first_paragraph: 3, kind: 'discussion' };
export const RETURN = {
  id: id('v3'),
  sequence: 2,
  kind: 'returned',
  remarks: 'अपूर्ण',
  from_post_id: id('p2'),
  to_post_id: id('p1'),
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
  ...atTheEnd('discussion_has_participants', 'note', again('note', { ...DISCUSSION, discussed_with: [id('p2')] })),
  participant_is_named: {
    table: 'note_participant',
    statements: [
      again('note_participant', { place: 2 }),
      // The author himself, though his note names him.
      `${again('note', { ...DISCUSSION, discussed_with: [id('p1')] })};
        ${again('note_participant', { file_id: id('f1'), note: 2, post_id: id('p1'), user_id: id('u1') })}`,
    ],
  },
  participant_holds_post: {
    table: 'note_participant',
    statements: [
      again('note_participant', { place: 2, post_id: id('p3') }),
      `UPDATE tenure SET kind = 'assistant'; ${again('note_participant', { place: 2 })}`,
      `UPDATE tenure SET until_on = '2026-01-02'; ${again('note_participant', { place: 2 })}`,
    ],
  },
  note_is_as_signed: {
    table: 'note_signature',
    statements: [
      // Other words, another decision, another note, the key of another person, and a certificate that holds no more.
      ...[
        { signed: `{"noteId": "${id('m1')}", "text": {"version": 2}}` },
        { signed: `{"noteId": "${id('m1')}", "text": {"version": 1}, "decision": "approved"}` },
        { signed: `{"noteId": "${id('m2')}", "text": {"version": 1}}` },
        { file_id: id('f3') },
        { fingerprint: 'b'.repeat(64) },
        { at: '2100-01-01' },
      ].map((change) => again('note_signature', change)),
    ],
  },
  ...atTheEnd(
    'notes_are_signed',
    'note',
    ...['ordinary', 'opinion'].map(
      (kind) =>
        `UPDATE organisation SET signed_notes = true; ${again('note', { id: id('m3'), number: 2, first_paragraph: 3, kind })}`,
    ),
  ),
  note_signed_with_bound_key: {
    table: 'note_signature',
    statements: [{ root_fingerprint: null }, { root_fingerprint: 'b'.repeat(64) }, { revocation: null }].map((change) =>
      again('note_signature', change),
    ),
  },
  ...final('note_signature', [], 'note'),
  ...final('note_participant', [], 'place'),
  ...final('participant_answer', [], 'note'),
  note_without_gap: {
    table: 'note',
    statements: [
      again('note', { id: id('m3'), number: 3, first_paragraph: 3 }),
      again('note', { id: id('m3'), number: 2, first_paragraph: 4 }),
    ],
  },
};
