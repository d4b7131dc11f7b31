import { useApi } from '../support/api';
import { aLetter, aNote, appointClerks, type Clerks, openAFile } from '../support/clerks';

describe('letters of every form over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  let fileId: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    fileId = await openAFile(api(), clerks.officer);
  });

  const put = (changes: object) =>
    api().as(clerks.officer, 'post', `/files/${fileId}/drafts`, {
      body: { content: { ...aLetter(clerks.officer.postId), ...changes } },
    });
  const refusedAt = (pointer: string, detail: string) => ({
    ...{ status: 422, body: { code: 'invalid-input', errors: [{ pointer, detail }] } },
  });

  it.each([
    ['a letter without an addressee', { addressees: [] }, '#/content/addressees', 'addressee-needed'],
    ['an order with one', { form: 'office_order' }, '#/content/addressees', 'not-in-form'],
    ['a letter with a part of the Gazette', { publication: 'भाग-4' }, '#/content/form', 'not-in-form'],
    ['who was present at a letter', { present: ['जिलाधिकारी'] }, '#/content/form', 'not-in-form'],
    [
      'an English text of a letter in Hindi',
      { english: { subject: 'Road', body: aNote('Text').text } },
      '#/content/english',
      'one-language',
    ],
  ])('refuse %s, and point to it', async (_, changes, pointer, detail) => {
    expect(await put(changes)).toMatchObject(refusedAt(pointer, detail));
  });

  it('refuse a form that the manual does not have', async () => {
    const { status, body } = await put({ form: 'telegram' });
    expect([status, body]).toMatchObject([422, { errors: [{ pointer: '#/content/form' }] }]);
  });

  it('take one of each kind', async () => {
    const english = { subject: 'Road', body: aNote('Text').text };
    const annexures = [{ title: 'सूची', body: aNote('पाठ').text }];
    for (const changes of [
      { form: 'office_order', addressees: [] },
      { form: 'minutes', addressees: [], present: ['जिलाधिकारी'] },
      { form: 'notification', publication: 'भाग-4', language: 'bilingual', english },
      { form: 'reminder', reminder: 2, attention: 'श्री वर्मा' },
      { form: 'id_note', annexures },
    ])
      expect([changes.form, (await put(changes)).status]).toEqual([changes.form, 201]);
  });
});

describe('the layout of letters over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  beforeAll(async () => {
    clerks = await appointClerks(api());
  });
  const letterhead = { layout: 'uttar_pradesh', place: { hi: 'आजमगढ़', en: 'Azamgarh' } };

  it('is set by administrators (403 for others) and read by all', async () => {
    const refused = await api().as(clerks.officer, 'put', '/letterhead', { body: letterhead });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'not-allowed' }]);
    const set = await api().as(clerks.administrator, 'put', '/letterhead', { body: letterhead });
    expect([set.status, set.body]).toEqual([200, letterhead]);
    expect((await api().as(clerks.clerk, 'get', '/letterhead')).body).toEqual(letterhead);
  });

  it('is one of those that there are, with a place in both languages or none', async () => {
    for (const [wrong, pointer] of [
      [{ ...letterhead, layout: 'free' }, '#/layout'],
      [{ ...letterhead, place: { hi: 'आजमगढ़' } }, '#/place/en'],
    ] as const) {
      const { status, body } = await api().as(clerks.administrator, 'put', '/letterhead', { body: wrong });
      expect([status, body]).toMatchObject([422, { errors: [{ pointer }] }]);
    }
  });
});
