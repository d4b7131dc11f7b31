import { setTimeout as sleep } from 'node:timers/promises';
import type {
  DocumentView,
  DraftChanged,
  DraftContent,
  DraftIssued,
  DraftView,
  FileChanged,
  FileCreated,
  IssueDispatched,
  LetterNumbered,
  LetterSigned,
  NumberHead,
  ReceiptCreated,
  SigningKeyView,
} from '@patravali/contract';
import { written } from '../../libs/platform/typesetting/test/samples';
import type { Client } from '../support/journeys/client';

/** What the office has acknowledged, and so must never lose and never have done twice. */
export class Acknowledged {
  /** Commands, each of which leaves one event. */
  commands = 0;
  files = 0;
  issues = 0;
  documents = 0;
  receipts = 0;
  /** Receipts as which letters of the office arrived: each has moved twice. */
  arrivals = 0;
  /** By file: to which of the two posts each forward went, in order. */
  readonly forwards = new Map<string, string[]>();
  readonly issueNumbers: string[] = [];
  readonly fileNumbers: string[] = [];
}

export interface Work {
  readonly acknowledged: Acknowledged;
  readonly head: NumberHead;
  /** No more is begun once this is true; what is begun is brought to its end. */
  readonly isOver: () => boolean;
}

async function createFile({ acknowledged, head }: Work, by: Client): Promise<FileCreated> {
  const body = { headId: head.id, subject: 'विद्युत आपूर्ति बाधित होने पर कार्य' };
  const file = await by.ask<FileCreated>('createFile', { body });
  acknowledged.commands += 1;
  acknowledged.files += 1;
  acknowledged.fileNumbers.push(file.number);
  return file;
}

/** One file goes to and fro between two desks, each time with a note. */
export async function forwardToAndFro(work: Work, one: Client, other: Client): Promise<void> {
  const { id: fileId } = await createFile(work, one);
  const forwards: string[] = [];
  work.acknowledged.forwards.set(fileId, forwards);
  for (let [from, to] = [one, other]; !work.isOver(); [from, to] = [to, from]) {
    const note = { text: written(`टिप्पणी ${forwards.length + 1}`), decision: null };
    const body = { toPostId: to.postId, note, confirmNote: true };
    await from.ask<FileChanged>('forwardFile', { params: { fileId }, body });
    work.acknowledged.commands += 1;
    forwards.push(to.postId);
  }
}

export async function createFiles(work: Work, by: Client): Promise<void> {
  while (!work.isOver()) await createFile(work, by);
}

/** Letters are drafted, approved, signed and issued, one after another on one file. */
export async function issueLetters(work: Work, officer: Client): Promise<void> {
  const { acknowledged } = work;
  const { id: fileId } = await createFile(work, officer);
  while (!work.isOver()) {
    const draftId = await approveLetter(officer, fileId);
    const issued = await officer.ask<DraftIssued>('issueDraft', { params: { draftId } });
    // Drafted, approved, numbered, issued.
    acknowledged.commands += 4;
    acknowledged.issues += 1;
    acknowledged.documents += 1;
    acknowledged.issueNumbers.push(issued.number);
  }
}

/** Letters go out by registered post and come back; then each goes to a post of the office, where it arrives as a receipt. */
export async function sendLettersAgain(work: Work, officer: Client, to: Client): Promise<void> {
  const { acknowledged } = work;
  const { id: fileId } = await createFile(work, officer);
  while (!work.isOver()) {
    const draftId = await approveLetter(officer, fileId);
    const { issueId, number } = await officer.ask<DraftIssued>('issueDraft', { params: { draftId } });
    acknowledged.commands += 4;
    acknowledged.issues += 1;
    acknowledged.documents += 1;
    acknowledged.issueNumbers.push(number);
    const params = { issueId };
    const byPost = { dispatches: [{ recipient: 0, mode: 'registered_post', postage: 4200 }] };
    const { dispatchIds } = await officer.ask<IssueDispatched>('dispatchIssue', { params, body: byPost });
    const returned = { outcome: 'returned', reason: 'प्रेषिती नहीं मिला' };
    await officer.ask('followDispatch', { params: { ...params, dispatchId: dispatchIds[0] ?? '' }, body: returned });
    const within = { dispatches: [{ recipient: 0, mode: 'within_office', toPostId: to.postId }] };
    await officer.ask<IssueDispatched>('dispatchIssue', { params, body: within });
    acknowledged.commands += 3;
    acknowledged.receipts += 1;
    acknowledged.arrivals += 1;
  }
}

