import type { Actor } from '@patravali/authorization';
import type { LettersSigned, LetterToSign } from '@patravali/contract';
import { useApi } from '../../support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { giveKey, type OwnKey } from '../../support/signing/signing-keys';

/** The officer signs first, the stranger, who has never heard of the file, after him. */
describe('letters of officers over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  let fileId: string;
  const keys = new Map<string, OwnKey>();
  beforeAll(async () => {
    clerks = await appointClerks(api());
    fileId = await openAFile(api(), clerks.officer);
    for (const who of [clerks.officer, clerks.stranger]) keys.set(who.userId, await giveKey(api().office, who));
  }, 120_000);

  const ask = (by: Actor, path: string, body: object = {}) => api().as(by, 'post', path, { body });
  const approved = async (more: object = { coSignatoryPostIds: [clerks.stranger.postId] }) => {
    const content = { ...aLetter(clerks.officer.postId), ...more };
    const { body } = await ask(clerks.officer, `/files/${fileId}/drafts`, { content });
    const { id } = body as { id: string };
    await ask(clerks.officer, `/drafts/${id}/approve`, { draftVersion: 1 });
    return id;
  };
  const numbered = async () => {
    const { status, body } = await api().as(clerks.officer, 'post', `/drafts/${await approved()}/number`);
    expect(status).toBe(201);
    return (body as { issueId: string }).issueId;
  };
  const withKey = (by: Actor, more: object = {}) => ({ ...keys.get(by.userId), ...more });
  const sign = (by: Actor, letterId: string, body: object = withKey(by)) =>
    ask(by, `/letters-to-sign/${letterId}/sign`, body);
  const boxOf = async (by: Actor) => {
    const { body } = await api().as(by, 'get', '/desk/to-sign?limit=200');
    return (body as { items: LetterToSign[] }).items.map(({ id }) => id);
  };
  const countOf = async (by: Actor) => ((await api().as(by, 'get', '/desk')).body as { toSign: number }).toSign;

  it('come to the box of whoever is to sign next, and are read there', async () => {
    const id = await numbered();
    expect([(await boxOf(clerks.officer)).includes(id), (await boxOf(clerks.stranger)).includes(id)]).toEqual([
      true,
      false,
    ]);
    const pdf = await api().as(clerks.stranger, 'get', `/letters-to-sign/${id}/pdf`);
    expect([pdf.status, pdf.headers['content-type'], pdf.headers['cache-control']]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    const before = await countOf(clerks.stranger);
    expect(await sign(clerks.officer, id)).toMatchObject({
      status: 200,
      body: { state: 'numbered', signed: 1, of: 2 },
    });
    expect(await countOf(clerks.stranger)).toBe(before + 1);
    expect([(await boxOf(clerks.officer)).includes(id), (await boxOf(clerks.stranger)).includes(id)]).toEqual([
      false,
      true,
    ]);
    expect(await sign(clerks.stranger, id)).toMatchObject({ status: 200, body: { state: 'issued', signed: 2, of: 2 } });
    expect(await boxOf(clerks.stranger)).not.toContain(id);
    const issue = await api().as(clerks.officer, 'get', `/issues/${id}`);
    expect(issue.body).toMatchObject({ signatures: [{ certificate: {} }, { certificate: {} }] });
  });

  it('are shown to nobody else', async () => {
    const id = await numbered();
    for (const who of [clerks.clerk, clerks.administrator])
      for (const path of [`/letters-to-sign/${id}`, `/letters-to-sign/${id}/pdf`])
        expect((await api().as(who, 'get', path)).status).toBe(404);
    const by = { ...clerks.clerk };
    expect(await sign(by, id, withKey(clerks.officer))).toMatchObject({ status: 404, body: { code: 'not-found' } });
  });

  /** A refusal with its status, as an English and as a Hindi reader are told. */
  const refused = async (asking: (headers: Record<string, string>) => Promise<{ status: number; body: unknown }>) => {
    const [english, hindi] = await Promise.all(
      ['en', 'hi'].map(async (language) => await asking({ 'accept-language': language })),
    );
    expect((hindi?.body as { detail: string }).detail).toMatch(/[\u0900-\u097f]/);
    return english;
  };
  const post =
    (by: Actor, path: string, body: object = {}) =>
    (headers: Record<string, string>) =>
      api().as(by, 'post', path, { body, headers });

  it('are refused where the office would seal them, and sealed ones where it would not (409)', async () => {
    const several = await approved();
    expect(await refused(post(clerks.officer, `/drafts/${several}/issue`))).toMatchObject({
      status: 409,
      body: { code: 'letter-to-be-signed' },
    });
    const alone = await approved({});
    expect(await refused(post(clerks.officer, `/drafts/${alone}/number`))).toMatchObject({
      status: 409,
      body: { code: 'letter-sealed' },
    });
  });

  it('go out from the signing post alone, when its officer has named another post (409)', async () => {
    const content = { ...aLetter(clerks.officer.postId), coSignatoryPostIds: [clerks.stranger.postId] };
    const file = await openAFile(api(), clerks.officer);
    const { body } = await ask(clerks.officer, `/files/${file}/drafts`, { content });
    const { id } = body as { id: string };
    await ask(clerks.officer, `/drafts/${id}/approve`, { draftVersion: 1, namedPostId: clerks.stranger.postId });
    await ask(clerks.officer, `/files/${file}/forward`, {
      toPostId: clerks.stranger.postId,
      confirmNote: true,
      note: { text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'निर्गमन हेतु' }] }] }, decision: null },
    });
    expect(await refused(post(clerks.stranger, `/drafts/${id}/number`))).toMatchObject({
      status: 409,
      body: { code: 'signed-from-signing-post', params: { post: 'SO(EST)' } },
    });
  });

  it('are not numbered for a post that nobody holds (409)', async () => {
    const vacant = await api().office.actor({ marking: 'VACANT' });
    const id = await approved({ coSignatoryPostIds: [vacant.postId] });
    await api().office.rows('UPDATE tenure SET until_on = india_today() - 1 WHERE post_id = $1', [vacant.postId]);
    expect(await refused(post(clerks.officer, `/drafts/${id}/number`))).toMatchObject({
      status: 409,
      body: { code: 'signatory-vacant', params: { post: 'VACANT' } },
    });
  });

  it('are signed in turn (409), by the person whose name they bear (409), with the right passphrase (422)', async () => {
    const id = await numbered();
    const path = `/letters-to-sign/${id}/sign`;
    expect(await refused(post(clerks.stranger, path, withKey(clerks.stranger)))).toMatchObject({
      status: 409,
      body: { code: 'not-your-turn', params: { post: 'SO(EST)' } },
    });
    const wrong = withKey(clerks.officer, { passphrase: 'another passphrase' });
    expect(await refused(post(clerks.officer, path, wrong))).toMatchObject({
      status: 422,
      body: { code: 'passphrase-wrong', errors: [{ pointer: '#/passphrase' }] },
    });
    await api().office.rows(`UPDATE tenure SET kind = 'additional' WHERE post_id = $1`, [clerks.officer.postId]);
    expect(await refused(post(clerks.officer, path, withKey(clerks.officer)))).toMatchObject({
      status: 409,
      body: { code: 'signatory-changed', params: { post: 'SO(EST)' } },
    });
    await api().office.rows(`UPDATE tenure SET kind = 'regular' WHERE post_id = $1`, [clerks.officer.postId]);
  });

  it('are signed with a key in use alone (409)', async () => {
    const id = await numbered();
    const old = withKey(clerks.officer);
    keys.set(clerks.officer.userId, await giveKey(api().office, clerks.officer));
    expect(await refused(post(clerks.officer, `/letters-to-sign/${id}/sign`, old))).toMatchObject({
      status: 409,
      body: { code: 'key-ended' },
    });
  });

  it('are signed only by whoever has confirmed himself a short while ago (403)', async () => {
    const id = await numbered();
    const confirmed = (sql: string) =>
      api().office.rows(`UPDATE session SET confirmed_at = ${sql} WHERE user_id = $1`, [clerks.officer.userId]);
    await confirmed(`clock_timestamp() - INTERVAL '10 minutes'`);
    expect(await refused(post(clerks.officer, `/letters-to-sign/${id}/sign`, withKey(clerks.officer)))).toMatchObject({
      status: 403,
      body: { code: 'confirm-needed', params: { minutes: 10 } },
    });
    await confirmed('clock_timestamp()');
    expect((await sign(clerks.officer, id)).status).toBe(200);
  });

  it('are signed several at once, each by itself, and what is refused stops no other', async () => {
    const [one, another] = [await numbered(), await numbered()];
    const ofOthers = await numbered();
    await sign(clerks.officer, ofOthers);
    const nowhere = '00000000-0000-4000-8000-000000000000';
    const issueIds = [one, nowhere, another, ofOthers];
    const key = { 'idempotency-key': 'several' };
    const send = (body: object, headers: Record<string, string> = key) =>
      api().as(clerks.officer, 'post', '/desk/to-sign/acts', { body, headers });
    const wrong = await send({ issueIds, ...withKey(clerks.officer, { passphrase: 'another passphrase' }) }, {});
    expect([wrong.status, wrong.body]).toMatchObject([422, { code: 'passphrase-wrong' }]);
    const body = { issueIds, ...withKey(clerks.officer) };
    const done = await send(body);
    expect(done.status).toBe(200);
    const { items } = done.body as LettersSigned;
    expect(items.map(({ id, signed, refusal }) => [id, signed?.signed ?? null, refusal?.code ?? null])).toEqual([
      [one, 1, null],
      [nowhere, null, 'not-found'],
      [another, 1, null],
      [ofOthers, 1, null],
    ]);
    expect((await send(body)).body).toEqual(done.body);
    const twice = await send({ issueIds: [one, one], ...withKey(clerks.officer) }, {});
    expect([twice.status, twice.body]).toMatchObject([422, { code: 'invalid-input' }]);
  });
});

describe('which letters officers sign, over HTTP', () => {
  const api = useApi();

  it('is chosen by administrators (403 for others) and read by all', async () => {
    const clerks = await appointClerks(api());
    const rule = { signedForms: ['do_letter', 'notification'] };
    const refused = await api().as(clerks.officer, 'put', '/signing-rule', { body: rule });
    expect([refused.status, refused.body]).toMatchObject([403, { code: 'not-allowed' }]);
    expect((await api().as(clerks.clerk, 'get', '/signing-rule')).body).toEqual({
      signedForms: [],
      signedNotes: false,
      refusesUnchecked: false,
    });
    expect(await api().as(clerks.administrator, 'put', '/signing-rule', { body: rule })).toMatchObject({
      status: 200,
      body: rule,
    });
    expect((await api().as(clerks.clerk, 'get', '/signing-rule')).body).toEqual({
      ...rule,
      signedNotes: false,
      refusesUnchecked: false,
    });
    for (const signedForms of [['telegram'], ['letter', 'letter']]) {
      const wrong = await api().as(clerks.administrator, 'put', '/signing-rule', { body: { signedForms } });
      expect([wrong.status, wrong.body]).toMatchObject([422, { code: 'invalid-input' }]);
    }
  });
});
