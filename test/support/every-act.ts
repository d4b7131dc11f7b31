import type { Actor } from '@patravali/authorization';
import type { OperationId } from '@patravali/contract';
import { dayInIndia } from '@patravali/messages';
import { filesTogether } from './acts-together';
import { aLetter, aNote, type Clerks } from './clerks';
import { settings } from './settings-acts';
import type { Step } from './repetition';
import { commenting } from './comment-acts';
import { consultation } from './consultation-acts';
import { signingByTwo } from './signing-acts';
import { withdrawing } from './withdrawing-acts';
import { WORDS } from './words';

/** The life of a file that lies new on the clerk's desk: who does what, and what would have been another request. */
export function lifeOfAFile(file: string, { officer, clerk }: Clerks): (readonly [keyof Clerks, Step, object])[] {
  const at = (does: OperationId, path: string, body?: object): Step => post(does, `/files/${file}/${path}`, body);
  const pending = `/files/${file}/notes/pending`;
  const onward = { toPostId: officer.postId, ...WORDS };
  const down = { toPostId: clerk.postId, ...WORDS };
  const up = { toPostId: officer.postId };
  const note = aNote('परीक्षण किया गया।');
  const cover = { subject: 'संशोधित विषय', remarks: null, reason: 'वर्तनी' };
  const rewritten = aNote('पुनः परीक्षण');
  return [
    ['clerk', at('addNote', 'notes', note), rewritten],
    ['clerk', { does: 'changeNote', method: 'put', path: pending, body: rewritten, ifMatch: '"1"' }, note],
    ['clerk', at('confirmNote', 'notes/pending/confirm'), {}],
    ['clerk', at('takeBackNote', 'notes/pending/take-back'), {}],
    ['clerk', at('putUpForCorrection', 'notes/pending/put-up', up), { ...up, remarks: 'कृपया देखें' }],
    ['officer', at('returnCorrection', 'notes/pending/return', {}), { remarks: 'शुद्ध' }],
    ['clerk', { does: 'discardNote', method: 'delete', path: pending }, {}],
    ['clerk', at('forwardFile', 'forward', onward), { ...onward, remarks: 'कृपया देखें' }],
    ['clerk', at('pullBackFile', 'pull-back', {}), { reason: 'भूलवश' }],
    ['clerk', at('forwardFile', 'forward', onward), { ...onward, urgency: 'vip' }],
    ['officer', at('openFile', 'open'), {}],
    ['officer', at('returnFile', 'return', { reason: 'पुनः प्रस्तुत करें' }), { reason: 'अन्य' }],
    ['officer', at('pullUpFile', 'pull-up', { reason: 'तत्काल बैठक' }), { reason: 'अन्य' }],
    ['officer', at('forwardFile', 'forward', down), { ...down, remarks: 'कृपया देखें' }],
    ['clerk', at('forwardFile', 'forward', onward), { ...onward, action: 'for_orders' }],
    [
      'officer',
      { does: 'correctCover', method: 'put', path: `/files/${file}/cover`, body: cover, ifMatch: '"12"' },
      { ...cover, reason: 'अन्य' },
    ],
    [
      'officer',
      {
        ...{ does: 'regradeFile', method: 'put', path: `/files/${file}/grading`, ifMatch: '"13"' },
        body: { grading: 'confidential', reason: 'जाँच का प्रकरण' },
      },
      { grading: 'secret', reason: 'जाँच का प्रकरण' },
    ],
    ...setAside(file, at),
    ['officer', at('closeFile', 'close', { reason: 'निस्तारित' }), { reason: 'अन्य' }],
    ['officer', at('reopenFile', 'reopen', { reason: 'नया पत्र' }), { reason: 'अन्य' }],
  ];
}

/** The clerk follows the file and reminds the officer, who sets it aside in every way and takes it up again. */
function setAside(
  file: string,
  at: (does: OperationId, path: string, body?: object) => Step,
): (readonly [keyof Clerks, Step, object])[] {
  const reminder = `/files/${file}/reminder`;
  const [sooner, later] = [dayInIndia(daysFromNow(7)), dayInIndia(daysFromNow(20))];
  const remind = { on: later, words: 'उत्तर देखें' };
  const stop = { reason: 'court', evidence: { kind: 'note', number: 1 } };
  const callBook = { cause: 'court', reason: 'न्यायालय में विचाराधीन', reviewOn: later };
  return [
    ['clerk', at('remindHolder', 'remind', {}), { words: 'कृपया शीघ्र' }],
    ['clerk', at('followFile', 'follow'), {}],
    ['clerk', { does: 'setReminder', method: 'put', path: reminder, body: remind }, { ...remind, on: sooner }],
    ['clerk', { does: 'clearReminder', method: 'delete', path: reminder }, {}],
    ['clerk', at('unfollowFile', 'unfollow'), {}],
    ['officer', at('parkFile', 'park', { event: 'reply_received' }), { until: later }],
    ['officer', at('takeUpFile', 'take-up'), {}],
    ['officer', at('stopClock', 'clock/stop', stop), { ...stop, reason: 'applicant' }],
    ['officer', at('startClock', 'clock/start'), {}],
    ['officer', at('putInCallBook', 'call-book', callBook), { ...callBook, reviewOn: sooner }],
    ['officer', at('reviewCallBook', 'call-book/review', { reviewOn: later }), { reviewOn: sooner }],
    ['officer', at('takeOutOfCallBook', 'call-book/take-out', {}), { remarks: 'निर्णय प्राप्त' }],
  ];
}

