import { anEmblem } from '../../support/papers/an-emblem';
import { useApi } from '../../support/http/api';
import { aLetter, aNote, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';

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
  const refusedAt = (pointer: string, code: string) => ({
    status: 422,
    body: { code: 'invalid-input', errors: [{ pointer, code }] },
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
  ])('refuse %s, and point to it', async (_, changes, pointer, code) => {
    expect(await put(changes)).toMatchObject(refusedAt(pointer, code));
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
  /** Where the office of the tests is reached, until it is said anew. */
  const reached = { address: { hi: 'लखनऊ', en: 'Lucknow' }, phone: '0522-2222222', email: 'office@example.in' };

  it('is set by administrators (403 for others) and read by all', async () => {
    const refused = await api().as(clerks.officer, 'put', '/letterhead', { body: letterhead });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'not-allowed' }]);
    const set = await api().as(clerks.administrator, 'put', '/letterhead', { body: letterhead });
    const whole = {
      ...letterhead,
      ...reached,
      keptLanguages: 'bilingual',
      languages: 'bilingual',
      colour: null,
      emblem: null,
    };
    expect([set.status, set.body]).toEqual([200, whole]);
    expect((await api().as(clerks.clerk, 'get', '/letterhead')).body).toEqual(whole);
  });

  it('has a colour, languages and an emblem, which stay until they are said anew', async () => {
    const put = (changes: object) =>
      api().as(clerks.administrator, 'put', '/letterhead', { body: { ...letterhead, ...changes } });
    const look = { languages: 'en', colour: '#1a5c4a', emblem: anEmblem().toString('base64') };
    const whole = { ...letterhead, ...reached, ...look, keptLanguages: 'bilingual', emblem: 'png' };
    expect((await put(look)).body).toEqual(whole);
    expect((await put({ languages: 'hi' })).body).toMatchObject({ languages: 'hi', colour: '#1a5c4a', emblem: 'png' });
    expect((await put({ colour: null, emblem: null })).body).toMatchObject({ colour: null, emblem: null });
  });

  it.each([
    ['a colour by its name', { colour: 'red' }, '#/colour', 'colour'],
    ['an emblem that is no picture', { emblem: Buffer.from('<svg/>').toString('base64') }, '#/emblem', 'not-a-picture'],
    [
      'a picture that is cut off',
      { emblem: anEmblem().subarray(0, -20).toString('base64') },
      '#/emblem',
      'not-a-picture',
    ],
    ['a picture that is too large', { emblem: 'A'.repeat(87_388) }, '#/emblem', 'too-large'],
  ])('refuses %s', async (_, changes, pointer, code) => {
    const body = { ...letterhead, ...changes };
    const refused = await api().as(clerks.administrator, 'put', '/letterhead', { body });
    expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ pointer, code }] }]);
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
