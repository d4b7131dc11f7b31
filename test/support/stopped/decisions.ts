import { id } from '../office/one-of-everything';
import { again } from '../database/stopped-statements';
import { WORDLESS } from './notes';

const NEXT = { id: id('m3'), number: 2, first_paragraph: 3 };
const AFTER_NEXT = { id: id('m4'), number: 3, first_paragraph: 5 };
const BY_SUPERIOR = { author_user_id: id('u2'), author_post_id: id('p2') };
const UP = { id: id('v3'), sequence: 2, kind: 'forwarded', to_post_id: id('p2') };

/** A case on which the superior decides, with the word of the post below him. */
const IN_CATEGORY = `UPDATE file_custody SET category_id = '${id('g1')}' WHERE file_id = '${id('f1')}'`;
const RECOMMENDED = `${IN_CATEGORY}; ${again('note', { ...NEXT, decision: 'approved', recommended_to: id('p2') })}`;

/** What the triggers stop that hold who decides, and through whom a case goes up. */
export const STOPPED_ON_DECISIONS = {
  recommended_to_who_decides: {
    table: 'note',
    statements: [
      // Where the office has laid down nothing, and where it has.
      again('note', { ...NEXT, decision: 'approved', recommended_to: id('p2') }),
      `${IN_CATEGORY}; ${again('note', { ...NEXT, decision: 'approved' })}`,
    ],
  },
  reversed_by_its_level: {
    table: 'note',
    statements: [
      // From below, and without a word.
      `${again('note', { ...NEXT, ...BY_SUPERIOR, decision: 'approved' })};
        ${again('note', { ...AFTER_NEXT, decision: 'not_approved' })}`,
      `${again('note', { ...NEXT, decision: 'not_approved' })};
        ${again('note', { ...WORDLESS, id: id('m4'), number: 3, decision: 'approved' })}`,
    ],
  },
  case_keeps_its_authority: {
    table: 'file_custody',
    statements: [`${IN_CATEGORY}; UPDATE file_custody SET category_id = NULL WHERE file_id = '${id('f1')}'`],
  },
  closed_as_decided: {
    table: 'file_custody',
    statements: [
      `${RECOMMENDED}; UPDATE file_custody SET state = 'closed', holder_post_id = NULL, closed_by_post_id = '${id('p1')}',
         closing_reason = 'x', clock_stopped_on = NULL, clock_stopped_for = NULL WHERE file_id = '${id('f1')}'`,
    ],
  },
  approved_as_decided: {
    table: 'draft_approval',
    statements: [`${RECOMMENDED}; ${again('draft_approval', { id: id('b2') })}`],
  },
  issued_as_decided: {
    table: 'issue',
    statements: [`${RECOMMENDED}; ${again('issue', { id: id('i2'), number: '2/2026', code: '000000000000012' })}`],
  },
  way_up_is_told: {
    table: 'movement',
    statements: [
      // Past a superior, and to yet another level.
      again('movement', { ...UP, from_post_id: id('p3') }),
      `UPDATE file_custody SET levels = '{9,8,7,6}'; ${again('movement', { ...UP, from_post_id: id('p1') })}`,
    ],
  },
};
