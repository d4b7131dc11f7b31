import type { OperationId } from '@patravali/contract';
import { aNote, type Clerks } from '../http/clerks';
import { type Doing, post, type Step } from '../http/repetition';
import { WORDS } from '../office/words';

/** The officer notes what was discussed with the clerk, who confirms it and sends the file back. */
export async function discussion(
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
export async function severalFiles(
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
export async function takingBack(
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

/** One phrase is taken away again, and another stays. */
export async function phrases(
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
export async function views(
  go: (step: Step, otherBody: object) => Promise<Readonly<Record<string, unknown>>>,
): Promise<void> {
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
