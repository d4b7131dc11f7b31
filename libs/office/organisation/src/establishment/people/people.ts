import { type Bilingual, type ClosingCause, hasCharge, TENURE_KINDS } from '@patravali/contract';
import { NOW, type Transaction } from '@patravali/database';
import { z } from 'zod';
import { OfficeUser } from '../../organisation/organisation.entities';
import { isDemoOffice } from '../../letterhead/signing-rule';
import { unfit } from '../rules/administering';
import { endWhatHung } from '../tenures/handed-over';

const OFFICE = z.object({ demo: z.boolean() });
const TAKEN = z.object({ id: z.uuid() });
const LEFT_POST = z.object({ postId: z.uuid(), kind: z.enum(TENURE_KINDS) });

interface NewPerson {
  readonly id: string;
  readonly username: string;
  readonly name: Bilingual;
  readonly email: string | null;
  /** He is of a demo office, and needs no password. */
  readonly demo: boolean;
  /** Whose administrator enters him; null where the office's does. */
  readonly enteredUnitId: string | null;
}

export const isUsernameTaken = async (tx: Transaction, username: string): Promise<boolean> =>
  (await tx.find(OfficeUser, { username })) !== null;

/** Two people of the office are never mailed at one address. @throws Refusal `name-taken` */
export async function refuseTakenEmail(tx: Transaction, id: string, email: string | null): Promise<void> {
  if (email === null) return;
  const [taken] = await tx.select(
    TAKEN,
    `SELECT id FROM office_user
     WHERE organisation_id = $1 AND lower(email) = lower($2) AND closed_at IS NULL AND id <> $3 LIMIT 1`,
    [tx.by.organisationId, email, id],
  );
  if (taken) throw unfit('name-taken', 'email', { name: email });
}

/** Whether the office is one that does not exist. */
export async function isDemo(tx: Transaction): Promise<boolean> {
  const [office] = await tx.select(OFFICE, `SELECT ${isDemoOffice('$1')} AS demo`, [tx.by.organisationId]);
  return office?.demo ?? false;
}

/** Enters a person without a password. */
export async function insertPerson(tx: Transaction, person: NewPerson): Promise<void> {
  const { organisationId } = tx.by;
  const { id, username, name, email, demo, enteredUnitId } = person;
  const names = { username, nameHi: name.hi, nameEn: name.en, email, demo };
  await tx.insert(OfficeUser, {
    id,
    organisationId,
    ...names,
    enteredUnitId,
    passwordHash: null,
    closedAt: null,
    version: 1,
  });
}

/** What the office calls the person, who is locked, and where it mails him. */
export const changePerson = (tx: Transaction, id: string, name: Bilingual, email: string | null): Promise<void> =>
  tx.update(OfficeUser, { id }, { nameHi: name.hi, nameEn: name.en, email });

/** The account of the person, who is locked, is closed, or open again. */
export const setClosed = (tx: Transaction, id: string, isClosed: boolean): Promise<void> =>
  tx.update(OfficeUser, { id }, { closedAt: isClosed ? NOW : null });

interface Ending {
  readonly cause: ClosingCause;
  readonly order: string;
}

/** What the person holds now ends at this moment with what hung on it, and what was to come never begins. @returns the posts. */
export async function endAllTenures(tx: Transaction, userId: string, { cause, order }: Ending): Promise<string[]> {
  const ended = await tx.select(
    LEFT_POST,
    `UPDATE tenure SET ended_at = office_now(), until_on = GREATEST(from_on, india_today()), until_forenoon = NULL,
       end_cause = $3, end_order = $4
     WHERE organisation_id = $1 AND user_id = $2 AND is_not_over(tenure)
     RETURNING post_id AS "postId", kind`,
    [tx.by.organisationId, userId, cause, order],
  );
  for (const { postId, kind } of ended) {
    if (hasCharge(kind)) await endWhatHung(tx, { postId, userId });
  }
  return [...new Set(ended.map(({ postId }) => postId))];
}
