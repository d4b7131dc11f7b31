import { id } from '../../office/one-of-everything';
import { again, final } from '../../database/stopped-statements';

const OPEN = { resolved_by_user_id: null, resolved_by_post_id: null, resolved_capacity: null, resolved_at: null };
const RESOLVING = `UPDATE draft_comment SET resolved_by_user_id = user_id, resolved_by_post_id = post_id,
  resolved_capacity = capacity, resolved_at = now()`;

/** @param second statements that write a second draft, `a2`, which is in the making. */
export const stoppedOnComments = (second: string) => {
  const comment = (change: object) => again('draft_comment', { id: id('n3'), ...OPEN, ...change });
  const ready = `${second}; ${comment({ draft_id: id('a2') })}`;
  const answer = (change: object = {}) =>
    again('draft_comment_answer', { id: id('n4'), comment_id: id('n3'), ...change });
  return {
    said_in_the_making: {
      table: 'draft_comment',
      statements: [
        // The letter is issued; the version is not the one that stands; it was issued before the comment was resolved.
        comment({}),
        `${second}; ${again('draft_version', { draft_id: id('a2'), number: 2 })}; ${comment({ draft_id: id('a2'), draft_version: 2 })}`,
        `${ready}; UPDATE draft SET state = 'cancelled', cancellation_reason = 'x' WHERE id = '${id('a2')}';
         ${RESOLVING} WHERE id = '${id('n3')}'`,
      ],
    },
    comment_readers_are_posts: {
      table: 'draft_comment',
      statements: [`${second}; ${comment({ draft_id: id('a2'), reader_post_ids: [id('p1'), id('p9')] })}`],
    },
    answered_by_a_reader: {
      table: 'draft_comment_answer',
      statements: [
        // The comment is resolved; it is for others; its draft is cancelled.
        again('draft_comment_answer', { id: id('n4') }),
        `${ready}; ${answer({ post_id: id('p3') })}`,
        `${ready}; UPDATE draft SET state = 'cancelled', cancellation_reason = 'x' WHERE id = '${id('a2')}'; ${answer()}`,
      ],
    },
    ...final('draft_comment', [
      `${ready}; UPDATE draft_comment SET words = 'y' WHERE id = '${id('n3')}'`,
      `${ready}; ${RESOLVING}, words = 'y' WHERE id = '${id('n3')}'`,
      `${ready}; ${RESOLVING} WHERE id = '${id('n3')}'; UPDATE draft_comment SET resolved_at = now() WHERE id = '${id('n3')}'`,
    ]),
    ...final('draft_comment_answer'),
  };
};
