import { Bilingual, type DraftContent, FileRow, LETTER_LAYOUTS } from '@patravali/contract';
import { select, type SqlRunner, type Transaction } from '@patravali/database';
import { Letterhead, LetterLook, Signatory } from '@patravali/organisation';
import { z } from 'zod';
import type { Draft } from '../draft.entities';
import type { LetterFrame } from './letter-frame';

/** What many letters have in common: kept once for all of them. */
const ApprovedLetterhead = z.object({
  layout: z.enum(LETTER_LAYOUTS),
  letterhead: Letterhead.omit({ layout: true, demo: true }),
  look: LetterLook,
  specimen: Letterhead.shape.demo,
});

/** What a letter of this file and these posts looks like besides. */
const OwnLook = z.object({
  fileNumber: FileRow.shape.number,
  urgency: FileRow.shape.urgency,
  urgencyName: Bilingual.nullable(),
  signatory: Signatory.pick({ designation: true, phone: true, email: true }),
  coSignatories: z.array(Signatory.pick({ designation: true })),
});

/**
 * All that a letter is set with beside its text, but what issuing brings: its number and date, and the names of those who sign it. It
 * has the shape that it has in the letter, which the database compares with it.
 */
const FixedLook = ApprovedLetterhead.extend(OwnLook.shape);
export type FixedLook = z.infer<typeof FixedLook>;

/** That of a letter which would be approved now. */
export function lookNow(frame: LetterFrame): FixedLook {
  const { demo: specimen, layout, ...letterhead } = frame.letterhead;
  const { look, fileNumber, urgency, urgencyName, signatory, coSignatories } = frame;
  const { designation, phone, email } = signatory;
  return {
    layout,
    letterhead,
    look,
    specimen,
    fileNumber,
    urgency,
    urgencyName,
    signatory: { designation, phone, email },
    coSignatories: coSignatories.map((each) => ({ designation: each.designation })),
  };
}

/** For the row of an approval; its letterhead is kept, if no letter bore it before. */
export async function keepLook(tx: Transaction, fixed: FixedLook) {
  const [kept] = await tx.select(
    z.object({ sha256: z.string() }),
    `WITH said AS (SELECT encode(sha256(convert_to($2::jsonb::text, 'UTF8')), 'hex') AS sha256),
       kept AS (INSERT INTO approved_letterhead (organisation_id, sha256, letterhead) SELECT $1, sha256, $2::jsonb FROM said
         ON CONFLICT DO NOTHING)
     SELECT sha256 FROM said`,
    [tx.by.organisationId, JSON.stringify(ApprovedLetterhead.parse(fixed))],
  );
  if (!kept) throw new Error('The database told no hash');
  return { letterheadSha256: kept.sha256, look: OwnLook.parse(fixed) };
}

/**
 * As the draft was approved last. Null while it is not approved, where the text is another than the approved one, and for what was
 * approved before approvals kept it.
 */
export async function approvedLook(
  database: SqlRunner,
  { organisationId, id, fileId }: Pick<Draft, 'organisationId' | 'id' | 'fileId'>,
  content: DraftContent,
): Promise<FixedLook | null> {
  const [approved] = await select(
    database,
    z.object({ look: FixedLook }),
    `SELECT h.letterhead || a.look AS look FROM draft d
     JOIN draft_approval a ON a.organisation_id = d.organisation_id AND a.draft_id = d.id
       AND a.draft_version = d.approved_version AND a.post_id = d.approved_by_post_id
     JOIN draft_version v ON v.organisation_id = a.organisation_id AND v.draft_id = a.draft_id AND v.number = a.draft_version
     JOIN approved_letterhead h ON h.organisation_id = a.organisation_id AND h.sha256 = a.letterhead_sha256
     WHERE d.organisation_id = $1 AND d.id = $2 AND d.file_id = $3 AND v.content = $4::jsonb`,
    [organisationId, id, fileId, JSON.stringify(content)],
  );
  return approved?.look ?? null;
}
