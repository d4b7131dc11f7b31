import { FindFiles } from '@patravali/files';
import { type Asked, useApi } from '../../support/http/api';
import { aNote, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';
import { linesOfLog } from '../../support/http/lines-of-log';
import { WORDS } from '../../support/office/words';

describe('a refusal over HTTP', () => {
  const api = useApi();
  let clerks: Clerks;
  let fileId: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    fileId = await openAFile(api(), clerks.clerk);
  });

  const problem = async (
    by: keyof Clerks,
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    asked: Asked = {},
  ) => {
    const { headers, body } = await api().as(clerks[by], method, path.replace(':file', fileId), asked);
    expect(headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(headers['cache-control']).toBe('no-store');
    return body as object;
  };

  it('names each field that does not fit by its pointer (422)', async () => {
    const body = { headId: 'x', subject: ' ', urgency: 'soon' };
    expect(await problem('clerk', 'post', '/files', { body })).toMatchObject({
      type: '/problems/invalid-input',
      status: 422,
      code: 'invalid-input',
      errors: [{ pointer: '#/headId' }, { pointer: '#/subject' }, { pointer: '#/urgency' }],
      requestId: expect.stringMatching(/^[\w-]{8,}$/) as string,
    });
    const note = { text: { version: 1, paragraphs: [{ children: [{ type: 'text', text: 7 }] }] } };
    expect(await problem('clerk', 'post', '/files/:file/notes', { body: note })).toMatchObject({
      errors: [{ pointer: '#/text/paragraphs/0/children/0/text' }],
    });
  });

  it('names the note under which no section can stand (422), in both languages', async () => {
    const body = { ...aNote('विधिक बिन्दु।'), kind: 'sectional', mainNote: 7 };
    expect(await problem('clerk', 'post', '/files/:file/notes', { body })).toMatchObject({
      status: 422,
      code: 'main-note-unknown',
      params: { note: 7 },
      errors: [{ pointer: '#/mainNote' }],
      detail: expect.stringContaining('N/7 is not one') as string,
    });
    const inHindi = { body, headers: { 'accept-language': 'hi' } };
    expect(await problem('clerk', 'post', '/files/:file/notes', inHindi)).toMatchObject({
      detail: expect.stringContaining('N/7 ऐसी टिप्पणी नहीं है') as string,
    });
    const { mainNote, ...without } = body;
    expect(await problem('clerk', 'post', '/files/:file/notes', { body: without })).toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '#/mainNote' }],
    });
    const ordinary = { ...aNote('विधिक बिन्दु।'), mainNote };
    expect(await problem('clerk', 'post', '/files/:file/notes', { body: ordinary })).toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '#/mainNote' }],
    });
  });

  it('names the post with which no discussion can be noted, in both languages', async () => {
    const { officer, clerk } = clerks;
    const asked = (...discussedWith: string[]) => ({
      body: { ...aNote('चर्चा की गई।'), kind: 'discussion', discussedWith },
    });
    const vacant = await api().office.actor({ marking: 'US(EST)' });
    await api().office.rows(`UPDATE tenure SET until_on = '2020-12-31' WHERE post_id = $1`, [vacant.postId]);
    const notes = '/files/:file/notes';
    expect(await problem('clerk', 'post', notes, asked(officer.postId, crypto.randomUUID()))).toMatchObject({
      status: 422,
      code: 'unknown-post',
      errors: [{ pointer: '#/discussedWith/1' }],
    });
    expect(await problem('clerk', 'post', notes, asked(clerk.postId))).toMatchObject({
      status: 409,
      code: 'discussed-with-oneself',
      params: { post: 'DH(EST)-1' },
      errors: [{ pointer: '#/discussedWith/0' }],
      detail: expect.stringContaining('your own post') as string,
    });
    expect(await problem('clerk', 'post', notes, asked(vacant.postId))).toMatchObject({
      status: 409,
      code: 'post-vacant',
      errors: [{ pointer: '#/discussedWith/0' }],
      detail: expect.stringContaining('US(EST) is vacant') as string,
    });
    const inHindi = { ...asked(vacant.postId), headers: { 'accept-language': 'hi' } };
    expect(await problem('clerk', 'post', notes, inHindi)).toMatchObject({
      detail: expect.stringContaining('US(EST) आज रिक्त है') as string,
    });
    const sending = { body: { toPostId: officer.postId, note: asked(vacant.postId).body, confirmNote: true } };
    expect(await problem('clerk', 'post', '/files/:file/forward', sending)).toMatchObject({
      code: 'post-vacant',
      errors: [{ pointer: '#/note/discussedWith/0' }],
    });
    expect(await problem('clerk', 'post', notes, asked())).toMatchObject({
      code: 'invalid-input',
      errors: [{ pointer: '#/discussedWith' }],
    });
  });

  it('asks whoever does not confirm a discussion to say why, and takes one answer', async () => {
    const { officer } = clerks;
    const file = await openAFile(api(), clerks.clerk);
    const body = { ...aNote('चर्चा की गई।'), kind: 'discussion', discussedWith: [officer.postId] };
    const { body: added } = await api().as(clerks.clerk, 'post', `/files/${file}/notes`, { body });
    const onward = { toPostId: clerks.stranger.postId, confirmNote: true };
    await api().as(clerks.clerk, 'post', `/files/${file}/forward`, { body: onward });
    const path = `/discussions/${(added as { id: string }).id}/answer`;
    const denied = { answer: 'not_confirmed' };
    expect(await problem('officer', 'post', path, { body: denied })).toMatchObject({
      status: 422,
      code: 'invalid-input',
      errors: [{ pointer: '#/remarks', code: 'discussion-needs-remarks' }],
    });
    expect(await problem('clerk', 'post', path, { body: { answer: 'confirmed' } })).toMatchObject({ status: 404 });
    const { status } = await api().as(officer, 'post', path, { body: { ...denied, remarks: 'तथ्य भिन्न हैं।' } });
    expect(status).toBe(201);
    expect(await problem('officer', 'post', path, { body: { answer: 'confirmed' } })).toMatchObject({
      status: 409,
      code: 'discussion-answered',
    });
  });

  it('says why an opened file is not taken back, and names the way out, in both languages', async () => {
    const { officer, clerk } = clerks;
    const file = await openAFile(api(), clerk);
    const at = (path: string) => `/files/${file}/${path}`;
    const body = { reason: 'तथ्य जोड़ने हैं' };
    const refused = async (by: keyof Clerks, path: string, code: string, sentences: readonly [string, string]) => {
      for (const [index, language] of ['en', 'hi'].entries()) {
        const asked = { body, headers: { 'accept-language': language } };
        const detail = expect.stringContaining(sentences[index] ?? '') as string;
        expect(await problem(by, 'post', at(path), asked)).toMatchObject({ code, detail });
      }
    };
    await api().as(clerk, 'post', at('forward'), { body: { toPostId: officer.postId, ...WORDS } });
    await refused('clerk', 'recall', 'not-opened-yet', ['pull it back', 'वापस मँगाएँ']);
    await api().as(officer, 'post', at('open'));
    await refused('clerk', 'pull-back', 'already-opened', ['Ask for it back', 'वापसी का अनुरोध करें']);
    await refused('officer', 'recall/refuse', 'no-recall', ['no open request', 'लम्बित नहीं है']);
    await api().as(clerk, 'post', at('recall'), { body });
    await refused('clerk', 'recall', 'recall-asked', ['withdraw the request', 'अनुरोध वापस लें']);
    expect(await problem('clerk', 'post', at('recall'), { body: {} })).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/reason' }],
    });
    await refused('officer', 'pull-up', 'not-your-subordinate', ['your own desk, SO(EST)', 'पत्रावली आपके ही पटल']);
    const above = await api().office.actor({ marking: 'DS(EST)' });
    const shown = () =>
      api().office.rows('UPDATE file_custody SET reader_post_ids = reader_post_ids || $1::uuid WHERE file_id = $2', [
        above.postId,
        file,
      ]);
    await shown();
    for (const [language, detail] of [
      ['en', 'SO(EST) is not below'],
      ['hi', 'SO(EST) आपके पद के अधीन नहीं'],
    ] as const) {
      const { body: beside } = await api().as(above, 'post', at('pull-up'), {
        body,
        headers: { 'accept-language': language },
      });
      expect(beside).toMatchObject({ code: 'not-your-subordinate', detail: expect.stringContaining(detail) as string });
    }
    await refused('clerk', 'pull-up', 'not-allowed', ['You may not do this', 'अनुमन्य नहीं है']);
    const aside = `notes/set-aside/${crypto.randomUUID()}/take-up`;
    expect(await problem('officer', 'post', at(aside))).toMatchObject({ status: 409, code: 'no-note-set-aside' });
    await api().as(officer, 'post', at('return'), { body });
    await api().as(clerk, 'post', at('notes'), { body: aNote('शुद्धि हेतु') });
    await api().as(clerk, 'post', at('notes/pending/put-up'), { body: { toPostId: officer.postId } });
    await api().office.rows('UPDATE post SET superior_post_id = $1 WHERE id = $2', [above.postId, officer.postId]);
    await shown();
    const { body: waits } = await api().as(above, 'post', at('pull-up'), { body });
    expect(waits).toMatchObject({ status: 409, code: 'correction-under-way' });
  });

  it('is the same for what may not be seen as for what is not there (404)', async () => {
    const nowhere = await problem('stranger', 'get', '/files/01a20e3d-5094-73bb-865d-8541f1b028fd');
    const unseen = await problem('stranger', 'get', '/files/:file');
    expect({ ...unseen, requestId: '' }).toEqual({ ...nowhere, requestId: '' });
    expect(unseen).toMatchObject({
      status: 404,
      code: 'not-found',
      detail: 'Not found, or you may not see it.',
    });
    expect(await problem('stranger', 'post', '/files/:file/open')).toMatchObject({ status: 404 });
    expect(await problem('clerk', 'get', '/files/not-an-id')).toMatchObject({ status: 404 });
  });

  it('says what the acting post may not do (403), in both languages', async () => {
    const body = { reason: 'निस्तारित' };
    const english = await problem('clerk', 'post', '/files/:file/close', { body });
    expect(english).toMatchObject({ status: 403, code: 'not-allowed', params: { post: 'DH(EST)-1', action: 'close' } });
    const hindi = await problem('clerk', 'post', '/files/:file/close', { body, headers: { 'accept-language': 'hi' } });
    expect(hindi).toMatchObject({ detail: 'पद DH(EST)-1 से यह कार्य अनुमन्य नहीं है।' });
  });

  it('tells whoever has the file that there is nothing to take back (403), and where a clerk finds what an auditor sees', async () => {
    const { officer } = clerks;
    const held = await openAFile(api(), officer);
    const body = { reason: 'तथ्य जोड़ने हैं' };
    const told = async (
      by: keyof Clerks,
      method: 'get' | 'post',
      path: string,
      code: string,
      words: readonly [string, string],
    ) => {
      for (const [index, language] of ['en', 'hi'].entries()) {
        const asked = { ...(method === 'post' && { body }), headers: { 'accept-language': language } };
        const detail = expect.stringContaining(words[index] ?? '?') as string;
        expect(await problem(by, method, path, asked)).toMatchObject({ status: 403, code, detail });
      }
    };
    const here = ['on your own desk', 'आपके ही पटल'] as const;
    await told('officer', 'post', `/files/${held}/recall`, 'not-allowed', here);
    await told('officer', 'post', `/files/${held}/pull-back`, 'not-allowed', here);
    await told('clerk', 'post', `/files/${await openAFile(api(), clerks.clerk)}/pull-up`, 'not-allowed', here);
    await told('clerk', 'get', '/files/:file/timeline', 'not-allowed', ['history of the file', 'उसके इतिहास में']);
    expect(await problem('officer', 'post', `/files/${held}/pull-up`, { body })).toMatchObject({
      code: 'not-your-subordinate',
      detail: expect.stringContaining('on your own desk') as string,
    });
  });

  it('names the way out of an illegal move (409)', async () => {
    const body = { toPostId: clerks.clerk.postId };
    expect(await problem('clerk', 'post', '/files/:file/forward', { body })).toMatchObject({
      status: 409,
      code: 'to-oneself',
      detail: 'The file is already with this post. Choose another post.',
    });
  });

  it('tells who looks at an old version what happened meanwhile (412), and asks for a version where it must (428)', async () => {
    const mine = await openAFile(api(), clerks.clerk);
    const seen = await api().as(clerks.clerk, 'get', `/files/${mine}`);
    expect(seen.headers.etag).toBe('"1"');
    await api().as(clerks.clerk, 'post', `/files/${mine}/forward`, {
      body: { toPostId: clerks.officer.postId, ...WORDS },
    });
    const stale = await problem('officer', 'post', `/files/${mine}/open`, { headers: { 'if-match': '"1"' } });
    expect(stale).toMatchObject({
      status: 412,
      code: 'file-moved',
      params: { by: 'DH(EST)-1', movement: 'forwarded' },
    });
    const note = aNote('परीक्षण');
    await api().as(clerks.officer, 'post', `/files/${mine}/notes`, { body: note });
    const path = `/files/${mine}/notes/pending`;
    expect(await problem('officer', 'put', path, { body: note })).toMatchObject({
      status: 428,
      code: 'version-needed',
    });
    expect(await problem('officer', 'put', path, { body: note, headers: { 'if-match': '"9"' } })).toMatchObject({
      status: 412,
      code: 'changed-meanwhile',
    });
    const saved = await api().as(clerks.officer, 'put', path, { body: note, headers: { 'if-match': '"1"' } });
    expect(saved.body).toMatchObject({ version: 2 });
  });

  it('refuses what is too large (413) or of the wrong kind (415)', async () => {
    const headers = { authorization: `Bearer ${await api().token(clerks.clerk)}` };
    const large = await api().ask('post', '/api/v1/files', { headers, body: { subject: 'क'.repeat(1_000_000) } });
    expect(large.body).toMatchObject({ status: 413, code: 'request-too-large', params: { limitMiB: 2 } });
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/xml']) {
      const asked = { headers: { ...headers, 'content-type': type }, raw: 'subject=x' };
      expect([type, (await api().ask('post', '/api/v1/files', asked)).body]).toMatchObject([
        type,
        { code: 'not-json' },
      ]);
    }
    const asJson = await api().ask('post', '/api/v1/documents', { headers, body: {} });
    expect(asJson.body).toMatchObject({ status: 415, code: 'not-pdf' });
    for (const type of ['image/jpeg', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']) {
      const asked = { headers: { ...headers, 'content-type': type }, raw: 'JFIF' };
      expect((await api().ask('post', '/api/v1/documents', asked)).body).toMatchObject({
        status: 415,
        code: 'not-pdf',
        detail: expect.stringContaining('scan it to PDF') as string,
      });
    }
  });

  it.each([
    ['not JSON at all', '{"subject": '],
    ['a list where an object is needed', '[]'],
    ['nothing', ''],
    ['a prototype in disguise', '{"__proto__": {"subject": "x"}}'],
    ['lists in lists without end', `{"subject": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
    ['objects in objects without end', `${'{"subject":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
  ])('refuses a body that is %s, and says no more than that', async (_, body) => {
    const own = { authorization: `Bearer ${await api().token(clerks.clerk)}`, 'idempotency-key': crypto.randomUUID() };
    const headers = { ...own, 'content-type': 'application/json' };
    const answer = await api().ask('post', '/api/v1/files', { headers, raw: body });
    expect(answer.status).toBe(422);
    expect(['malformed-request', 'invalid-input']).toContain((answer.body as { code: string }).code);
    expect(answer.text).not.toMatch(/ at |node_modules|SyntaxError|Unexpected token/);
  });

  it('tells nothing of what nobody foresaw (500), and logs it with its stack under the id that is told', async () => {
    const failing = jest.spyOn(api().office.get(FindFiles), 'execute').mockRejectedValueOnce(new Error('unforeseen'));
    const log = linesOfLog();
    const told = (await problem('clerk', 'get', '/files')) as { requestId: string };
    log.close();
    failing.mockRestore();
    expect(told).toMatchObject({ status: 500, code: 'internal', title: 'internal' });
    expect(JSON.stringify(told)).not.toMatch(/unforeseen| at /);
    const line = log.lines.find((each) => each.includes('"level":"error"')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({
      requestId: told.requestId,
      message: expect.stringMatching(/^Error: unforeseen\n {4}at /) as string,
    });
  });

  it('answers an unknown route below the API as a problem too', async () => {
    const headers = { authorization: `Bearer ${await api().token(clerks.clerk)}` };
    const unread = ['/api/v1/files/%zz', '/api/v1/files/%ED%A0%BD', `/api/v1/files/${'x'.repeat(5000)}`];
    for (const path of ['/api/v1/nowhere', '/api/v2/files', '/api/v1/files/../../../etc/passwd', '/api/', ...unread]) {
      const answer = await api().ask('get', path, { headers });
      expect([path, answer.body]).toMatchObject([path, { status: 404, code: 'not-found' }]);
    }
  });
});
