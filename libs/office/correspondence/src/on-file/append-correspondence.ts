import type { Actor } from '@patravali/authorization';
import type { Flag } from '@patravali/contract';
import { changeCustody, type CustodyChange, type FileCustody, openingOf } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { canonicalHash } from '@patravali/ledger';
import { v7 as uuidv7 } from 'uuid';
import { Correspondence } from './correspondence.entity';

/** Which letter that went out from the file is answered, and for which of its addressees; null where it names none. */
export interface Answered {
  readonly issueId: string;
  readonly position: number | null;
}

export interface NewLetter {
  readonly document: { readonly id: string; readonly sha256: string; readonly pages: number };
  /** The receipt that is put in the file, or the issue whose office copy it is. */
  readonly from: { readonly receiptId: string; readonly answers: Answered | null } | { readonly issueId: string };
  readonly flag: Flag | null;
  /** It is an act of the holder, and so counts as opening; a letter that is finished by itself is not. */
  readonly opens: boolean;
  /** What else the act changes in custody. */
  readonly custody?: CustodyChange;
}

/** Where the letter lies from now on: C/firstPage to C/lastPage, for good. */
export interface Placed {
  readonly serial: number;
  readonly firstPage: number;
  readonly lastPage: number;
}

export interface Appended extends Placed {
  readonly contentHash: string;
}

/**
 * Adds a letter at the end of the file's correspondence: the next serial, the next pages. The caller holds the custody
 * lock and records the event.
 */
export async function appendCorrespondence(
  tx: Transaction,
  by: Pick<Actor, 'userId' | 'postId' | 'capacity'>,
  custody: FileCustody,
  { document, from, flag, opens, custody: change }: NewLetter,
): Promise<Appended> {
  const answers = 'receiptId' in from ? from.answers : null;
  const opening = opens ? await openingOf(tx, custody) : {};
  const serial = custody.correspondence + 1;
  const firstPage = custody.pages + 1;
  const lastPage = custody.pages + document.pages;
  await tx.insert(Correspondence, {
    id: uuidv7(),
    organisationId: custody.organisationId,
    fileId: custody.fileId,
    serial,
    kind: 'receiptId' in from ? 'received' : 'issued',
    firstPage,
    pages: document.pages,
    documentId: document.id,
    receiptId: 'receiptId' in from ? from.receiptId : null,
    issueId: 'issueId' in from ? from.issueId : null,
    answersIssueId: answers?.issueId ?? null,
    answersPosition: answers?.position ?? null,
    flag,
    addedByUserId: by.userId,
    addedByPostId: by.postId,
    capacity: by.capacity,
  });
  await changeCustody(tx, custody, { ...opening, ...change, correspondence: serial, pages: lastPage });
  const { sha256, pages } = document;
  const contentHash = canonicalHash({ fileId: custody.fileId, serial, firstPage, pages, sha256 });
  return { serial, firstPage, lastPage, contentHash };
}
