import { again } from '../database/stopped-statements';
import { id } from '../office/one-of-everything';
import { APPROVING, NEW_DRAFT } from './letters/drafts';

/** The one acts from the post of the other. */
const ACTS_FOR = again('tenure', { id: id('t3'), user_id: id('u2'), kind: 'link' });

/** Somebody is an operator at the post of an officer. */
const OPERATOR = {
  id: id('t6'),
  post_id: id('p2'),
  kind: 'operator',
  until_on: '2026-03-01',
  order_reference: 'x',
  under_user_id: id('u2'),
};

/** Somebody joins and takes the charge over. */
const TAKES_OVER = `${again('tenure', { id: id('t5'), post_id: id('p3') })};
  UPDATE charge_handover SET taken_by_user_id = '${id('u1')}', taken_at = now(), came_between = '[]'`;

/** What triggers stop of whoever is on leave, and of who acts for him. */
export const STOPPED_ON_ABSENCE = {
  one_acts_for_another: {
    table: 'tenure',
    statements: [
      again('tenure', { id: id('t3'), kind: 'link' }),
      `${ACTS_FOR}; ${again('tenure', { id: id('t4'), user_id: id('u2'), kind: 'link', from_on: '2026-02-01' })}`,
      `${ACTS_FOR}; ${again('tenure', { id: id('t4'), post_id: id('p2'), kind: 'link' })}`,
    ],
  },
  operator_only_prepares: {
    table: 'tenure',
    statements: [
      again('tenure', { ...OPERATOR, user_id: id('u1') }),
      `UPDATE tenure SET until_on = from_on WHERE id = '${id('t1')}'; ${again('tenure', {
        ...OPERATOR,
        user_id: id('u1'),
        from_on: '2026-02-01',
      })}`,
    ],
  },
  sender_is_not_on_leave: {
    table: 'movement',
    statements: [
      `${ACTS_FOR}; ${again('movement', {
        id: id('v3'),
        sequence: 2,
        kind: 'forwarded',
        from_post_id: id('p1'),
        to_post_id: id('p2'),
      })}`,
    ],
  },
  charge_handover_is_final: {
    table: 'charge_handover',
    statements: [
      `UPDATE charge_handover SET items = '[{}]'`,
      `UPDATE charge_handover SET order_reference = 'y'`,
      `${TAKES_OVER}; UPDATE charge_handover SET came_between = '[{}]'`,
    ],
  },
  charge_handover_is_kept: {
    table: 'charge_handover',
    as: 'charge_handover_is_final',
    statements: ['DELETE FROM charge_handover'],
  },
  charge_handover_is_not_truncated: {
    table: 'charge_handover',
    as: 'charge_handover_is_final',
    statements: ['TRUNCATE charge_handover CASCADE'],
  },
  charge_goes_from_holder: {
    table: 'charge_handover',
    statements: [
      again('charge_handover', { id: id('q2'), post_id: id('p1'), tenure_id: id('t1'), from_user_id: id('u1') }),
    ],
  },
  charge_goes_to_holder: {
    table: 'charge_handover',
    statements: [`UPDATE charge_handover SET taken_by_user_id = '${id('u1')}', taken_at = now(), came_between = '[]'`],
  },
  approver_is_not_on_leave: {
    table: 'draft_approval',
    statements: [`${ACTS_FOR}; ${again('draft', NEW_DRAFT)}; ${APPROVING}`],
  },
};
