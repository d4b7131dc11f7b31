import type { Actor } from '@patravali/authorization';
import {
  Day,
  type Diarised,
  type EnclosedDocument,
  type Grading,
  type LetterLanguage,
  type Urgency,
} from '@patravali/contract';
import { withReaders, writeMovement } from '@patravali/custody';
import type { Transaction } from '@patravali/database';
import { drawNumber } from '@patravali/numbering';
import { Post, unitInNumbers } from '@patravali/organisation';
import { v7 as uuidv7 } from 'uuid';
import { z } from 'zod';
import { insertEnclosures } from './receipt/receipt-enclosures';
import { Receipt } from './receipt/receipt.entity';
import { readEnds } from './moving/send-receipt';

/** A signed letter of this office that goes to a post of this office. */
export interface LetterWithin {
  readonly toPostId: string;
  /** Only for information: it is a copy. */
  readonly asCopy: boolean;
  readonly documentId: string;
  /** The documents that go with it. */
  readonly enclosedDocuments: readonly EnclosedDocument[];
  readonly number: string;
  readonly issuedOn: string;
  readonly subject: string;
  readonly language: LetterLanguage;
  readonly senderName: string;
  readonly senderDesignation: string;
  /** Those of the file that it went out from. */
  readonly grading: Grading;
  readonly urgency: Urgency;
}

export interface ReceivedWithin extends Diarised {
  readonly receiptId: string;
}

/**
 * The letter arrives at a post of this office as a receipt, ready for its desk: all that a diarist would read off it is
 * known. It gets the next number of the diary of the unit that receives it, as if that unit had diarised it. Whoever sent it
 * is who diarised it, and to them it can be returned. The caller records it.
 * @throws Refusal `unknown-post`, `to-oneself`, `post-takes-no-files`.
 */
export async function receiveWithin(tx: Transaction, actor: Actor, letter: LetterWithin): Promise<ReceivedWithin> {
  const { organisationId, postId, userId, capacity } = actor;
  const { toPostId, asCopy, issuedOn, grading, urgency, senderName, senderDesignation, enclosedDocuments } = letter;
  const ends = await readEnds(tx, actor, { toPostId });
  const unitId = await unitOf(tx, ends.to.id);
  const { number: diaryNumber, numberHi: diaryNumberHi } = await drawNumber(tx, {
    kind: 'diary',
    ...(await unitInNumbers(tx, unitId)),
  });
  const [day] = await tx.select(z.object({ today: Day }), 'SELECT india_today() AS today');
  if (!day) throw new Error('The database told no day');
  const receiptId = uuidv7();
  const action = asCopy ? 'for_information' : 'for_necessary_action';
  await tx.insert(Receipt, {
    id: receiptId,
    organisationId,
    diaryNumber,
    diaryNumberHi,
    unitId,
    state: 'on_desk',
    deliveryMode: 'within_office',
    subject: letter.subject,
    language: letter.language,
    documentId: letter.documentId,
    senderName,
    senderDesignation,
    letterNumber: letter.number,
    letterDate: issuedOn,
    receivedOn: day.today,
    grading,
    urgency,
    enclosures: enclosedDocuments.length,
    action,
    diarisedByUserId: userId,
    diarisedByPostId: postId,
    diarisedCapacity: capacity,
    holderPostId: ends.to.id,
    senderPostId: postId,
    readerPostIds: withReaders([], grading, [postId, ends.to.id], ends.superiorPostIds),
    movements: 2,
    version: 1,
  });
  await insertEnclosures(tx, receiptId, enclosedDocuments);
  const thing = { receiptId };
  await writeMovement(tx, actor, { thing, sequence: 1, kind: 'created', fromPostId: null, toPostId: postId });
  await writeMovement(tx, actor, {
    thing,
    sequence: 2,
    kind: 'forwarded',
    fromPostId: postId,
    toPostId: ends.to.id,
    action,
    urgency,
  });
  return { receiptId, diaryNumber, diaryNumberHi };
}

async function unitOf(tx: Transaction, postId: string): Promise<string> {
  const post = await tx.find(Post, { id: postId });
  if (!post) throw new Error(`There is no post ${postId}, which was read before`);
  return post.unitId;
}
