import { randomUUID } from 'node:crypto';
import type { Actor } from '@patravali/authorization';
import type { DraftState } from '@patravali/contract';
import type { TestOffice } from '../office/test-office';

interface NewIssue {
  readonly fileId: string;
  /** Where numbers are drawn beside it, which begin with 1 as well. */
  readonly number?: string;
  /** Who issues it from the file: the signatory, or somebody whom he named. */
  readonly by: Actor;
  readonly signatory: Actor;
  /** How many of its three recipients have been served: two addressees and one who gets a copy. */
  readonly served: number;
  /** The e-mail address that the letter names for its first addressee. */
  readonly email?: string;
  /** When it was issued, for registers by day. */
  readonly at?: string;
  readonly subject?: string;
  /** What was signed, where its bytes matter. */
  readonly bytes?: { readonly sha256: string; readonly size: number };
}

const RECIPIENTS = ['निरीक्षक', 'प्रधानाचार्य', 'कोषाधिकारी'];
let letters = 0;

interface Signing {
  /** Whose name it bears, and who approves it; the under secretary unless said otherwise. */
  readonly signatory?: Actor;
  /** Whom the signatory named when he approved. */
  readonly named?: Actor | null;
}

/** A draft of the file as it stands in the database, in a state of its life. */
export async function writeDraft(
  office: TestOffice,
  by: Actor,
  fileId: string,
  state: Exclude<DraftState, 'numbered'> = 'draft',
  { signatory = office.at('US'), named = null }: Signing = {},
) {
  const [id, ordinal] = [randomUUID(), ++letters];
  await office.rows(
    `WITH counted AS (UPDATE file_custody SET drafts = $4 WHERE file_id = $3)
     INSERT INTO draft (organisation_id, id, file_id, ordinal, state, form, subject, addressee, current_version, signatory_post_id)
     VALUES ($1, $2, $3, $4, 'draft', 'letter', $5, 'क', 1, $6)`,
    [office.id, id, fileId, ordinal, `प्रारूप ${ordinal}`, signatory.postId],
  );
  await office.rows(
    `INSERT INTO draft_version (organisation_id, draft_id, number, content, user_id, post_id, capacity, movement_sequence)
     VALUES ($1, $2, 1, '{}', $3, $4, 'regular', 1)`,
    [office.id, id, by.userId, by.postId],
  );
  if (state === 'approved' || state === 'issued') await writeApproval(office, id, { by: signatory, signatory, named });
  const why = state === 'cancelled' ? 'आवश्यक नहीं' : null;
  await office.rows('UPDATE draft SET state = $2, cancellation_reason = $3 WHERE id = $1', [id, state, why]);
  return { id, ordinal };
}

interface NewApproval extends Required<Signing> {
  readonly by: Actor;
}

/** That somebody approved the draft as it stands, on its row and among its approvals. */
export async function writeApproval(office: TestOffice, draftId: string, { by, signatory, named }: NewApproval) {
  await office.rows(
    `WITH head AS (SELECT encode(sha256('{}'), 'hex') AS sha256), kept AS (INSERT INTO approved_letterhead
       SELECT organisation_id, sha256, '{}' FROM draft, head WHERE id = $1 ON CONFLICT DO NOTHING)
     INSERT INTO draft_approval (id, organisation_id, draft_id, draft_version, user_id, post_id, capacity, at,
       signatory_post_id, named_post_id, letterhead_sha256, look)
     SELECT gen_random_uuid(), organisation_id, id, current_version, $2, $3, $4, office_now(), $5, $6, sha256, '{}'
     FROM draft, head WHERE id = $1`,
    [draftId, by.userId, by.postId, by.capacity, signatory.postId, named?.postId ?? null],
  );
  await office.rows(
    `UPDATE draft d SET state = 'approved', approved_version = a.draft_version, approved_by_user_id = a.user_id,
       approved_by_post_id = a.post_id, approved_capacity = a.capacity, approved_at = a.at, named_post_id = a.named_post_id
     FROM draft_approval a WHERE d.id = $1 AND a.draft_id = d.id AND a.post_id = $2`,
    [draftId, by.postId],
  );
}

/** A letter issued from a file that has no other letter yet, with its office copy. */
export async function writeIssue(
  office: TestOffice,
  { fileId, by, signatory, served, email, at, bytes, subject = 'अनुदान की स्वीकृति', ...said }: NewIssue,
) {
  const named = by.postId === signatory.postId ? null : by;
  const draft = await writeDraft(office, by, fileId, 'issued', { signatory, named });
  const documentId = await office.newDocument(by, { ...bytes, pages: 1 });
  const [id, number] = [randomUUID(), said.number ?? `${draft.ordinal}/EST-2026-27`];
  await office.rows(
    `INSERT INTO issue (organisation_id, id, number, state, issued_on, issued_at, draft_id, draft_version, file_id, document_id,
       subject, language, addressee, signatory_post_id, signed_by_user_id, unit_id,
       approved_by_user_id, approved_by_post_id, approved_capacity, approved_at,
       issued_by_user_id, issued_by_post_id, issued_capacity)
     VALUES ($1, $2, $3, 'issued', india_today(), COALESCE($4, now()), $5, 1, $6, $7, $14, 'hi', $8, $9, $10, $11,
       $10, $9, 'regular', now(), $12, $13, 'regular')`,
    [
      office.id,
      id,
      number,
      at ?? null,
      draft.id,
      fileId,
      documentId,
      RECIPIENTS[0],
      signatory.postId,
      signatory.userId,
      signatory.post.unitId,
      by.userId,
      by.postId,
      subject,
    ],
  );
  for (const [position, name] of RECIPIENTS.entries()) {
    await office.rows(
      `INSERT INTO issue_recipient (organisation_id, issue_id, position, as_copy, addressee, served_at)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        office.id,
        id,
        position,
        position > 1,
        position > 0 ? { name } : { name, email },
        position < served ? new Date() : null,
      ],
    );
  }
  await office.rows(
    `WITH counted AS (UPDATE file_custody SET correspondence = 1, pages = 1 WHERE file_id = $3)
     INSERT INTO correspondence (organisation_id, id, file_id, serial, kind, first_page, pages, document_id, issue_id,
       added_by_user_id, added_by_post_id, capacity)
     VALUES ($1, $2, $3, 1, 'issued', 1, 1, $4, $5, $6, $7, 'regular')`,
    [office.id, randomUUID(), fileId, documentId, id, by.userId, by.postId],
  );
  return { id, number, documentId, draftId: draft.id };
}
