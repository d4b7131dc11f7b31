import { id } from '../../office/one-of-everything';
import { again, final } from '../../database/stopped-statements';

export const NEW_DRAFT = {
  id: id('a2'),
  ordinal: 2,
  state: 'draft',
  approved_version: null,
  approved_by_user_id: null,
  approved_by_post_id: null,
  approved_capacity: null,
  approved_at: null,
  named_post_id: null,
};
const approving = (more: object) => `${again('draft_version', { draft_id: id('a2') })};
  ${again('draft_approval', { id: id('b2'), draft_id: id('a2'), ...more })};
  UPDATE draft SET state = 'approved', approved_version = 1, approved_by_user_id = '${id('u1')}',
    approved_by_post_id = '${id('p1')}', approved_capacity = 'regular', approved_at = now() WHERE id = '${id('a2')}'`;
const SECOND_LETTER = {
  number: '2(ii)/2026',
  code: '000000000000012',
  state: 'numbered',
  letter: {},
  document_id: null,
};
const numbered = (approval: object) => `${again('draft', NEW_DRAFT)}; ${approving(approval)};
  ${again('issue', { id: id('i2'), draft_id: id('a2'), ...SECOND_LETTER })};
  UPDATE draft SET state = 'numbered' WHERE id = '${id('a2')}'`;
export const APPROVING = approving({});
/** A second letter of the day to the same addressee, whose number is drawn. */
export const NUMBERED = numbered({});

/** What the triggers of drafts must stop, and of the letters that their numbers were drawn for. */
export const STOPPED_ON_DRAFTS = {
  old_version_is_final: { table: 'draft_version', statements: [`UPDATE draft_version SET content = '{"a": 1}'`] },
  ...final('issue', [
    `${NUMBERED}; UPDATE issue SET number = '3/2026' WHERE id = '${id('i2')}'`,
    `${NUMBERED}; UPDATE issue SET state = 'issued', letter = NULL, document_id = '${id('d1')}', issued_on = '2026-02-01'
       WHERE id = '${id('i2')}'`,
    `${NUMBERED}; DELETE FROM issue WHERE id = '${id('i2')}'`,
    `${NUMBERED}; UPDATE issue SET unsigned_sha256 = '${'b'.repeat(64)}' WHERE id = '${id('i2')}'`,
  ]),
  ...final('draft_approval'),
  ...final('approved_letterhead', [], 'letterhead'),
  letter_looks_as_approved: { table: 'issue', statements: [numbered({ look: { fileNumber: '1' } })] },
  draft_follows_its_number: {
    table: 'draft',
    statements: [
      // Without a number; as if it had not been drawn; before the letter is made; while the number stands.
      `${again('draft', NEW_DRAFT)}; ${APPROVING}; UPDATE draft SET state = 'numbered' WHERE id = '${id('a2')}'`,
      `UPDATE draft SET state = 'approved'`,
      `${NUMBERED}; UPDATE draft SET state = 'issued' WHERE id = '${id('a2')}'`,
      `${NUMBERED}; UPDATE draft SET state = 'cancelled', cancellation_reason = 'x' WHERE id = '${id('a2')}'`,
    ],
  },
  signed_by_officer: {
    table: 'draft',
    statements: [
      again('draft', { ...NEW_DRAFT, signatory_post_id: id('p3') }),
      `UPDATE draft SET signatory_post_id = '${id('p3')}', approved_by_post_id = NULL`,
      `UPDATE draft SET named_post_id = '${id('p3')}'`,
    ],
  },
};
