import { type Actor, rowFilter } from '@patravali/authorization';
import { Consultation, ConsultedPost as ConsultedPostView, Question, QuestionView } from '@patravali/contract';
import { type Parameters, projection } from '@patravali/database';
import { pagesOfDocument } from '@patravali/documents';
import { FILE_ROW, FILES } from '@patravali/files';
import { actorRef, notesAreSigned, unitRef } from '@patravali/organisation';
import { ConsultedPost } from './consulted-post.entity';

/** So many working days went by after the due day of `p` until it was ended, or until today. */
const LATE_BY = `(SELECT count(*)::int FROM generate_series(p.due_on + 1, COALESCE(p.ended_on, india_today()), INTERVAL '1 day') day
  WHERE office_works_on(p.organisation_id, day::date))`;

const CONSULTED_POST = projection(ConsultedPostView, {
  id: 'p.id',
  post: 'p.post_id',
  unit: unitRef('p.unit_id'),
  dueOn: 'p.due_on',
  lateBy: LATE_BY,
  state: 'p.state',
  by: actorRef('p.ended_by_user_id', 'p.ended_by_post_id', 'p.ended_capacity'),
  at: 'p.ended_at',
  reason: 'p.reason',
  note: 'p.note',
});

/** What the readers of a file see of a question that was asked on it, from `r`. */
export const CONSULTATION = projection(Consultation, {
  id: 'r.id',
  sequence: 'r.sequence',
  question: 'r.question',
  by: actorRef('r.asked_by_user_id', 'r.asked_by_post_id', 'r.asked_capacity'),
  at: 'r.asked_at',
  snapshot: 'r.snapshot',
  documentId: 'r.document_id',
  consulted: `(SELECT json_agg(${CONSULTED_POST.json} ORDER BY p.place) FROM consulted_post p
    WHERE p.organisation_id = r.organisation_id AND p.consultation_id = r.id)`,
});

export const CONSULTATIONS = 'consultation r';

/** Consulted posts as `p`. */
export const CONSULTED = 'consulted_post p';

/** With the question as `q` and the file as `f`. */
export const QUESTIONS = `${CONSULTED} JOIN consultation q ON q.organisation_id = p.organisation_id AND q.id = p.consultation_id
  JOIN (${FILES}) ON f.organisation_id = p.organisation_id AND f.id = p.file_id`;

/** What a consulted post reads, from `QUESTIONS`. */
export const QUESTION = projection(Question, {
  id: 'p.id',
  fileNumber: FILE_ROW.expressions.number,
  subject: FILE_ROW.expressions.subject,
  grading: FILE_ROW.expressions.grading,
  question: 'q.question',
  by: actorRef('q.asked_by_user_id', 'q.asked_by_post_id', 'q.asked_capacity'),
  at: 'q.asked_at',
  unit: unitRef('p.unit_id'),
  dueOn: 'p.due_on',
  lateBy: LATE_BY,
  snapshot: 'q.snapshot',
  documentId: 'q.document_id',
  pages: pagesOfDocument('q.document_id'),
});

/** What awaits an answer of the acting post, as conditions on `p`. */
export function questionsTo(actor: Actor, parameters: Parameters): string[] {
  const { bind } = parameters;
  return [
    `p.organisation_id = ${bind(actor.organisationId)}`,
    `p.post_id = ${bind(actor.postId)}`,
    `p.state = 'asked'`,
    rowFilter(actor.ability, 'read', ConsultedPost, 'p', parameters),
  ];
}

/** The posts that this event of a file asks for their opinion, or asks no longer, as a list. */
export const consultedIn = (event: string): string =>
  `ARRAY(SELECT jsonb_array_elements_text(${event}.data->'consulted')::uuid)`;

/** Whether that post is consulted on that file now: a condition; both are expressions. */
export const isConsulted = (of: { organisationId: string; fileId: string; postId: string }): string =>
  `EXISTS (SELECT FROM ${CONSULTED} WHERE p.organisation_id = ${of.organisationId} AND p.file_id = ${of.fileId}
     AND p.post_id = ${of.postId} AND p.state = 'asked')`;

/** The same of one question, with how it is to be answered. */
export const ONE_QUESTION = projection(QuestionView.omit({ posts: true }), {
  ...QUESTION.expressions,
  signedNotes: notesAreSigned('p.organisation_id'),
});
