import type { FileRow, FileView, Page, PendingNote, Problem } from '@patravali/contract';
import { type Answer, useApi } from '../../support/http/api';
import { aNote, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';

const LEAKS = /node_modules|\bat \w+ \(|SELECT |INSERT |UPDATE |pg_|QueryFailed|syntax error|\.ts:|\.js:/;
/** क़ as one letter and a nukta, and what every text is stored as. */
const DECOMPOSED = 'e\u0301 क\u093c सड़क';
const COMPOSED = DECOMPOSED.normalize('NFC');

describe('hostile input', () => {
  const api = useApi();
  let clerks: Clerks;
  let fileId: string;
  beforeAll(async () => {
    clerks = await appointClerks(api());
    fileId = await openAFile(api(), clerks.clerk);
    for (let more = 0; more < 3; more++) await openAFile(api(), clerks.clerk, `पत्रावली ${more}`);
  });

  const creating = (subject: unknown) =>
    api().as(clerks.clerk, 'post', '/files', { body: { headId: api().office.headId, subject } });
  const get = (path: string) => api().as(clerks.clerk, 'get', path);
  const refused = (answer: Answer) => {
    expect(answer.text).not.toMatch(LEAKS);
    return answer.body as { status: number; code: string };
  };

  it.each([
    ['a null byte', 'सड़क\u0000मरम्मत'],
    ['half a character (a high surrogate)', 'सड़क \ud83d'],
    ['half a character (a low surrogate)', '\ude00 सड़क'],
    ['a thousand and one letters', 'क'.repeat(1001)],
    ['nothing but spaces', ' \n\t '],
    ['a number', 7],
    ['a list', ['सड़क']],
    ['null', null],
  ])('is refused with the field’s name: a subject with %s', async (_, subject) => {
    const before = await api().office.counts();
    expect(refused(await creating(subject))).toMatchObject({
      status: 422,
      code: 'invalid-input',
      errors: [{ pointer: '#/subject' }],
    });
    expect(await api().office.counts()).toEqual(before);
  });

  it.each([
    ['a null byte', 'a\u0000b'],
    ['half a character', 'a\ud83d'],
    ['more than a note may hold', 'क'.repeat(20_001)],
  ])('is refused in a note too: %s', async (_, text) => {
    const answer = await api().as(clerks.clerk, 'post', `/files/${fileId}/notes`, { body: aNote(text) });
    expect(refused(answer)).toMatchObject({
      status: 422,
      code: 'invalid-input',
      errors: [{ pointer: '#/text/paragraphs/0/children/0/text' }],
    });
  });

  it('is stored as the same letters however they were typed, and found by either', async () => {
    const created = (await creating(`  ${DECOMPOSED}  `)).body as { id: string };
    const seen = (await get(`/files/${created.id}`)).body as FileView;
    expect(seen.subject).toBe(COMPOSED);
    for (const typed of [DECOMPOSED, COMPOSED]) {
      const found = (await get(`/files?q=${encodeURIComponent(typed)}`)).body as Page<FileRow>;
      expect(found.items.map(({ id }) => id)).toEqual([created.id]);
    }
    await api().as(clerks.clerk, 'post', `/files/${created.id}/notes`, { body: aNote(DECOMPOSED) });
    const { pendingNote } = (await get(`/files/${created.id}`)).body as { pendingNote: PendingNote };
    expect(JSON.stringify(pendingNote.text)).toContain(COMPOSED);
  });

  it('is taken as text, never as markup, SQL or a pattern', async () => {
    const subject = `<script>alert(1)</script>'; DROP TABLE note; -- %_\\`;
    const created = (await creating(subject)).body as { id: string };
    expect((await get(`/files/${created.id}`)).body).toMatchObject({ subject });
    const found = (await get(`/files?q=${encodeURIComponent('%_\\')}`)).body as Page<FileRow>;
    expect(found.items.map(({ id }) => id)).toEqual([created.id]);
  });

  it.each(['0', '-1', '201', '1.5', 'many', ''])('is no number of rows: limit=%s', async (limit) => {
    expect(refused(await get(`/desk/inbox?limit=${limit}`))).toMatchObject({
      status: 422,
      errors: [{ pointer: '#/limit' }],
    });
  });

  const cursors = {
    nonsense: 'nonsense',
    'not JSON': Buffer.from('[1,').toString('base64url'),
    'the wrong kinds': Buffer.from('[{},[]]').toString('base64url'),
    'too many parts': Buffer.from('["a","b","c"]').toString('base64url'),
    'no time and no id': Buffer.from('["yesterday-ish","x"]').toString('base64url'),
    SQL: Buffer.from(`["2026-01-01'; DROP TABLE note; --","' OR 1=1"]`).toString('base64url'),
    'a null byte': Buffer.from('["2026-01-01\\u0000","x"]').toString('base64url'),
    'a number beyond all': Buffer.from('[1e300]').toString('base64url'),
    'half a number': Buffer.from('[0.5]').toString('base64url'),
    'very long': 'A'.repeat(501),
  };
  it.each(Object.entries(cursors))('is no place in a list: a cursor of %s', async (_, cursor) => {
    const lists = ['/desk/inbox', '/desk/sent', '/desk/created', '/desk/closed', '/desk/receipts', '/desk/drafts'];
    const ofFile = ['notes', 'movements', 'history', 'correspondence'].map((list) => `/files/${fileId}/${list}`);
    for (const list of [...lists, ...ofFile, '/files', '/posts', '/number-heads', '/diary', '/issues']) {
      const answer = await get(`${list}?cursor=${encodeURIComponent(cursor)}`);
      expect([list, refused(answer).status]).toEqual([list, 422]);
    }
  });

  it('does not show another list’s rows by its cursor', async () => {
    const { next } = (await get('/files?limit=1')).body as Page<FileRow>;
    const stranger = await api().as(clerks.stranger, 'get', `/files?cursor=${next ?? ''}`);
    expect(stranger.body).toEqual({ items: [], next: null, posts: {} });
  });

  it('meets in every answer the headers that a browser needs to be safe', async () => {
    for (const path of ['/api/v1/welcome', '/api/v1/desk', '/health/live']) {
      const { headers } = await api().ask('get', path);
      expect(headers).toMatchObject({
        'content-security-policy': expect.stringContaining("default-src 'self'") as string,
        'x-content-type-options': 'nosniff',
        'referrer-policy': expect.any(String) as string,
        'x-frame-options': expect.any(String) as string,
        'cross-origin-opener-policy': 'same-origin',
      });
      expect(headers['content-security-policy']).toMatch(/frame-ancestors 'none'/);
      expect(headers['content-security-policy']).not.toMatch(/script-src[^;]*'unsafe-|https:/);
      expect(headers).not.toHaveProperty('x-powered-by');
    }
  });

  it('lets no page of another origin read an answer, and echoes nothing to who traces', async () => {
    const asked = { path: '/api/v1/welcome', headers: { origin: 'https://elsewhere.example', 'x-mark': 'seen-again' } };
    for (const method of ['GET', 'OPTIONS'] as const) {
      const { headers } = await api().app.inject({ ...asked, method });
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
    }
    const traced = await api().app.inject({ ...asked, method: 'TRACE' as 'GET' });
    expect([traced.statusCode, traced.body]).toEqual([404, expect.not.stringContaining('seen-again')]);
  });

  it.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2f..%2fetc/passwd',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/%00',
    '/%c0%ae%c0%ae/package.json',
    '/api/../package.json',
  ])('reaches no file outside the page: %s', async (path) => {
    const answer = await api().ask('get', path);
    expect([path, answer.status < 500]).toEqual([path, true]);
    expect(answer.text).not.toMatch(/root:|"dependencies"/);
    expect(answer.text).not.toMatch(LEAKS);
  });

  it.each([
    ['a header that is no version', { 'if-match': 'abc' }, 412],
    ['a version beyond all numbers', { 'if-match': '"99999999999"' }, 412],
    ['an acting post that is SQL', { 'x-acting-post': "' OR 1=1" }, 403],
    ['a token that is not one', { authorization: 'Bearer ../../x' }, 401],
  ])('is refused in a header: %s', async (_, headers, status) => {
    const answer = await api().as(clerks.clerk, 'post', `/files/${fileId}/open`, { headers });
    expect(refused(answer)).toMatchObject({ status });
  });

  it('is told why each field does not fit in the reader’s language, and in codes for programs', async () => {
    const post = { postId: clerks.stranger.postId, dueOn: 'soon' };
    const kept = { code: 'CL', name: { hi: 'अवकाश', en: 'Leave' }, powers: [{ fromOn: '2026-01-01', levels: [1, 3] }] };
    const cases: [keyof Clerks, string, object, [pointer: string, code: string][]][] = [
      [
        'clerk',
        '/files',
        { headId: 'x', subject: 'क'.repeat(1001), urgency: 'soon', colour: 1 },
        [
          ['#/headId', 'no-id'],
          ['#/subject', 'longer-than'],
          ['#/urgency', 'not-offered'],
          ['#/colour', 'unknown-field'],
        ],
      ],
      [
        'clerk',
        '/files',
        { subject: 7 },
        [
          ['#/headId', 'missing'],
          ['#/subject', 'wrong-kind'],
        ],
      ],
      ['administrator', '/case-categories', kept, [['#/powers/0/levels', 'ladder']]],
      ['clerk', '/files/:file/consultations', { question: 'क्या?', posts: [] }, [['#/posts', 'fewer-than']]],
      [
        'clerk',
        '/files/:file/consultations',
        { question: 'क्या?', posts: [post, post] },
        [
          ['#/posts/0/dueOn', 'no-day'],
          ['#/posts/1/dueOn', 'no-day'],
          ['#/posts', 'named-twice'],
        ],
      ],
      ['clerk', '/desk/inbox/acts', { fileIds: [fileId], act: { kind: 'burn' } }, [['#/act/kind', 'not-one-of-these']]],
    ];
    for (const [who, path, body, expected] of cases) {
      for (const [language, letters] of [
        ['hi', /[\u0900-\u097f]/],
        ['en', /^[A-Z][^\u0900-\u097f]+\.$/],
      ] as const) {
        const asked = { body, headers: { 'accept-language': language } };
        const answer = await api().as(clerks[who], 'post', path.replace(':file', fileId), asked);
        const { errors = [] } = answer.body as Problem;
        expect([path, errors.map(({ pointer, code }) => [pointer, code])]).toEqual([path, expected]);
        for (const { detail } of errors) expect(detail).toMatch(letters);
      }
    }
  });

  it.each([
    ['not JSON at all', '{"subject": '],
    ['a list where an object is needed', '[]'],
    ['nothing', ''],
    ['a prototype in disguise', '{"__proto__": {"subject": "x"}}'],
  ])('is refused as a body, and told no more than that: %s', async (_, body) => {
    const headers = { authorization: `Bearer ${await api().token(clerks.clerk)}`, 'content-type': 'application/json' };
    const answer = await api().ask('post', '/api/v1/files', { headers, raw: body });
    expect(answer.status).toBe(422);
    expect(['malformed-request', 'invalid-input']).toContain((answer.body as { code: string }).code);
    expect(answer.text).not.toMatch(/ at |node_modules|SyntaxError|Unexpected token/);
  });
});
