import { type Actor, rowFilter } from '@patravali/authorization';
import { Discussion, DiscussionAnswered, DiscussionParticipant } from '@patravali/contract';
import { custodyAs, mayReadFile, takenBackBy } from '@patravali/custody';
import { type Parameters, projection } from '@patravali/database';
import { actorRef, personName } from '@patravali/organisation';
import { WHERE_FROZEN } from '../parts/where-frozen';
import { NoteParticipant } from './participant.entities';

const ANSWERED = projection(DiscussionAnswered, {
  answer: 'a.answer',
  remarks: 'a.remarks',
  by: actorRef('a.user_id', 'a.post_id', 'a.capacity'),
  at: 'a.at',
});
/** Null until the participant has answered. */
const ANSWER = `CASE WHEN a.at IS NOT NULL THEN ${ANSWERED.json} END`;

/** Participants as `t`, with their answer as `a`. */
const PARTICIPANTS = `note_participant t LEFT JOIN participant_answer a ON a.organisation_id = t.organisation_id
  AND a.user_id = t.user_id AND a.post_id = t.post_id AND a.file_id = t.file_id AND a.note = t.note`;

const PARTICIPANT = projection(DiscussionParticipant, {
  post: 't.post_id',
  person: personName('t.user_id'),
  answered: ANSWER,
});

/** Who took part in what the note `r` says, with their answers. Other notes are not looked up. */
export const DISCUSSED_WITH = `CASE r.kind WHEN 'discussion' THEN (SELECT json_agg(${PARTICIPANT.json} ORDER BY t.place)
    FROM ${PARTICIPANTS} WHERE t.organisation_id = r.organisation_id AND t.file_id = ${WHERE_FROZEN.fileId} AND t.note = ${WHERE_FROZEN.number})
  ELSE '[]' END`;

/** The posts that a note in writing names, as a JSON list; empty for the other kinds. */
export const postsNamed = (column: string): string => `COALESCE(to_jsonb(${column}), '[]')`;

/** The posts of those who took part in the discussion that this event of a file has frozen, as a list. */
export const discussedIn = (event: string): string =>
  `ARRAY(SELECT t.post_id FROM note_participant t WHERE ${event}.data->>'noteKind' = 'discussion'
     AND t.organisation_id = ${event}.organisation_id AND t.file_id = ${event}.subject_id
     AND t.note = (${event}.data->>'note')::integer)`;

/** Discussion notes as `r`, each with a participant as `t` and the answer as `a`. */
export const DISCUSSIONS = `${PARTICIPANTS}
  JOIN note r ON r.organisation_id = t.organisation_id AND r.file_id = t.file_id AND r.number = t.note`;

/** What a participant reads of the note itself. */
export const DISCUSSION = projection(Discussion.omit({ fileNumber: true, file: true }), {
  id: 'r.id',
  note: 'r.number',
  firstParagraph: 'r.first_paragraph',
  text: 'r.content',
  decision: 'r.decision',
  recommendedTo: 'r.recommended_to',
  takenBack: `CASE WHEN r.decision IS NOT NULL THEN ${takenBackBy(WHERE_FROZEN)} END`,
  author: actorRef('r.author_user_id', 'r.author_post_id', 'r.capacity'),
  frozenAt: 'r.frozen_at',
  answered: ANSWER,
});

/** The file of a discussion, for what is joined to it. */
export const FILE_OF_DISCUSSION = 't.file_id';

/** In which this very person took part, from the post from which he acts, as far as he may know of it: conditions on `t`. */
export function discussionsOf(actor: Actor, parameters: Parameters): string[] {
  const { bind } = parameters;
  return [
    `t.organisation_id = ${bind(actor.organisationId)}`,
    `t.user_id = ${bind(actor.userId)}`,
    `t.post_id = ${bind(actor.postId)}`,
    rowFilter(actor.ability, 'read', NoteParticipant, 't', parameters),
    `EXISTS (SELECT FROM ${custodyAs('o')} WHERE o.organisation_id = t.organisation_id AND o.file_id = t.file_id
       AND (${OF_ANY_READER} OR ${mayReadFile(actor, parameters, 'o')}))`,
  ];
}

/** Of a file graded above normal a participant learns no more than its other readers: a condition on its custody `o`. */
const OF_ANY_READER = `o.grading = 'normal'`;

/** How many participants learn no more of discussions on the files `going`, which those posts read that are `held` there. */
export const DISCUSSIONS_LOST = `(SELECT count(*)::int FROM going JOIN note_participant t
  ON t.organisation_id = going.organisation_id AND t.file_id = going.file_id AND t.post_id <> ALL (going.held))`;

/** Those that await an answer, of the participants `t`: a source and the condition that belongs to it. */
export const UNANSWERED = {
  source: PARTICIPANTS,
  filter: 'a.at IS NULL',
} as const;
