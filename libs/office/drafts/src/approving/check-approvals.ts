import { select, type SqlRunner } from '@patravali/database';
import { canonicalHash, EVENTS, type Subjects } from '@patravali/ledger';
import { z } from 'zod';

/** Its text is another, or it is gone. */
export type ApprovalFault = 'changed' | 'missing';

export interface ApprovalsReport {
  /** How often a text was approved, or got its number. */
  readonly approvals: number;
  /** Of each file in the order in which they were recorded. */
  readonly wrong: readonly { readonly fileId: string; readonly ordinal: number; readonly fault: ApprovalFault }[];
}

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

/** Holds the approved texts of the drafts of files against the hashes in their events: one statement. */
export async function checkApprovals(
  database: SqlRunner,
  { organisationId, subjectIds }: Subjects,
): Promise<ApprovalsReport> {
  const lines = await select(database, Line, LINES, [organisationId, [...subjectIds]]);
  const wrong = lines.flatMap(({ fileId, ordinal, recorded, content }) => {
    if (content && canonicalHash(content) === recorded) return [];
    return [{ fileId, ordinal, fault: content ? ('changed' as const) : ('missing' as const) }];
  });
  return { approvals: lines.length, wrong };
}
