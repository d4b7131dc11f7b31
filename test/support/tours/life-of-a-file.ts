import type { OperationId } from '@patravali/contract';
import { dayInIndia } from '@patravali/language';
import { aNote, type Clerks } from '../http/clerks';
import { post, type Step } from '../http/repetition';
import { WORDS } from '../office/words';

/**
 * The life of a file that lies new on the clerk's desk, until it lies on the officer's: who does what, and what would have been
 * another request. What the officer may do there with any file is among the plain acts.
 */
export function lifeOfAFile(file: string, { officer, clerk }: Clerks): (readonly [keyof Clerks, Step, object])[] {
  const at = (does: OperationId, path: string, body?: object): Step => post(does, `/files/${file}/${path}`, body);
  const pending = `/files/${file}/notes/pending`;
  const onward = { toPostId: officer.postId, ...WORDS };
  const down = { toPostId: clerk.postId, ...WORDS };
  const up = { toPostId: officer.postId };
  const note = aNote('परीक्षण किया गया।');
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
    ...setAside(file, at),
  ];
}

/** The clerk follows the file and reminds the officer, who stops its clock, and puts it in the call book and takes it out again. */
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
    ['officer', at('stopClock', 'clock/stop', stop), { ...stop, reason: 'applicant' }],
    ['officer', at('startClock', 'clock/start'), {}],
    ['officer', at('putInCallBook', 'call-book', callBook), { ...callBook, reviewOn: sooner }],
    ['officer', at('reviewCallBook', 'call-book/review', { reviewOn: later }), { reviewOn: sooner }],
    ['officer', at('takeOutOfCallBook', 'call-book/take-out', {}), { remarks: 'निर्णय प्राप्त' }],
  ];
}

const daysFromNow = (days: number) => new Date(Date.now() + days * 24 * 60 * 60 * 1000);
