import { type Actor, authorize } from '@patravali/authorization';
import type { Grading, Urgency } from '@patravali/contract';
import { NOW, type Transaction } from '@patravali/database';
import { FileCustody } from './file-custody/file-custody.entity';
import { readersWith } from './file-custody/readers';
import { refuseGradingOfOthers, refuseUrgencyOfOthers } from './file-custody/refuse-officers-alone';
import { writeOpening } from './register/file-opening';
import { writeMovement } from './register/write-movement';

export type NewCustody = Pick<
  FileCustody,
  'organisationId' | 'state' | 'holderPostId' | 'readerPostIds' | 'grading' | 'urgency' | 'categoryId'
>;

/** What a further volume takes over from the one before as well. */
type Continued = Pick<FileCustody, 'volume' | 'dueOn' | 'levels' | 'jumpedPostIds'>;

/**
 * The custody that a new file begins with: on the desk of whoever opens it.
 * @throws Refusal `not-allowed` for a post that may open no file, `grading-needs-officer`, `urgency-needs-officer`,
 *   `urgency-not-in-use`.
 */
export async function newCustody(
  tx: Transaction,
  actor: Actor,
  cover: { readonly grading: Grading; readonly urgency: Urgency; readonly categoryId?: string | null | undefined },
): Promise<NewCustody> {
  const custody: NewCustody = {
    organisationId: actor.organisationId,
    state: 'on_desk',
    holderPostId: actor.postId,
    readerPostIds: [actor.postId],
    grading: cover.grading,
    urgency: cover.urgency,
    categoryId: cover.categoryId ?? null,
  };
  authorize(actor, 'create', Object.assign(new FileCustody(), custody, { stillDueTo: [actor.postId] }));
  refuseGradingOfOthers(actor, cover.grading);
  await refuseUrgencyOfOthers(tx, actor, cover.urgency);
  return custody;
}

/** Writes it with the first line of the file's register; its holder has opened it by opening the file. */
export async function insertCustody(
  tx: Transaction,
  actor: Actor,
  fileId: string,
  custody: NewCustody & Partial<Continued>,
): Promise<void> {
  await tx.insert(FileCustody, {
    ...custody,
    fileId,
    readerPostIds: await readersWith(tx, [], custody.grading, [actor.postId]),
    since: NOW,
    openedAt: NOW,
    movements: 1,
    version: 1,
  });
  await writeMovement(tx, actor, {
    thing: { fileId, notes: 0 },
    sequence: 1,
    kind: 'created',
    fromPostId: null,
    toPostId: actor.postId,
    urgency: custody.urgency,
    dueOn: custody.dueOn,
  });
  await writeOpening(tx, fileId, 1);
}
