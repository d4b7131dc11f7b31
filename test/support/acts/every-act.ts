import { Readable } from 'node:stream';
import type { Actor } from '@patravali/authorization';
import { UploadDocument } from '@patravali/documents';
import { PDFDocument } from 'pdf-lib';
import { filesTogether } from './acts-together';
import { aLetter, type Clerks } from '../http/clerks';
import { commenting } from './comment-acts';
import { consultation } from './consultation-acts';
import { charge, type ChargeTaken, leave } from './absence-acts';
import { discussion, phrases, severalFiles, takingBack, views } from './desk-acts';
import { comesIn, comesInCover } from './receipt-acts';
import { type Doing, post, type Step } from '../http/repetition';
import { sendingOf } from './sending-acts';
import { establishment } from './administration/establishment-acts';
import { numbers } from './administration/number-acts';
import { synonyms } from './administration/synonym-acts';
import { connections, settings } from './administration/settings-acts';
import type { TestOffice } from '../office/test-office';
import { signingByTwo } from './signing-acts';
import { trusting } from '../signing/trust-acts';
import { withdrawing } from './withdrawing-acts';

/** What a walk through the letters of a file has made. */
export interface Letters extends ChargeTaken {
  readonly receiptId: string;
  readonly draftId: string;
  readonly issueId: string;
  /** It is being made. */
  readonly pdfId: string;
  readonly categoryId: string;
}

interface ForLetters {
  readonly office: TestOffice;
  readonly file: string;
  /** The letter that comes in. */
  readonly documentId: string;
  /** Under which another file is opened. */
  readonly headId: string;
  /** Has a mail server report that the mail of this dispatch came back. */
  readonly reported: (dispatchId: string) => Promise<void>;
  /** How many people the letter that goes out is for. */
  readonly addressees?: number;
}

/** From the diary to the dispatch: an uploaded letter comes in, and one goes out, of a file on the officer's desk. */
export async function lettersOfAFile(
  { office, file, documentId, headId, reported, addressees = 1 }: ForLetters,
  { officer, clerk, stranger, administrator }: Clerks,
  go: Doing,
): Promise<Letters> {
  const receiptId = await comesIn({ file, documentId }, { officer, clerk, stranger }, go);
  await comesInCover(await upload(office, clerk), clerk, go);
  const letter = aLetter(officer.postId);
  const content = { ...letter, addressees: Array.from({ length: addressees }, () => letter.addressees).flat() };
  const other = { content: { ...content, subject: 'अन्य' } };
  const cancelled = await go(officer, post('createDraft', `/files/${file}/drafts`, { content }), other);
  await go(officer, post('cancelDraft', `/drafts/${String(cancelled.id)}/cancel`, { reason: 'भूल' }), { reason: 'x' });
  const draft = await go(officer, post('createDraft', `/files/${file}/drafts`, { content }), other);
  const draftId = String(draft.id);
  const on = `/drafts/${draftId}`;
  await go(officer, { does: 'changeDraft', method: 'put', path: on, body: { content }, ifMatch: '"1"' }, other);
  await commenting(on, (step, otherBody) => go(officer, step, otherBody));
  await go(officer, post('approveDraft', `${on}/approve`, { draftVersion: 1 }), { draftVersion: 2 });
  const issued = await go(officer, post('issueDraft', `${on}/issue`), {});
  const issueId = String(issued.issueId);
  await sendingOf(`/issues/${issueId}`, addressees, (step, otherBody) => go(officer, step, otherBody), reported);
  await withdrawing({ issueId, file, content: letter }, (step, otherBody) => go(officer, step, otherBody));
  const keys = await signingByTwo({ file, content: letter }, { officer, stranger }, go);
  const pdfId = await pdfsOf({ file, documentId }, (step, otherBody) => go(officer, step, otherBody));
  await phrases((step, otherBody) => go(officer, step, otherBody));
  await views((step, otherBody) => go(officer, step, otherBody));
  await discussion(file, { officer, clerk, key: keys.officer }, go);
  await severalFiles(file, { officer, clerk }, go);
  await takingBack(file, { officer, clerk }, go);
  await filesTogether(file, headId, { officer, clerk }, go);
  await consultation(file, { officer, clerk, stranger, key: keys.stranger, office }, go);
  await leave(office, officer, stranger, go);
  const withTemplate = await upload(office, administrator);
  await settings((step, otherBody) => go(administrator, step, otherBody), withTemplate);
  await connections((step, otherBody) => go(administrator, step, otherBody));
  await establishment((step, otherBody) => go(administrator, step, otherBody), officer);
  await numbers((step, otherBody) => go(administrator, step, otherBody));
  await synonyms((step, otherBody) => go(administrator, step, otherBody));
  const taken = await charge(office, { administrator }, go);
  await trusting(officer, (step, otherBody) => go(administrator, step, otherBody));
  const categoryId = await channel({ administrator }, go);
  return { receiptId, draftId, issueId, pdfId, categoryId, ...taken };
}

/** The administrator keeps a kind of case. @returns its id. */
async function channel({ administrator }: Pick<Clerks, 'administrator'>, go: Doing): Promise<string> {
  const code = `CL-${crypto.randomUUID().slice(0, 8)}`;
  const powers = [{ fromOn: '2026-01-01', levels: [3, 1] }];
  const kept = { code, name: { hi: 'आकस्मिक अवकाश', en: 'Casual leave' }, powers };
  const { id } = await go(administrator, post('keepCaseCategory', '/case-categories', kept), { ...kept, powers: [] });
  return String(id);
}

/** A copy with a passage left out is made; one PDF is given up, and another of the same file asked for. */
async function pdfsOf(
  { file, documentId }: Pick<ForLetters, 'file' | 'documentId'>,
  go: (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
): Promise<string> {
  const area = { left: 10, top: 20, width: 100, height: 12 };
  const marks = [{ page: 1, area, clause: '8(1)(j)' }];
  await go(post('redactDocument', `/files/${file}/redactions`, { documentId, marks }), { documentId, marks: [] });
  const asking = post('askForPdf', `/files/${file}/pdfs`, {});
  const { id } = await go(asking, { selection: 'C/1' });
  await go(post('cancelPdf', `/pdfs/${String(id)}/cancel`), {});
  return String((await go(asking, { selection: 'C/1' })).id);
}

/** A letter of one page that the product has taken, and its record. */
async function upload(office: TestOffice, by: Actor): Promise<string> {
  const document = await PDFDocument.create();
  document.addPage();
  const body = Readable.from([await document.save()]);
  return (await office.get(UploadDocument).execute(by, { body, fileName: 'पत्र.pdf' })).id;
}
