import { type Clerks } from '../http/clerks';
import { type Doing, post } from '../http/repetition';

interface ComingIn {
  /** Into which the letter goes. */
  readonly file: string;
  readonly documentId: string;
}

/** An uploaded letter is entered in the diary, marked to the officer, corrected, and put in a file. @returns the id of the receipt. */
export async function comesIn(
  { file, documentId }: ComingIn,
  { officer, clerk, stranger }: Omit<Clerks, 'administrator' | 'auditor'>,
  go: Doing,
): Promise<string> {
  const entry = {
    documentId,
    subject: 'सड़क की मरम्मत',
    senderName: 'ग्राम प्रधान',
    receivedOn: '2026-01-02',
    deliveryMode: 'post',
    language: 'hi',
  };
  const receipt = await go(clerk, post('createReceipt', '/receipts', entry), { ...entry, subject: 'अन्य' });
  const receiptId = String(receipt.id);
  const at = `/receipts/${receiptId}`;
  await marked(at, { officer, clerk, stranger }, go);
  await go(officer, post('openReceipt', `${at}/open`), {});
  const corrected = {
    subject: 'सड़क एवं पुलिया की मरम्मत',
    senderName: 'ग्राम प्रधान',
    senderDesignation: null,
    senderAddress: null,
    senderEmail: null,
    letterNumber: null,
    letterDate: null,
    receivedOn: '2026-01-02',
    deliveryMode: 'post',
    language: 'hi',
    grading: 'normal',
    urgency: 'ordinary',
    enclosures: 0,
    remarks: null,
    reason: 'विषय अधूरा',
  };
  const correction = { does: 'correctReceipt', method: 'put', path: `${at}/entry`, ifMatch: '"9"' } as const;
  await go(officer, { ...correction, body: corrected }, { ...corrected, reason: 'अन्य' });
  const ending = post('closeReceipt', `${at}/close`, { reason: 'मात्र सूचनार्थ' });
  await go(officer, ending, { reason: 'अन्य' });
  const taking = post('reopenReceipt', `${at}/reopen`, { reason: 'स्मरण पत्र आया' });
  await go(officer, taking, { reason: 'अन्य' });
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
  return receiptId;
}

/** A letter is diarised by its cover, and completed by who holds it with the scan that he has uploaded. */
export async function comesInCover(documentId: string, clerk: Clerks['clerk'], go: Doing): Promise<void> {
  const said = { receivedOn: '2026-01-02', deliveryMode: 'post', language: 'hi', senderName: 'ग्राम प्रधान' };
  const cover = { ...said, cover: 'sealed', subject: 'मोहर लगा लिफ़ाफ़ा' };
  const { id } = await go(clerk, post('createReceipt', '/receipts', cover), { ...cover, cover: 'by_name' });
  const nothing = { senderDesignation: null, senderAddress: null, senderEmail: null, letterNumber: null };
  const rest = { letterDate: null, grading: 'normal', urgency: 'ordinary', enclosures: 0, remarks: null };
  const body = { ...said, ...nothing, ...rest, subject: 'जाँच आख्या', documentId };
  const completing = post('completeReceipt', `/receipts/${String(id)}/complete`, body);
  await go(clerk, { ...completing, ifMatch: '"1"' }, { ...body, subject: 'अन्य' });
}

/** The clerk marks the receipt to the officer, with a copy to another; it is returned, pulled back and redirected on its way. */
async function marked(
  at: string,
  { officer, clerk, stranger }: Omit<Clerks, 'administrator' | 'auditor'>,
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