const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);

/** Does a step as that person. @returns the body of the answer. */
export type Doing = (by: Actor, step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>;

/** What a walk through the letters of a file has made. */
export interface Letters {
  readonly receiptId: string;
  readonly draftId: string;
  readonly issueId: string;
  /** It is being made. */
  readonly pdfId: string;
  readonly categoryId: string;
}

interface ForLetters {
  readonly file: string;
  /** The letter that comes in. */
  readonly documentId: string;
  /** Under which another file is opened. */
  readonly headId: string;
  /** How many people the letter that goes out is for. */
  readonly addressees?: number;
}

/** From the diary to the dispatch: an uploaded letter comes in, and one goes out, of a file on the officer's desk. */
export async function lettersOfAFile(
  { file, documentId, headId, addressees = 1 }: ForLetters,
  { officer, clerk, stranger, administrator }: Clerks,
  go: Doing,
): Promise<Letters> {
  const entry = {
    ...{ documentId, subject: 'सड़क की मरम्मत', senderName: 'ग्राम प्रधान' },
    ...{ receivedOn: '2026-01-02', deliveryMode: 'post', language: 'hi' },
  };
  const receipt = await go(clerk, post('createReceipt', '/receipts', entry), { ...entry, subject: 'अन्य' });
  const receiptId = String(receipt.id);
  const at = `/receipts/${receiptId}`;
  await marked(at, { officer, clerk, stranger }, go);
  await go(officer, post('openReceipt', `${at}/open`), {});
  const corrected = {
    ...{ subject: 'सड़क एवं पुलिया की मरम्मत', senderName: 'ग्राम प्रधान', senderDesignation: null, senderAddress: null },
    ...{ senderEmail: null, letterNumber: null, letterDate: null, receivedOn: '2026-01-02', deliveryMode: 'post' },
    ...{ language: 'hi', grading: 'normal', urgency: 'ordinary', enclosures: 0, remarks: null, reason: 'विषय अधूरा' },
  };
  const correction = { does: 'correctReceipt', method: 'put', path: `${at}/entry`, ifMatch: '"9"' } as const;
  await go(officer, { ...correction, body: corrected }, { ...corrected, reason: 'अन्य' });
  const put = post('putReceiptInFile', `${at}/put-in-file`, { fileId: file });
  const { serial } = await go(officer, put, { fileId: file, flag: 'fr' });
  const flagged = `/files/${file}/correspondence/${String(serial)}/flag`;
  const flag = { does: 'flagCorrespondence', method: 'put', path: flagged, body: { flag: 'fr' } } as const;
  await go(officer, flag, { flag: 'puc' });
  const off = post('detachLetter', `/files/${file}/correspondence/${String(serial)}/detach`, {
    reason: 'अन्य पत्रावली का',
  });
  await go(officer, off, { reason: 'भूल' });
  await go(officer, put, { fileId: file, flag: 'a' });

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
  await sendingOf(`/issues/${issueId}`, addressees, (step, otherBody) => go(officer, step, otherBody));
  await withdrawing({ issueId, file, content: letter }, (step, otherBody) => go(officer, step, otherBody));
  const key = await signingByTwo({ file, content: letter }, { officer, stranger }, go);
  const pdfId = await pdfsOf(file, (step, otherBody) => go(officer, step, otherBody));
  await phrases((step, otherBody) => go(officer, step, otherBody));
  await views((step, otherBody) => go(officer, step, otherBody));
  await discussion(file, { officer, clerk, key }, go);
  await severalFiles(file, { officer, clerk }, go);
  await takingBack(file, { officer, clerk }, go);
  await filesTogether(file, headId, { officer, clerk }, go);
  await consultation(file, { officer, clerk, stranger }, go);
  await settings((step, otherBody) => go(administrator, step, otherBody));
  const categoryId = await channel({ administrator }, go);
  return { receiptId, draftId, issueId, pdfId, categoryId };
}

/** The clerk marks the receipt to the officer, with a copy to another; it is returned, pulled back and redirected on its way. */
async function marked(
  at: string,
  { officer, clerk, stranger }: Omit<Clerks, 'administrator'>,
  go: Doing,
): Promise<void> {
  const [onward, back] = [{ toPostId: officer.postId }, { reason: 'स्पष्ट करें' }];
  const forward = post('forwardReceipt', `${at}/forward`, onward);
  const copied = { ...onward, copyToPostIds: [stranger.postId] };
  await go(clerk, { ...forward, body: copied }, onward);
  await go(stranger, post('seeReceiptCopy', `${at}/copy/seen`), {});
  await go(officer, post('returnReceipt', `${at}/return`, back), { reason: 'अन्य' });
  await go(clerk, forward, copied);
  await go(clerk, post('pullBackReceipt', `${at}/pull-back`, {}), { reason: 'भूलवश' });
  const severally = (act: object) => ({ receiptIds: [at.slice('/receipts/'.length)], act });
  const [marking, opening] = [severally({ kind: 'forward', ...onward }), severally({ kind: 'open' })];
  await go(clerk, post('doBulkReceiptAct', '/desk/receipts/acts', marking), opening);
  const wrong = { toPostId: stranger.postId, reason: 'अन्य पटल का विषय' };
  await go(officer, post('redirectReceipt', `${at}/redirect`, wrong), { ...wrong, reason: 'अन्य' });
  await go(stranger, forward, { ...onward, remarks: 'कृपया देखें' });
}

/** The administrator keeps a kind of case. @returns its id. */
async function channel({ administrator }: Pick<Clerks, 'administrator'>, go: Doing): Promise<string> {
  const code = `CL-${crypto.randomUUID().slice(0, 8)}`;
  const powers = [{ fromOn: '2026-01-01', levels: [3, 1] }];
  const kept = { code, name: { hi: 'आकस्मिक अवकाश', en: 'Casual leave' }, powers };
  const { id } = await go(administrator, post('keepCaseCategory', '/case-categories', kept), { ...kept, powers: [] });
  return String(id);
}

/** The officer notes what was discussed with the clerk, who confirms it and sends the file back. */
async function discussion(
  file: string,
  { officer, clerk, key }: Pick<Clerks, 'officer' | 'clerk'> & { key: object },
  go: Doing,
): Promise<void> {
  const note = { ...aNote('विचार-विमर्श किया गया।'), kind: 'discussion', discussedWith: [clerk.postId] };
  const { id } = await go(officer, post('addNote', `/files/${file}/notes`, note), aNote('अन्य'));
  const onward = { toPostId: clerk.postId, confirmNote: true };
  await go(officer, post('signNote', `/files/${file}/notes/pending/sign`, key), { ...key, passphrase: 'x' });
  await go(officer, post('forwardFile', `/files/${file}/forward`, onward), { ...onward, remarks: 'कृपया देखें' });
  const answering = post('answerDiscussion', `/discussions/${String(id)}/answer`, { answer: 'confirmed' });
  await go(clerk, answering, { answer: 'not_confirmed', remarks: 'अन्य तथ्य' });
  const back = { toPostId: officer.postId, ...WORDS };
  await go(clerk, post('forwardFile', `/files/${file}/forward`, back), { ...back, remarks: 'कृपया देखें' });
  await go(officer, post('openFile', `/files/${file}/open`), {});
}

/** The officer forwards the file as one of several, and the clerk opens it so. */
async function severalFiles(
  file: string,
  { officer, clerk }: Pick<Clerks, 'officer' | 'clerk'>,
  go: Doing,
): Promise<void> {
  const act = { kind: 'forward', toPostId: clerk.postId };
  const fileIds = [file];
  await go(officer, post('doBulkAct', '/desk/inbox/acts', { fileIds, act }), { fileIds, act: { kind: 'open' } });
  const open = post('doBulkAct', '/desk/inbox/acts', { fileIds, act: { kind: 'open' } });
  await go(clerk, open, { fileIds, act });
  const back = { toPostId: officer.postId, ...WORDS };
  await go(clerk, post('forwardFile', `/files/${file}/forward`, back), { ...back, remarks: 'कृपया देखें' });
  await go(officer, post('openFile', `/files/${file}/open`), {});
}

/**
 * The clerk asks for the file and is refused, asks and withdraws, and gets it back; once the officer has it again, he takes
 * up the note that had stayed with him.
 */
async function takingBack(
  file: string,
  { officer, clerk }: Pick<Clerks, 'officer' | 'clerk'>,
  go: Doing,
): Promise<void> {
  const at = (does: OperationId, path: string, body?: object) => post(does, `/files/${file}/${path}`, body);
  const [asking, other] = [at('askRecall', 'recall', { reason: 'तथ्य जोड़ने हैं' }), { reason: 'अन्य' }];
  await go(clerk, asking, other);
  await go(officer, at('refuseRecall', 'recall/refuse', { reason: 'आदेश हो रहे हैं' }), other);
  await go(clerk, asking, other);
  await go(clerk, at('withdrawRecall', 'recall/withdraw'), {});
  await go(clerk, asking, other);
  const { id } = await go(officer, at('addNote', 'notes', aNote('अभिमत')), aNote('अन्य'));
  await go(officer, at('agreeRecall', 'recall/agree', { pendingNote: 'set_aside' }), { pendingNote: 'confirm' });
  const back = { toPostId: officer.postId, ...WORDS };
  await go(clerk, at('forwardFile', 'forward', back), { ...back, remarks: 'कृपया देखें' });
  await go(officer, at('takeUpNote', `notes/set-aside/${String(id)}/take-up`), {});
  await go(officer, { does: 'discardNote', method: 'delete', path: `/files/${file}/notes/pending` }, {});
}

/** One PDF is given up, and another of the same file asked for. */
async function pdfsOf(
  file: string,
  go: (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
): Promise<string> {
  const asking = post('askForPdf', `/files/${file}/pdfs`, {});
  const { id } = await go(asking, { selection: 'C/1' });
  await go(post('cancelPdf', `/pdfs/${String(id)}/cancel`), {});
  return String((await go(asking, { selection: 'C/1' })).id);
}

/** One phrase is taken away again, and another stays. */
async function phrases(
  go: (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  const text = { hi: 'आदेशार्थ प्रस्तुत।', en: null };
  const english = { hi: null, en: 'Submitted for orders.' };
  const saving = post('saveQuickPhrase', '/quick-phrases', { of: 'unit', text });
  const { id } = await go(saving, { of: 'person', text });
  const path = `/quick-phrases/${String(id)}`;
  const changed = { text: english, place: 1 };
  await go({ does: 'changeQuickPhrase', method: 'put', path, body: changed, ifMatch: '"1"' }, { ...changed, text });
  await go({ does: 'deleteQuickPhrase', method: 'delete', path }, {});
  await go(saving, { of: 'person', text });
}

/** One view of the inbox is taken away again, and another stays. */
async function views(go: (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>): Promise<void> {
  // No two alike: this part of the life is lived more than once.
  const view = { name: crypto.randomUUID(), filters: { late: true }, isFirst: true };
  const saving = post('saveDeskView', '/desk/views', view);
  const { id } = await go(saving, { ...view, isFirst: false });
  const path = `/desk/views/${String(id)}`;
  const changed = { ...view, name: 'अपठित', filters: { unread: true } };
  await go({ does: 'changeDeskView', method: 'put', path, body: changed, ifMatch: '"1"' }, view);
  await go({ does: 'deleteDeskView', method: 'delete', path }, {});
  await go(saving, { ...view, isFirst: false });
}

/** The letter comes back from the first of its addressees, and then goes to all of them. */
async function sendingOf(
  letter: string,
  addressees: number,
  go: (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
  const address = { recipient: 0, email: 'pradhan@example.in' };
  const elsewhere = { ...address, email: 'other@example.in' };
  await go({ does: 'confirmAddress', method: 'put', path: `${letter}/address`, body: address }, elsewhere);
  const recipients = Array.from({ length: addressees }, (_, recipient) => recipient);
  const mark = { recipients, reason: 'पद समाप्त' };
  await go(post('markNotToBeSent', `${letter}/not-to-be-sent`, mark), { ...mark, reason: 'अन्य' });
  await go(post('markToBeSent', `${letter}/to-be-sent`, { recipients }), { recipients: [1] });
  const follow = (dispatchId: string | undefined, body: object): Step => {
    return { does: 'followDispatch', method: 'put', path: `${letter}/dispatches/${dispatchId ?? ''}`, body };
  };
  const posted = { dispatches: [{ recipient: 0, mode: 'registered_post', postage: 4200 }] };
  const first = await go(post('dispatchIssue', `${letter}/dispatches`, posted), {
    dispatches: [{ recipient: 0, mode: 'speed_post' }],
  });
  const [returned] = first.dispatchIds as string[];
  await go(follow(returned, { outcome: 'returned', reason: 'प्रेषिती नहीं मिला' }), { outcome: 'delivered' });
  const dispatches = recipients.map((recipient) => ({ recipient, mode: 'by_hand' }));
  const sent = await go(post('dispatchIssue', `${letter}/dispatches`, { dispatches }), {
    dispatches: [{ recipient: 0, mode: 'post' }],
  });
  const [dispatchId] = sent.dispatchIds as string[];
  await go(follow(dispatchId, { outcome: 'delivered' }), { trackingNumber: 'EU123456789IN' });
}

function post(does: OperationId, path: string, body?: object): Step {
  return { does, method: 'post', path, ...(body ? { body } : {}) };
}
