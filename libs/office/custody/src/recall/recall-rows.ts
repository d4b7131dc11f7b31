import { Recall } from '@patravali/contract';
import { projection } from '@patravali/database';
import { actorRef } from '@patravali/organisation';

/** The last request for the file of `c` since it came where it is, from `q`. */
const LAST = `FROM file_recall q WHERE q.organisation_id = c.organisation_id AND q.file_id = c.file_id
  AND q.movement_sequence = c.movements ORDER BY q.asked_at DESC, q.id DESC LIMIT 1`;

/** What a list tells of it: `asked` while it waits for an answer, `refused`, or nothing. */
export const RECALL_ON_ROW = `(SELECT CASE WHEN q.outcome IS NULL THEN 'asked' WHEN q.outcome = 'refused' THEN 'refused' END ${LAST})`;

const RECALL = projection(Recall, {
  by: actorRef('q.asked_by_user_id', 'q.asked_by_post_id', 'q.asked_capacity'),
  at: 'q.asked_at',
  reason: 'q.reason',
  outcome: 'q.outcome',
  answeredBy: actorRef('q.answered_by_user_id', 'q.answered_by_post_id', 'q.answered_capacity'),
  answeredAt: 'q.answered_at',
  answerReason: 'q.answer_reason',
});

/** The same as the contract's `Recall`. */
export const LAST_RECALL = `(SELECT ${RECALL.json} ${LAST})`;
