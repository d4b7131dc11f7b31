import type { Actor } from '@patravali/authorization';
import { changeCustody, FileCustody, joinCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import type { FollowsGrading } from '@patravali/files';
import { NOT_SET_ASIDE, writeParkingLine } from '@patravali/movement';
import { postMarking } from '@patravali/organisation';
import { z } from 'zod';
import { CONSULTED } from './consultation-rows';
import { endQuestions } from './open-questions';

const OPEN = z.object({ id: z.uuid(), postId: z.uuid(), marking: z.string(), parkedFileId: z.uuid().nullable() });

/**
 * Who is asked for an opinion reads subject and snapshot of the file as it was graded then. With a higher grading the question is
 * withdrawn; whoever holds the file asks again those who shall know of it.
 */
export const QUESTIONS_FOLLOW_GRADING: FollowsGrading = {
  counted: `(SELECT count(*)::int FROM going JOIN ${CONSULTED} ON p.organisation_id = going.organisation_id
    AND p.file_id = going.file_id AND p.state = 'asked')`,
  follow: async (tx, actor, { fileIds, reason }) => {
    const open = await tx.select(
      OPEN,
      `SELECT p.id, p.post_id AS "postId", ${postMarking('p.post_id')} AS marking,
         CASE WHEN c.parked_for = 'consultation_answered' THEN c.file_id END AS "parkedFileId"
       FROM ${CONSULTED} ${joinCustody('p.file_id')}
       WHERE p.organisation_id = $1 AND p.file_id = ANY ($2::uuid[]) AND p.state = 'asked' ORDER BY p.file_id, p.due_on, p.id`,
      [actor.organisationId, fileIds],
    );
    if (open.length === 0) return {};
    for (const fileId of new Set(open.flatMap(({ parkedFileId }) => parkedFileId ?? [])))
      await takeUp(tx, actor, fileId);
    await endQuestions(
      tx,
      actor,
      open.map(({ id }) => id),
      { state: 'withdrawn', reason },
    );
    return { askedNoLonger: open.map(({ marking }) => marking), consulted: open.map(({ postId }) => postId) };
  },
};

/** A part that was parked on another desk for an answer that will not come. */
async function takeUp(tx: Transaction, actor: Actor, fileId: string): Promise<void> {
  const part = await tx.lock(FileCustody, { fileId });
  await writeParkingLine(tx, actor, fileId, { kind: 'taken_up' });
  await changeCustody(tx, part, { state: 'on_desk', ...NOT_SET_ASIDE });
}
