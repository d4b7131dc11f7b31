import type { PartFaultOf } from '@patravali/contract';
import { select } from '@patravali/database';
import { canonicalHash, EVENTS, type RecordPart } from '@patravali/ledger';
import { z } from 'zod';

/** The text that was approved, or got its number, is another, or it is gone. */
type ApprovalFault = PartFaultOf<'approvals'>;

const Line = z.object({
  fileId: z.uuid(),
  ordinal: z.int(),
  recorded: z.string(),
  content: z.record(z.string(), z.unknown()).nullable(),
});

/** What the events say that was approved or numbered, beside the text that is there. Events from before there were chains say nothing here. */
const LINES = `
  SELECT e.subject_id AS "fileId", (e.data ->> 'ordinal')::integer AS ordinal, e.content_hash AS recorded, v.content
  FROM ${EVENTS} e LEFT JOIN draft_version v ON v.organisation_id = e.organisation_id
    AND v.number = (e.data ->> 'draftVersion')::integer
    AND v.draft_id = CASE e.name WHEN 'draft.approved' THEN e.related_id ELSE (e.data ->> 'draftId')::uuid END
  WHERE e.organisation_id = $1 AND e.subject_id = ANY ($2) AND e.encoding >= 1 AND e.content_hash IS NOT NULL
    AND e.name IN ('draft.approved', 'draft.numbered')
  ORDER BY e.subject_id, e.sequence`;

/** The texts of the drafts of files that were approved or numbered, held against the hashes in these events: one statement. */
export const approvalsPart: RecordPart<'approvals', ApprovalFault> = {
  name: 'approvals',
  kinds: ['file'],
  async check(database, { organisationId, subjectIds }) {
    const lines = await select(database, Line, LINES, [organisationId, [...subjectIds]]);
    const wrong = lines.flatMap(({ fileId, ordinal, recorded, content }) => {
      if (content && canonicalHash(content) === recorded) return [];
      const fault: ApprovalFault = content ? 'approval_changed' : 'approval_missing';
      return [{ subjectKind: 'file' as const, subjectId: fileId, place: ordinal, fault }];
    });
    return { count: lines.length, wrong };
  },
};
