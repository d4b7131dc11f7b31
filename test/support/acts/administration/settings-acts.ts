import { make } from '../../../../libs/platform/signatures/test/made-certificates';
import { aTemplate } from '../../http/clerks';
import { post, type Step } from '../../http/repetition';
import { asP12 } from '../../signing/made-keys';

/** What the administrator says of the office. */
export async function settings(
  go: (step: Step, otherBody: object) => Promise<unknown>,
  documentId: string,
): Promise<void> {
  const days = [{ day: '2099-11-04', name: { hi: 'दीपावली', en: 'Diwali' } }];
  const body = { year: 2099, restDays: [{ weekday: 'sunday' }, { weekday: 'saturday', weeks: [2] }], days };
  const items = [{ code: 'top_priority', name: { hi: 'आज ही', en: 'Out Today' }, setBy: 'officer' }];
  const urgencies = { items, reason: 'शासनादेश संख्या 24/2099' };
  const naming = { does: 'setUrgencies', method: 'put', path: '/urgencies', body: urgencies } as const;
  await go(naming, { ...urgencies, items: [] });
  const head = { layout: 'uttar_pradesh', place: { hi: 'आजमगढ़', en: 'Azamgarh' }, keptLanguages: 'bilingual' };
  await templates(go, documentId);
  await go({ does: 'setLetterhead', method: 'put', path: '/letterhead', body: head }, { ...head, place: null });
  const rule = { signedForms: ['do_letter'] };
  await go({ does: 'setSigningRule', method: 'put', path: '/signing-rule', body: rule }, { signedForms: [] });
  await go({ does: 'setCalendar', method: 'put', path: '/calendar', body }, { ...body, restDays: [] });
  await oneDay(go);
}

/** A local holiday is declared at a day's notice and taken back, and the week becomes another. */
async function oneDay(go: (step: Step, otherBody: object) => Promise<unknown>): Promise<void> {
  const reason = 'जिलाधिकारी का आदेश संख्या 25/2099';
  const holiday = { day: '2099-03-04', name: { hi: 'स्थानीय मेला', en: 'Local fair' } };
  const declaring = { year: 2099, days: [holiday], reason };
  await go(post('declareDays', '/calendar/days', declaring), { ...declaring, reason: 'x' });
  const withdrawing = { day: holiday.day, reason };
  await go(post('withdrawDay', '/calendar/days/withdraw', withdrawing), { ...withdrawing, reason: 'x' });
  const week = { restDays: [{ weekday: 'sunday' }, { weekday: 'saturday', weeks: [2, 4] }], reason };
  await go({ does: 'setRestDays', method: 'put', path: '/calendar/rest-days', body: week }, { ...week, restDays: [] });
}

/** The administrator keeps three templates; a document goes with the first and is taken off, and it is retired. */
async function templates(go: (step: Step, otherBody: object) => Promise<unknown>, documentId: string): Promise<void> {
  const kept = aTemplate(crypto.randomUUID().slice(0, 8));
  const keeping = { does: 'keepDraftTemplate', method: 'post', path: '/draft-templates', body: kept } as const;
  const { id } = (await go(keeping, { ...kept, code: 'अन्य' })) as { id: string };
  const [documents, reason] = [`/draft-templates/${id}/documents`, 'शासनादेश संख्या 27/2099'];
  const adding = { documentId, title: 'प्रपत्र 1', reason };
  await go(post('addTemplateDocument', documents, adding), { ...adding, title: 'x' });
  await go(post('takeOffTemplateDocument', `${documents}/${documentId}/take-off`, { reason }), { reason: 'x' });
  await go({ does: 'retireDraftTemplate', method: 'post', path: `/draft-templates/${id}/retire` }, {});
  for (const body of [aTemplate(crypto.randomUUID().slice(0, 8)), aTemplate(crypto.randomUUID().slice(0, 8))])
    await go({ ...keeping, body }, kept);
}

/** The administrator names a witness, brings a key of the office, makes one for trials, and takes both back. */
export async function connections(go: (step: Step, otherBody: object) => Promise<unknown>): Promise<void> {
  const reason = 'कार्यालय आदेश संख्या 26/2099';
  const key = `away.example/witness+01234567+BA${'x'.repeat(42)}`;
  const naming = { setting: { connection: 'witness', fields: { url: 'http://127.0.0.1:9', key } }, reason };
  await go(post('setConnection', '/connections', naming), { ...naming, reason: 'x' });
  const ending = (connection: string) => ({ connection, reason });
  await go(post('clearConnection', '/connections/clear', ending('witness')), { ...ending('witness'), reason: 'x' });
  const bringing = { ...(await asP12(make({ name: 'Office' }), [])), reason };
  await go(post('setOfficeKey', '/connections/signing-key', bringing), { ...bringing, reason: 'x' });
  await go(post('makeTrialKey', '/connections/signing-key/trial', { reason }), { reason: 'x' });
  await go(post('clearConnection', '/connections/clear', ending('signing-key')), ending('mail'));
}
