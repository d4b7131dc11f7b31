import { ExplanationLine, ReturnLine, TakenBack } from '@patravali/contract';
import { projection } from '@patravali/database';
import { actorRef } from '@patravali/organisation';

/** The expressions that say which note of which file is meant. */
export interface NotePlace {
  readonly organisationId: string;
  readonly fileId: string;
  readonly number: string;
}

const TAKEN_BACK = `SELECT b.at FROM movement b WHERE b.organisation_id = m.organisation_id AND b.file_id = m.file_id
  AND b.sequence = m.sequence + 1 AND b.kind = 'pulled_back'`;

const RETURN_LINE = projection(ReturnLine, {
  sequence: 'm.sequence',
  by: actorRef('m.by_user_id', 'm.by_post_id', 'm.capacity'),
  to: 'm.to_post_id',
  at: 'm.at',
  reason: 'm.remarks',
  takenBackAt: `(${TAKEN_BACK})`,
});

const since = ({ organisationId, fileId, number }: NotePlace) =>
  `movement m WHERE m.organisation_id = ${organisationId} AND m.file_id = ${fileId} AND m.notes = ${number}`;

/** The returns that stand on the note sheet right below this note, as a JSON list of the contract's `ReturnLine`. */
export const returnsBelow = (note: NotePlace): string =>
  `(SELECT COALESCE(jsonb_agg(${RETURN_LINE.json} ORDER BY m.sequence), '[]') FROM ${since(note)} AND m.kind = 'returned')`;

const EXPLANATION_LINE = projection(ExplanationLine, {
  sequence: 'm.sequence',
  by: actorRef('m.by_user_id', 'm.by_post_id', 'm.capacity'),
  at: 'm.at',
  days: 'm.kept_days',
  explanation: 'm.explanation',
});

/** The explanations that stand there, as a JSON list of the contract's `ExplanationLine`. */
export const explanationsBelow = (note: NotePlace): string =>
  `(SELECT COALESCE(jsonb_agg(${EXPLANATION_LINE.json} ORDER BY m.sequence), '[]') FROM ${since(note)} AND m.explanation IS NOT NULL)`;

/**
 * Whether a return that was not pulled back stands on the sheet after this note, and before the note `until` if there is one: a
 * condition. In between there are opinions at most.
 */
export const returnedAfter = ({ organisationId, fileId, number }: NotePlace, until?: string): string =>
  `EXISTS (SELECT FROM movement m WHERE m.organisation_id = ${organisationId} AND m.file_id = ${fileId}
     AND m.notes >= ${number}${until === undefined ? '' : ` AND m.notes < ${until}`}
     AND m.kind = 'returned' AND NOT EXISTS (${TAKEN_BACK}))`;

/** The kind of the movement that froze this note. */
export const frozenBy = (note: NotePlace): string => `(SELECT m.kind FROM ${since(note)} ORDER BY m.sequence LIMIT 1)`;

const TAKEN_BACK_BY = projection(TakenBack, { by: actorRef('b.by_user_id', 'b.by_post_id', 'b.capacity'), at: 'b.at' });

/** Who pulled back the sending that froze this note, as the contract's `TakenBack`; null where nobody did. */
export const takenBackBy = (note: NotePlace): string => `(SELECT ${TAKEN_BACK_BY.json} FROM movement b
  WHERE b.organisation_id = ${note.organisationId} AND b.file_id = ${note.fileId} AND b.kind = 'pulled_back'
    AND b.sequence = 1 + (SELECT m.sequence FROM ${since(note)} ORDER BY m.sequence LIMIT 1))`;

/** Whether somebody did: a condition. */
export const wasTakenBack = ({ organisationId, fileId, number }: NotePlace): string =>
  `was_taken_back(${organisationId}, ${fileId}, ${number})`;
