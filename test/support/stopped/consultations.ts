import { id } from '../office/one-of-everything';
import { again, atTheEnd } from '../database/stopped-statements';

const ASKED = `WHERE id = '${id('w2')}'`;
const OPEN = {
  state: 'asked',
  note: null,
  ended_by_user_id: null,
  ended_by_post_id: null,
  ended_capacity: null,
  ended_at: null,
  ended_on: null,
};
const asking = (change: object) => again('consulted_post', { ...OPEN, id: id('w3'), place: 3, ...change });
const ENDING = `ended_by_user_id = '${id('u1')}', ended_by_post_id = '${id('p3')}', ended_capacity = 'regular', ended_at = now(),
  ended_on = '2026-01-05'`;
const kept = (table: string) => ({
  [`${table}_is_kept`]: { table, as: `${table}_is_final`, statements: [`DELETE FROM ${table}`] },
  [`${table}_is_not_truncated`]: { table, as: `${table}_is_final`, statements: [`TRUNCATE ${table} CASCADE`] },
});

/** What the triggers of consultations must stop. */
export const STOPPED_ON_CONSULTATIONS = {
  ...kept('consultation'),
  ...kept('consulted_post'),
  snapshot_is_final: {
    table: 'consultation',
    statements: [
      `UPDATE consultation SET question = 'y'`,
      `UPDATE consultation SET snapshot = 'ready', document_id = '${id('d1')}'; UPDATE consultation SET document_id = '${id('d3')}'`,
    ],
  },
  something_is_asked_about: {
    table: 'consultation',
    statements: [again('consultation', { id: id('k3'), notes: 0, pages: 0, snapshot: 'waiting', document_id: null })],
  },
  opinion_on_the_copy: {
    table: 'consulted_post',
    statements: [
      `${asking({ consultation_id: id('k2'), post_id: id('p2') })};
       UPDATE consulted_post SET state = 'answered', note = 2, ${ENDING.replace(id('p3'), id('p2'))} WHERE id = '${id('w3')}'`,
    ],
  },
  another_is_asked: {
    table: 'consulted_post',
    // The holder; a day that has passed; a Sunday; one that is ended already.
    statements: [
      asking({ post_id: id('p1') }),
      asking({ due_on: '2020-01-01' }),
      asking({ due_on: '2099-01-04' }),
      asking({ state: 'withdrawn' }),
    ],
  },
  unit_is_asked_through_head: {
    table: 'consulted_post',
    // One who is not the highest of the unit; a unit of which nobody is.
    statements: [asking({ post_id: id('p3'), unit_id: id('n1') }), asking({ post_id: id('p2'), unit_id: id('n2') })],
  },
  asked_unit_stays: {
    table: 'consulted_post',
    statements: [`UPDATE consulted_post SET unit_id = '${id('n1')}' ${ASKED}`],
  },
  question_is_ended_once: {
    table: 'consulted_post',
    statements: [
      `UPDATE consulted_post SET reason = 'y' WHERE state = 'answered'`,
      `UPDATE consulted_post SET due_on = due_on + 7 ${ASKED}`,
      `UPDATE consulted_post SET state = 'withdrawn', reason = 'x', due_on = due_on + 7, ${ENDING} ${ASKED}`,
      // The opinion of another post.
      `UPDATE consulted_post SET state = 'answered', note = 2, ${ENDING} ${ASKED}`,
    ],
  },
  ...atTheEnd(
    'opinion_was_asked_for',
    'note',
    again('note', { id: id('m9'), number: 2, first_paragraph: 3, kind: 'opinion' }),
  ),
};
