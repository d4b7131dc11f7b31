import type { Addressee, LetterLanguage, TenureKind } from '@patravali/contract';
import type { Transaction } from '@patravali/database';
import { v7 as uuidv7 } from 'uuid';
import { Issue, IssueRecipient } from './dispatch.entities';

export interface NewIssue {
  readonly number: string;
  /** `YYYY-MM-DD`, in India. */
  readonly issuedOn: string;
  readonly issuedAt: Date;
  readonly draftId: string;
  readonly draftVersion: number;
  readonly fileId: string;
  readonly documentId: string;
  readonly subject: string;
  readonly language: LetterLanguage;
  /** The first addressee, as lists show it. */
  readonly addressee: string;
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
  readonly addressees: readonly Addressee[];
  readonly copyTo: readonly Addressee[];
}

/**
 * Enters a letter that has been numbered and signed, with its recipients: the addressees, then those who get a copy.
 * @returns the id of the issue.
 */
export async function insertIssue(tx: Transaction, { addressees, copyTo, ...issue }: NewIssue): Promise<string> {
  const [id, { organisationId }] = [uuidv7(), tx.by];
  await tx.insert(Issue, { ...issue, id, organisationId });
  const recipients = [
    ...addressees.map((addressee) => ({ addressee, asCopy: false })),
    ...copyTo.map((addressee) => ({ addressee, asCopy: true })),
  ];
  for (const [position, recipient] of recipients.entries()) {
    await tx.insert(IssueRecipient, { organisationId, issueId: id, position, servedAt: null, ...recipient });
  }
  return id;
}
