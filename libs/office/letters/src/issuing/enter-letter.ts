import type { DraftIssued } from '@patravali/contract';
import { appendCorrespondence } from '@patravali/correspondence';
import type { FileCustody } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { addDocument, addDocuments } from '@patravali/documents';
import type { LetterData } from '../page/letter-data';
import type { PrintedLetter, SealedLetter } from '../making/print-letter';
import { enterIssued } from '../numbering/enter-number';
import { hashOfOwnCopies } from '../register/as-issued';
import { borneNumber } from '../register/issue-rows';
import type { Issue } from '../register/issue.entities';
import type { NumberedDraft } from './numbered-drafts';

export interface FinishedLetter {
  readonly issue: Issue;
  readonly letter: LetterData;
  /** With its seal, where the office sealed it. */
  readonly printed: PrintedLetter & Partial<SealedLetter>;
  /** Of each addressee his own, where he gets one. */
  readonly copies: readonly PrintedLetter[];
  /** Both are locked, and the draft is numbered. */
  readonly custody: FileCustody;
  readonly draft: NumberedDraft;
  /** What the event says of the last signature, where officers signed it. */
  readonly signed?: { readonly signature: string; readonly certificate: string };
}

/** The letter is issued: its document, its recipients and its office copy are entered. */
export async function enterLetter(tx: Transaction, finished: FinishedLetter): Promise<DraftIssued> {
  const { issue, letter, printed, copies, custody, draft, signed } = finished;
  const { id: issueId, number, issuedOn, fileId, draftId, draftVersion } = issue;
  const issuer = issuerOf(issue);
  const name = number.replaceAll(/[/\\]/g, '-');
  const { sha256, size, pages, seal } = printed;
  const document = await addDocument(tx, issuer, {
    sha256,
    size,
    pages,
    fileName: `${name}.pdf`,
    hasText: true,
    madeHere: true,
  });
  const named = copies.map((copy, index) => ({ ...copy, fileName: `${name} (${index + 1}).pdf` }));
  const ownCopyIds = named.length > 0 ? await addDocuments(tx, issuer, named) : [];
  const { addressees, copyTo } = letter;
  await enterIssued(tx, issueId, { documentId: document.id, ownCopyIds, addressees, copyTo });
  const { serial, firstPage, lastPage } = await appendCorrespondence(tx, issuer, custody, {
    document,
    from: { issueId },
    flag: null,
    opens: false,
  });
  const placed = { serial, firstPage, lastPage };
  await draft.becomeIssued();
  await tx.record('draft.issued', fileId, {
    relatedId: issueId,
    // The issued bytes themselves, so that a stranger who has the PDF can hold it against the event.
    contentHash: sha256,
    data: {
      draftId,
      ordinal: draft.ordinal,
      draftVersion,
      number,
      ...placed,
      ...signed,
      ...seal,
      ...(copies.length > 0 && { ownCopies: copies.length, ownCopiesHash: hashOfOwnCopies(copies) }),
    },
  });
  return {
    id: draftId,
    issueId,
    number: borneNumber(issue),
    issuedOn,
    documentId: document.id,
    ...placed,
  };
}

/** Whoever drew the number. */
export const issuerOf = ({ organisationId, issuedByUserId, issuedByPostId, issuedCapacity }: Issue) => ({
  organisationId,
  userId: issuedByUserId,
  postId: issuedByPostId,
  capacity: issuedCapacity,
});
