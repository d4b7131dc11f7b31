import type { Actor } from '@patravali/authorization';
import { type Asked, useApi } from '../../support/http/api';
import { appointClerks, type Clerks } from '../../support/http/clerks';
import { WORDS } from '../../support/office/words';

const NAME = { hi: 'क्रय', en: 'Purchase' };
const FROM = '2020-01-01';

/** A clerk (7) below an officer (5) below a chief (3). */
describe('kinds of cases over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  let chief: Actor;
  let officer: Actor;
  let clerk: Actor;
  beforeAll(async () => {
    const { office } = api();
    clerks = await appointClerks(api());
    chief = await office.actor({ marking: 'CAO', level: 3 });
    officer = await office.actor({ marking: 'AO(EST)', level: 5, superior: chief });
    clerk = await office.actor({ marking: 'HA(EST)', level: 7, roles: ['dealing_hand'], superior: officer });
  });

  const ask = (by: Actor, method: 'get' | 'post' | 'put', path: string, asked: Asked = {}) =>
    api().as(by, method, path, asked);
  const keep = (by: Actor, body: object) => ask(by, 'post', '/case-categories', { body });
  const category = async (code: string) => {
    const powers = [{ fromOn: FROM, levels: [5, 3] }];
    const { body } = await keep(clerks.administrator, { code, name: NAME, powers });
    return (body as { id: string }).id;
  };
  const fileOf = async (categoryId: string | null) => {
    const body = { headId: api().office.headId, subject: 'क्रय प्रस्ताव', categoryId };
    return ((await ask(clerk, 'post', '/files', { body })).body as { id: string }).id;
  };

  it('are kept by administrators alone (403), added and then brought up to date, never taken away', async () => {
    const kept = { code: 'GEM', name: NAME, powers: [{ fromOn: FROM, levels: [5, 3] }] };
    for (const by of [clerk, officer, clerks.stranger])
      expect((await keep(by, kept)).body).toMatchObject({ status: 403, code: 'not-allowed' });
    expect((await keep(clerks.administrator, kept)).body).toMatchObject({ added: 2, changed: 0 });
    expect((await keep(clerks.administrator, kept)).body).toMatchObject({ added: 0, changed: 0 });
    const later = { ...kept, powers: [{ fromOn: '2999-04-01', levels: [5] }] };
    expect((await keep(clerks.administrator, later)).body).toMatchObject({ added: 1, changed: 0 });
    const { body } = await ask(clerk, 'get', '/case-categories?limit=200');
    const [found] = (body as { items: { code: string }[] }).items.filter(({ code }) => code === 'GEM');
    expect(found).toMatchObject({ name: NAME, powers: [{ levels: [5, 3] }, { fromOn: '2999-04-01', levels: [5] }] });
  });

  it('change none that is there where a new one is meant (409)', async () => {
    const add = (code: string, name: object) =>
      keep(clerks.administrator, { code, isNew: true, name, powers: [{ fromOn: FROM, levels: [5] }] });
    expect((await add('NEW', NAME)).body).toMatchObject({ added: 2, changed: 0 });
    expect((await add('NEW', { hi: 'अन्य', en: 'Another' })).body).toMatchObject({
      status: 409,
      code: 'category-code-taken',
      params: { code: 'NEW' },
      errors: [{ pointer: '#/code' }],
    });
    const { body } = await ask(clerk, 'get', '/case-categories?limit=200');
    expect((body as { items: object[] }).items).toContainEqual(expect.objectContaining({ code: 'NEW', name: NAME }));
  });

  it.each([
    ['levels that do not go up', { powers: [{ fromOn: FROM, levels: [3, 5] }] }, 'invalid-input', '#/powers/0/levels'],
    [
      'a long ladder without a reason',
      { powers: [{ fromOn: FROM, levels: [9, 7, 5, 4, 3] }] },
      'ladder-needs-reason',
      '#/powers/0/reason',
    ],
    ['a code with spaces', { code: 'a b' }, 'invalid-input', '#/code'],
    ['a unit of nobody', { unitId: '01a20e3d-5094-73bb-865d-8541f1b028fd' }, 'unknown-unit', '#/unitId'],
    [
      'a final authority that is not there',
      { powers: [{ fromOn: FROM, levels: [3], finalPostId: '01a20e3d-5094-73bb-865d-8541f1b028fd' }] },
      'unknown-post',
      '#/powers/0/finalPostId',
    ],
  ])('are refused with %s (422)', async (_, wrong, code, pointer) => {
    const { body } = await keep(clerks.administrator, { code: 'WRONG', name: NAME, powers: [], ...wrong });
    expect(body).toMatchObject({ status: 422, code, errors: [{ pointer }] });
  });

  it('have a final authority on the last level of the ladder', async () => {
    const powers = (finalPostId: string) => [{ fromOn: FROM, levels: [5, 3], finalPostId }];
    const named = (post: Actor) => keep(clerks.administrator, { code: 'ONE', name: NAME, powers: powers(post.postId) });
    expect((await named(officer)).body).toMatchObject({
      status: 422,
      code: 'invalid-input',
      errors: [{ pointer: '#/powers/0/finalPostId', code: 'final-level' }],
    });
    expect((await named(chief)).body).toMatchObject({ added: 2 });
  });

  it('say the way of a case from a post, and refuse what there is not', async () => {
    const categoryId = await category('WAY');
    const way = async (query: Record<string, string>) =>
      (await ask(clerk, 'get', `/channel/way?${new URLSearchParams(query).toString()}`)).body;
    expect(await way({ categoryId, fromPostId: clerk.postId })).toMatchObject({
      fromOn: FROM,
      levels: 3,
      posts: { [chief.postId]: { marking: 'CAO' } },
      rungs: [{ isFinal: false }, { post: officer.postId, level: 5 }, { post: chief.postId, isFinal: true }],
    });
    expect(await way({ categoryId, fromPostId: chief.postId })).toMatchObject({
      levels: 1,
      rungs: [{ isFinal: true }],
    });
    const nowhere = '01a20e3d-5094-73bb-865d-8541f1b028fd';
    expect(await way({ categoryId: nowhere, fromPostId: clerk.postId })).toMatchObject({
      status: 422,
      code: 'unknown-category',
      errors: [{ pointer: '#/categoryId' }],
    });
    expect(await way({ categoryId, fromPostId: nowhere })).toMatchObject({
      status: 422,
      code: 'unknown-post',
      errors: [{ pointer: '#/fromPostId' }],
    });
  });

  it('name the level that is jumped (422) and the post of the way back (409), in both languages', async () => {
    const fileId = await fileOf(await category('JUMP'));
    const forward = (by: Actor, to: Actor, more: object = {}, language = 'en') =>
      ask(by, 'post', `/files/${fileId}/forward`, {
        headers: { 'accept-language': language },
        body: { toPostId: to.postId, ...WORDS, ...more },
      });
    expect((await forward(clerk, chief)).body).toMatchObject({
      status: 422,
      code: 'jump-needs-reason',
      params: { post: 'AO(EST)' },
      errors: [{ pointer: '#/remarks' }],
      detail: expect.stringContaining('passes over AO(EST)') as string,
    });
    expect((await forward(clerk, chief, {}, 'hi')).body).toMatchObject({
      detail: expect.stringContaining('AO(EST) का स्तर छूट जाता है') as string,
    });
    expect((await forward(clerk, chief, { remarks: 'अत्यावश्यक' })).status).toBe(200);
    expect((await forward(chief, clerk)).body).toMatchObject({
      status: 409,
      code: 'way-back-first',
      params: { post: 'AO(EST)' },
      errors: [{ pointer: '#/toPostId' }],
    });
    const returned = await ask(chief, 'post', `/files/${fileId}/return`, { body: { reason: 'अपूर्ण' } });
    expect(returned.body).toMatchObject({ code: 'way-back-first' });
    const { body } = await ask(chief, 'get', `/files/${fileId}`);
    expect(body).toMatchObject({
      levels: [7, 3],
      wayBack: officer.postId,
      category: { code: 'JUMP' },
      channel: { rungs: [{ state: 'passed' }, { state: 'owed' }, { state: 'here', isFinal: true }], ahead: [] },
      suggestions: [
        { post: officer.postId, why: 'way_back' },
        { post: clerk.postId, why: 'sender' },
      ],
    });
    expect((await forward(chief, officer)).status).toBe(200);
    expect((await forward(officer, clerk)).status).toBe(200);
  });

  it('are not given to a file where there is none such (422)', async () => {
    const body = { headId: api().office.headId, subject: 'क्रय', categoryId: crypto.randomUUID() };
    expect((await ask(clerk, 'post', '/files', { body })).body).toMatchObject({
      status: 422,
      code: 'unknown-category',
    });
  });

  it('tell officers and administrators of levels, and nobody else', async () => {
    expect((await ask(clerk, 'get', '/channel/levels')).body).toMatchObject({ status: 403, code: 'not-allowed' });
    for (const by of [officer, clerks.administrator]) {
      const { body } = await ask(by, 'get', '/channel/levels');
      expect(body).toMatchObject({ moved: { distribution: expect.any(Array) as unknown[] } });
    }
  });
});
