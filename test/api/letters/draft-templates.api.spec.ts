import type { Actor } from '@patravali/authorization';
import { useApi } from '../../support/http/api';
import { aLetter, aNote, appointClerks, aTemplate, type Clerks, openAFile } from '../../support/http/clerks';

describe('templates of drafts over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  let fileId: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    fileId = await openAFile(api(), clerks.officer);
  });

  const keep = (by: Actor, body: object) => api().as(by, 'post', '/draft-templates', { body });
  const kept = async (by: Actor, body: object) => ((await keep(by, body)).body as { id: string }).id;
  const list = async (by: Actor, query = '') => {
    const { body } = await api().as(by, 'get', `/draft-templates${query}`);
    return (body as { items: { id: string; code: string; inUse: boolean }[] }).items;
  };
  const retire = (by: Actor, id: string) => api().as(by, 'post', `/draft-templates/${id}/retire`, { body: {} });
  const letter = (changes: object = {}) => ({ ...aLetter(clerks.officer.postId), ...changes });
  const begin = (templateId: string, content: object) =>
    api().as(clerks.officer, 'post', `/files/${fileId}/drafts`, { body: { content, templateId } });

  it('of the office are kept by administrators alone, those of a unit by its head', async () => {
    const { officer, clerk, administrator } = clerks;
    expect(await keep(officer, aTemplate('A'))).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await keep(administrator, aTemplate('A'))).status).toBe(200);
    const ofUnit = { ...aTemplate('U'), of: 'unit' };
    const head = await api().office.actor({ marking: 'DD(EST)', level: 2 });
    expect(await keep(officer, ofUnit)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await keep(head, ofUnit)).status).toBe(200);
    const assistant = await api().office.actor({ marking: 'JD(EST)', level: 1, capacity: 'assistant' });
    expect(await keep(assistant, ofUnit)).toMatchObject({ status: 403, body: { code: 'not-for-assistants' } });
    expect((await list(clerk)).map(({ code }) => code)).toEqual(['A', 'U']);
  });

  it('are known again by their code, and may be retired once, until they are kept anew', async () => {
    const { administrator, clerk } = clerks;
    const id = await kept(administrator, aTemplate('B'));
    expect(await kept(administrator, { ...aTemplate('B'), name: { hi: 'अन्य', en: 'Other' } })).toBe(id);
    expect(await retire(clerk, id)).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect((await retire(administrator, id)).status).toBe(200);
    expect(await retire(administrator, id)).toMatchObject({ status: 409, body: { code: 'template-retired' } });
    expect((await list(clerk, '?inUse=true')).map((each) => each.id)).not.toContain(id);
    expect((await list(clerk, '?inUse=false')).map((each) => each.id)).toEqual([id]);
    expect(await begin(id, letter())).toMatchObject({ status: 409, body: { code: 'template-retired' } });
    await keep(administrator, aTemplate('B'));
    expect((await list(clerk, '?inUse=true&form=letter&language=hi')).map((each) => each.id)).toContain(id);
    expect(await list(clerk, '?form=order')).toEqual([]);
  });

  it.each([
    [
      'a field that there is not',
      { content: { subject: '{कुछ}', body: aNote('पाठ').text } },
      '#/content/body',
      'unknown-field',
    ],
    ['a series without its year', { series: '{serial}/R' }, '#/series', 'issue-series'],
    ['a series with what is not known', { series: '{serial}/{year}/{file}' }, '#/series', 'issue-series'],
    [
      'an English text of a template in Hindi',
      { content: { ...aTemplate('').content, english: { subject: 'x', body: aNote('x').text } } },
      '#/content/english',
      'one-language',
    ],
    [
      'addressees of a form that has none',
      { form: 'order', content: { ...aTemplate('').content, addressees: [{ name: 'अ' }] } },
      '#/content/addressees',
      'not-in-form',
    ],
    ['a code with a space', { code: 'A B' }, '#/code', 'name'],
  ])('refuse %s, and point to it', async (_, changes, pointer, code) => {
    const { status, body } = await keep(clerks.administrator, { ...aTemplate('C'), ...changes });
    expect([status, body]).toMatchObject([422, { code: 'invalid-input', errors: [{ pointer, code }] }]);
  });

  it('bring addressees, copies and enclosures; what is known is filled in in the words of an enclosure too', async () => {
    const parties = {
      addressees: [{ name: 'जिलाधिकारी', address: 'आज़मगढ़' }],
      copyTo: [{ name: 'कोषाधिकारी' }],
      enclosures: ['{पत्रावली संख्या} की प्रति'],
    };
    const template = aTemplate('P');
    const id = await kept(clerks.administrator, { ...template, content: { ...template.content, ...parties } });
    const listed = (await list(clerks.clerk)).find((each) => each.id === id);
    expect(listed).toMatchObject({ content: parties });
    const begun = await begin(id, letter(parties));
    const { body } = await api().as(clerks.officer, 'get', `/drafts/${(begun.body as { id: string }).id}`);
    const view = body as { content: { enclosures: string[] }; file: { number: string } };
    expect(view.content.enclosures).toEqual([`${view.file.number} की प्रति`]);
  });

  it('fill in what is known when a draft begins, and leave the rest in its braces', async () => {
    const id = await kept(clerks.administrator, aTemplate('D'));
    const words = (text: string) => ({ body: aNote(text).text });
    const content = letter({
      subject: '{पत्रावली का विषय} के सम्बन्ध में',
      ...words('{file number} को {प्राप्तकर्ता} द्वारा {उत्तर की तिथि} तक, {designation}, {office}'),
    });
    const begun = await begin(id, content);
    expect(begun.status).toBe(201);
    const { body } = await api().as(clerks.officer, 'get', `/drafts/${(begun.body as { id: string }).id}`);
    const view = body as { content: { subject: string; body: object }; file: { number: string; subject: string } };
    expect(view.content.subject).toBe(`${view.file.subject} के सम्बन्ध में`);
    const [text] = /"text":"[^"]*"/.exec(JSON.stringify(view.content.body)) ?? [];
    expect(text).toContain(`${view.file.number} को जिलाधिकारी द्वारा {उत्तर की तिथि} तक, `);
    expect(text).not.toMatch(/\{(designation|office)\}/);

    const dated = await begin(id, { ...content, replyBy: '2026-12-15' });
    const second = await api().as(clerks.officer, 'get', `/drafts/${(dated.body as { id: string }).id}`);
    expect(JSON.stringify(second.body)).toContain('15 दिसम्बर, 2026 तक');
  });

  it('are not for a letter of another form or language, nor for another unit, nor filled in where the letter gets too long', async () => {
    const id = await kept(clerks.administrator, aTemplate('E'));
    const refused = (pointer: string, code: string) => ({
      status: 422,
      body: { code: 'invalid-input', errors: [{ pointer, code }] },
    });
    expect(await begin(id, letter({ language: 'en' }))).toMatchObject(refused('#/templateId', 'another-form'));
    expect(await begin(id, letter({ form: 'id_note' }))).toMatchObject(refused('#/templateId', 'another-form'));
    expect(await begin(crypto.randomUUID(), letter())).toMatchObject(refused('#/templateId', 'unknown-template'));
    const longest = await openAFile(api(), clerks.officer, 'क'.repeat(400));
    const content = letter({ subject: '{file subject}'.repeat(3) });
    const body = { content, templateId: id };
    const tooLong = await api().as(clerks.officer, 'post', `/files/${longest}/drafts`, { body });
    expect(tooLong).toMatchObject(refused('#/content', 'too-long'));
  });

  it('may name a series of numbers of their own, which runs without a gap beside that of the office', async () => {
    const id = await kept(clerks.administrator, { ...aTemplate('F'), series: '{serial}/विशेष/{year}' });
    const issue = async (templateId?: string) => {
      const path = `/files/${fileId}/drafts`;
      const addressees = [{ name: crypto.randomUUID() }];
      const body = { content: letter({ addressees }), ...(templateId && { templateId }) };
      const draft = (await api().as(clerks.officer, 'post', path, { body })).body as { id: string };
      await api().as(clerks.officer, 'post', `/drafts/${draft.id}/approve`, { body: { draftVersion: 1 } });
      const issued = await api().as(clerks.officer, 'post', `/drafts/${draft.id}/issue`, { body: {} });
      return (issued.body as { number: string }).number;
    };
    const numbers = [await issue(id), await issue(), await issue(id)];
    await retire(clerks.administrator, id);
    expect(numbers).toEqual([
      expect.stringMatching(/^1\/विशेष\/\d{4}/u),
      expect.not.stringContaining('विशेष'),
      expect.stringMatching(/^2\/विशेष\/\d{4}/u),
    ]);
  });
});
