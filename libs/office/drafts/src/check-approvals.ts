import { select, type SqlRunner } from '@patravali/database';
import { canonicalHash, EVENTS } from '@patravali/ledger';
import { z } from 'zod';

/** Its text is another, or it is gone. */
export type ApprovalFault = 'changed' | 'missing';

export interface ApprovalsReport {
  /** How often a text was approved, or got its number. */
  readonly approvals: number;
  /** In the order in which they were recorded. */
  readonly wrong: readonly { readonly ordinal: number; readonly fault: ApprovalFault }[];
}

const Line = z.object({
  ordinal: z.int(),
  recorded: z.string(),
  content: z.record(z.string(), z.unknown()).nullable(),
});

/** What the events say that was approved or numbered, beside the text that is there. */
const LINES = `
  SELECT (e.data ->> 'ordinal')::integer AS ordinal, e.content_hash AS recorded, v.content
  FROM ${EVENTS} e LEFT JOIN draft_version v ON v.organisation_id = e.organisation_id
    AND v.number = (e.data ->> 'draftVersion')::integer
    AND v.draft_id = CASE e.name WHEN 'draft.approved' THEN e.related_id ELSE (e.data ->> 'draftId')::uuid END
  WHERE e.organisation_id = $1 AND e.subject_id = $2 AND e.encoding = 1 AND e.content_hash IS NOT NULL
    AND e.name IN ('draft.approved', 'draft.numbered')
  ORDER BY e.sequence`;

/** Holds the approved texts of the drafts of a file against the hashes in their events: one statement. */
export async function checkApprovals(
  database: SqlRunner,
  { organisationId, fileId }: { readonly organisationId: string; readonly fileId: string },
): Promise<ApprovalsReport> {
  const lines = await select(database, Line, LINES, [organisationId, fileId]);
  const wrong = lines.flatMap(({ ordinal, recorded, content }) => {
    if (content && canonicalHash(content) === recorded) return [];
    return [{ ordinal, fault: content ? ('changed' as const) : ('missing' as const) }];
  });
  return { approvals: lines.length, wrong };
}