/** A draft on a file of the officer, approved by him. */
export async function approveLetter(
  officer: Client,
  fileId: string,
  more: Partial<DraftContent> = {},
): Promise<string> {
  const body = { content: { ...letterOf(officer), ...more } };
  const { id: draftId, draftVersion } = await officer.ask<DraftChanged>('createDraft', { params: { fileId }, body });
  await officer.ask<DraftChanged>('approveDraft', { params: { draftId }, body: { draftVersion } });
  return draftId;
}

/** Letters of two officers are numbered and signed by both, each with his own key; the second signature issues them. */
export async function signLetters(work: Work, officer: Client, superior: Client): Promise<void> {
  const { acknowledged } = work;
  const { id: fileId } = await createFile(work, officer);
  const signed = { coSignatoryPostIds: [superior.postId] };
  const keys = new Map<Client, string>();
  for (const each of [officer, superior]) keys.set(each, (await each.ask<SigningKeyView>('makeDemoKey')).id);
  while (!work.isOver()) {
    const draftId = await approveLetter(officer, fileId, signed);
    const { issueId, number } = await officer.ask<LetterNumbered>('numberDraft', { params: { draftId } });
    for (const [each, keyId] of keys) {
      // It may be long since the last time.
      await each.ask('confirmSession', { body: {} });
      await each.ask<LetterSigned>('signLetter', { params: { letterId: issueId }, body: { keyId } });
    }
    // Drafted, approved, numbered, signed, issued.
    acknowledged.commands += 5;
    acknowledged.issues += 1;
    acknowledged.documents += 1;
    acknowledged.issueNumbers.push(number);
    await sleep(SIGNED_EVERY_MS);
  }
}

/** Letters of which each addressee gets a copy of his own are numbered; a job makes the copies and issues them. */
export async function copyLetters(work: Work, officer: Client): Promise<void> {
  const { acknowledged } = work;
  const { id: fileId } = await createFile(work, officer);
  while (!work.isOver()) {
    const { number } = await copyLetter(officer, fileId, COPIES);
    acknowledged.commands += 4;
    acknowledged.issues += 1;
    acknowledged.documents += 1 + COPIES;
    acknowledged.issueNumbers.push(number);
  }
}

/** One such letter, once it is issued. */
export async function copyLetter(officer: Client, fileId: string, copies: number): Promise<LetterNumbered> {
  const addressees = Array.from({ length: copies }, (_, index) => ({ name: `ग्राम प्रधान ${index + 1}` }));
  const draftId = await approveLetter(officer, fileId, { addressees, ownCopies: true });
  const numbered = await officer.ask<LetterNumbered>('numberDraft', { params: { draftId } });
  while ((await officer.ask<DraftView>('getDraft', { params: { draftId } })).state !== 'issued') await sleep(500);
  return numbered;
}

const COPIES = 5;

/** Slower than a person may sign in a minute. */
const SIGNED_EVERY_MS = 600;

/** Slower than a person may upload in a minute: an office that is killed and comes back must not refuse it for haste. */
const LETTER_EVERY_MS = 600;

/** Letters come in: each is stored and diarised. */
export async function diariseLetters(work: Work, clerk: Client, pdf: Uint8Array<ArrayBuffer>): Promise<void> {
  const { acknowledged } = work;
  while (!work.isOver()) {
    const document = await clerk.upload<DocumentView>('पत्र.pdf', pdf);
    const body = {
      documentId: document.id,
      subject: 'लम्बित प्रकरण',
      senderName: 'जिला समाज कल्याण अधिकारी',
      receivedOn: '2026-01-05',
      deliveryMode: 'post',
      language: 'hi',
    };
    await clerk.ask<ReceiptCreated>('createReceipt', { body });
    acknowledged.commands += 2;
    acknowledged.documents += 1;
    acknowledged.receipts += 1;
    await sleep(LETTER_EVERY_MS);
  }
}

function letterOf(officer: Client): DraftContent {
  return {
    form: 'letter',
    language: 'hi',
    subject: 'लम्बित प्रकरण',
    reference: null,
    salutation: null,
    addressees: [{ name: 'जिलाधिकारी, मऊ' }],
    enclosures: [],
    copyTo: [],
    body: written('शेष प्रकरणों का निस्तारण शीघ्र किया जाए।'),
    signatoryPostId: officer.postId,
  };
}
