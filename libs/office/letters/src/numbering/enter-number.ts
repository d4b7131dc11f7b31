import type { Addressee, LetterLanguage, TenureKind } from '@patravali/contract';
import { NOW, type Transaction } from '@patravali/database';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { Issue } from '../register/issue.entities';

export interface NumberedLetter {
  readonly number: string;
  /** As a letter in Hindi prints it, where it reads otherwise there. */
  readonly numberHi: string | null;
  /** With which anybody can check it; drawn by the database. */
  readonly code: string;
  /** `YYYY-MM-DD`, in India. */
  readonly issuedOn: string;
  readonly issuedAt: Date;
  /** Ready to be set; it is kept until the letter has been made. */
  readonly letter: object;
  readonly draftId: string;
  readonly draftVersion: number;
  readonly fileId: string;
  readonly subject: string;
  readonly language: LetterLanguage;
  /** The first addressee, as lists show it. */
  readonly addressee: string;
  /** By when a reply is asked for. */
  readonly replyBy: string | null;
  /** The post whose name it bears, and the person. */
  readonly signatoryPostId: string;
  readonly signedByUserId: string;
  readonly approvedByUserId: string;
  readonly approvedByPostId: string;
  readonly approvedCapacity: TenureKind;
  readonly approvedAt: Date;
  readonly issuedByUserId: string;
  readonly issuedByPostId: string;
  readonly issuedCapacity: TenureKind;
  readonly unitId: string;
}

/**
 * Enters a letter in the register with the number that was drawn for it.
 * @returns the id of the issue.
 */
export async function enterNumber(tx: Transaction, letter: NumberedLetter): Promise<string> {
  const id = uuidv7();
  await tx.insert(Issue, { ...letter, id, organisationId: tx.by.organisationId, state: 'numbered' });
  return id;
}

/**
 * How many letters of today from this file to this addressee have a number, with the next one. The lock on the file
 * lets one after the other through.
 */
export async function nextOfDay(
  tx: Transaction,
  { fileId, addressee }: Pick<NumberedLetter, 'fileId' | 'addressee'>,
): Promise<number> {
  const [counted] = await tx.select(
    z.object({ next: z.int() }),
    `SELECT COALESCE(max(of_day), 0) + 1 AS next FROM issue
     WHERE organisation_id = $1 AND file_id = $2 AND issued_on = india_today() AND addressee = $3`,
    [tx.by.organisationId, fileId, addressee],
  );
  if (!counted) throw new Error('The letters of the day were not counted');
  return counted.next;
}

export interface MadeLetter {
  readonly documentId: string;
  /** Of each addressee his own copy, as a document; none where all get the letter itself. */
  readonly ownCopyIds: readonly string[];
  readonly addressees: readonly Addressee[];
  readonly copyTo: readonly Addressee[];
}

/** The numbered letter has been made and signed: whom it must reach are the addressees, then those who get a copy. */
export async function enterIssued(tx: Transaction, issueId: string, made: MadeLetter): Promise<void> {
  const { organisationId } = tx.by;
  const { documentId, ownCopyIds, addressees, copyTo } = made;
  await tx.update(Issue, { organisationId, id: issueId }, { state: 'issued', documentId, letter: null });
  const recipients = [
    ...addressees.map((addressee, index) => ({ addressee, asCopy: false, documentId: ownCopyIds[index] ?? null })),
    ...copyTo.map((addressee) => ({ addressee, asCopy: true, documentId: null })),
  ];
  await tx.execute(
    `INSERT INTO issue_recipient (organisation_id, issue_id, position, addressee, as_copy, document_id)
     SELECT $1, $2, place - 1, recipient -> 'addressee', (recipient -> 'asCopy')::boolean, (recipient ->> 'documentId')::uuid
     FROM jsonb_array_elements($3::jsonb) WITH ORDINALITY AS of_letter (recipient, place)`,
    [organisationId, issueId, JSON.stringify(recipients)],
  );
}

interface Cancelling {
  readonly userId: string;
  readonly postId: string;
  readonly capacity: TenureKind;
  readonly reason: string;
}

/**
 * The numbered letter of this draft is given up. Its number stays in the register, and is never given again.
 * @returns the number.
 */
export async function cancelNumber(tx: Transaction, draftId: string, by: Cancelling): Promise<string> {
  const { id, number } = await tx.lock(Issue, { draftId });
  await tx.update(
    Issue,
    { organisationId: tx.by.organisationId, id },
    {
      state: 'cancelled',
      letter: null,
      cancellationReason: by.reason,
      cancelledAt: NOW,
      cancelledByUserId: by.userId,
      cancelledByPostId: by.postId,
      cancelledCapacity: by.capacity,
    },
  );
  return number;
}
