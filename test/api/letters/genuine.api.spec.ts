import { createHash } from 'node:crypto';
import { printedIssueCode } from '@patravali/contract';
import { DocumentBytes } from '@patravali/documents';
import { toSha256 } from '@patravali/storage';
import { useApi } from '../../support/http/api';
import { aLetter, appointClerks, type Clerks, openAFile } from '../../support/http/clerks';

const UNKNOWN = '000000000000000';
const MISTYPED = '000000000000001';
const BOUNDARY = 'between-the-parts';

describe('checking a letter', () => {
  const api = useApi({ config: { maxUploadBytes: 1024 * 1024 } });
  let clerks: Clerks;
  let letter: { file: string; issueId: string; number: string; code: string; pdf: Buffer };
  beforeAll(async () => {
    clerks = await appointClerks(api());
    letter = await issue();
  });
  beforeEach(() => api().office.rows('DELETE FROM network_use'));

  /** A letter that the officer has written, approved and issued himself, and its bytes. */
  async function issue() {
    const { officer } = clerks;
    const post = async (path: string, body?: object) =>
      (await api().as(officer, 'post', path, body ? { body } : {})).body as Record<string, unknown>;
    const file = await openAFile(api(), officer);
    const { id } = await post(`/files/${file}/drafts`, { content: aLetter(officer.postId) });
    await post(`/drafts/${String(id)}/approve`, { draftVersion: 1 });
    const issued = await post(`/drafts/${String(id)}/issue`);
    const [row] = await api().office.rows<{ code: string; sha256: string; size: number; fileName: string }>(
      `SELECT i.code, d.sha256, d.size::int, d.file_name AS "fileName"
       FROM issue i JOIN document d ON d.id = i.document_id WHERE i.id = $1`,
      [issued.issueId],
    );
    if (!row) throw new Error(`not issued: ${JSON.stringify(issued)}`);
    const { code, sha256, ...named } = row;
    const pdf = Buffer.from(
      await api()
        .office.get(DocumentBytes)
        .whole({ ...named, sha256: toSha256(sha256) }),
    );
    return { file, issueId: String(issued.issueId), number: String(issued.number), code, pdf };
  }

  const asJson = (query: string, headers = {}) => api().ask('get', `/api/v1/genuine?${query}`, { headers });
  const page = (path: string, language = 'en') => api().ask('get', path, { headers: { 'accept-language': language } });
  const form = (content: Buffer, { name = 'letter.pdf', end = `\r\n--${BOUNDARY}--\r\n` } = {}) =>
    Buffer.concat([
      Buffer.from(
        `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\n` +
          'Content-Type: application/pdf\r\n\r\n',
      ),
      content,
      Buffer.from(end),
    ]);
  const upload = (body: Buffer, headers: Record<string, string> = {}, path = `/verify/${letter.code}`) =>
    api().ask('post', path, {
      headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}`, ...headers },
      raw: body as never,
    });

  describe('as a program', () => {
    it('needs no session, and is told what the page tells', async () => {
      const { status, body, headers } = await asJson(`code=${letter.code}`);
      expect([status, headers['cache-control']]).toEqual([200, 'no-store']);
      expect(body).toMatchObject({
        number: letter.number,
        form: 'letter',
        addressees: ['जि०'],
        standing: 'in_force',
        same: null,
      });
      expect(Object.keys(body as object).sort()).toEqual([
        'addressees',
        'form',
        'issuedOn',
        'laterNumber',
        'number',
        'office',
        'same',
        'sealRevocation',
        'signatures',
        'specimen',
        'standing',
        'trial',
        'withdrawnOn',
      ]);
    });

    it('compares the hash of a PDF', async () => {
      const sha256 = createHash('sha256').update(letter.pdf).digest('hex');
      expect((await asJson(`code=${letter.code}&sha256=${sha256.toUpperCase()}`)).body).toMatchObject({ same: true });
      expect((await asJson(`code=${letter.code}&sha256=${'0'.repeat(64)}`)).body).toMatchObject({ same: false });
      const refused = await asJson(`code=${letter.code}&sha256=none`);
      expect(refused.body).toMatchObject({ status: 422, code: 'invalid-input', errors: [{ pointer: '#/sha256' }] });
    });

    it('is refused alike with a code that nobody has and with one that was mistyped', async () => {
      const answers = [await asJson(`code=${UNKNOWN}`), await asJson(`code=${MISTYPED}`)];
      const [unknown, mistyped] = answers.map(({ status, body, headers }) => {
        const { requestId, ...rest } = body as { requestId: string };
        const { 'x-request-id': id, date, ...others } = headers;
        expect([id, typeof date]).toEqual([requestId, 'string']);
        return { status, rest, others };
      });
      expect(unknown).toEqual(mistyped);
      expect(unknown?.rest).toMatchObject({ status: 404, code: 'code-unknown' });
      const hindi = await asJson(`code=${UNKNOWN}`, { 'accept-language': 'hi' });
      expect(hindi.body).toMatchObject({ detail: expect.stringContaining('इस कोड का कोई पत्र नहीं मिला') as string });
    });

    it('may ask so often a minute from one network, with any code; others are not held up', async () => {
      await api().office.rows(
        `INSERT INTO network_use (network, operation, uses) VALUES ('127.0.0.1', 'checkGenuine', 60), ('10.0.0.1', 'checkGenuine', 60)`,
      );
      for (const code of [letter.code, UNKNOWN, MISTYPED]) {
        const refused = await asJson(`code=${code}`);
        expect(refused.body).toMatchObject({ status: 429, code: 'too-many-requests' });
        expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
      }
      expect((await page(`/verify/${letter.code}`)).status).toBe(429);
      await api().office.rows(`UPDATE network_use SET since = since - INTERVAL '1 minute'`);
      expect((await asJson(`code=${letter.code}`)).status).toBe(200);
    });
  });

  describe('on the page', () => {
    it('asks for the code in both languages, without script, cookie or anything from elsewhere', async () => {
      for (const [language, words, other] of [
        ['en', 'Check a letter', 'lang=hi'],
        ['hi', 'पत्र की सत्यता जाँचें', 'lang=en'],
      ] as const) {
        const { status, headers, text } = await page('/verify', language);
        expect([status, headers['content-type'], headers['cache-control']]).toEqual([
          200,
          'text/html; charset=utf-8',
          'no-store',
        ]);
        expect(headers).not.toHaveProperty('set-cookie');
        expect(headers['referrer-policy']).toBe('no-referrer');
        const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
        const hash = createHash('sha256').update(style).digest('base64');
        expect(headers['content-security-policy']).toContain(`style-src 'self' 'sha256-${hash}'`);
        expect(text).toContain(`<html lang="${language}">`);
        expect(text).toContain(words);
        expect(text).toContain(other);
        expect(text).not.toMatch(/<script|<link|<img|style=|https?:/);
      }
      expect((await page('/verify?lang=hi', 'en')).text).toContain('<html lang="hi">');
    });

    it('finds the letter by what was typed and by what was scanned', async () => {
      const typed = encodeURIComponent(printedIssueCode(letter.code).toLowerCase());
      for (const path of [`/verify?code=${typed}`, `/verify/${letter.code}`, `/verify/${typed}`]) {
        const { status, text } = await page(path);
        expect(status).toBe(200);
        for (const told of ['This letter was issued by this office', letter.number, 'जि०'])
          expect(text).toContain(told);
        expect(text).not.toMatch(/जिलाधिकारी|सड़क|आख्या/);
      }
    });

    it('says the same of a code that nobody has and of one that was mistyped, which stays in the field', async () => {
      const pages = await Promise.all([UNKNOWN, MISTYPED].map((code) => page(`/verify/${code}`)));
      const [unknown, mistyped] = pages.map(({ status, text }, index) => {
        expect(status).toBe(404);
        return text.replaceAll(index === 0 ? UNKNOWN : MISTYPED, 'CODE');
      });
      expect(unknown).toBe(mistyped);
      expect(unknown).toContain('Letter not found');
      expect(unknown).toContain('value="CODE"');
    });

    it('shows what was typed as text, whatever it is', async () => {
      const hostile = `"><script>alert(1)</script>`;
      const { status, text } = await page(`/verify?code=${encodeURIComponent(hostile)}`);
      expect(status).toBe(404);
      expect(text).not.toContain('<script');
      expect(text).toContain('&#34;&#62;&#60;script');
      for (const odd of ['code=a&code=b', 'code[]=a', 'lang=fr', `code=${'x'.repeat(5000)}`]) {
        expect([200, 404]).toContain((await page(`/verify?${odd}`)).status);
      }
    });

    it('compares a typed SHA-256, in groups or not', async () => {
      const hash = createHash('sha256').update(letter.pdf).digest('hex');
      const grouped = encodeURIComponent(hash.match(/../g)?.join(' ') ?? '');
      expect((await page(`/verify/${letter.code}?sha256=${grouped}`)).text).toContain('The PDF is the same');
      expect((await page(`/verify/${letter.code}?sha256=${'0'.repeat(64)}`)).text).toContain(
        'This PDF is not the letter that was issued',
      );
      const none = await page(`/verify/${letter.code}?sha256=zz`);
      expect(none.status).toBe(422);
      expect(none.text).toContain('This is not a SHA-256');
      expect(none.text).toContain(letter.number);
    });
  });

  describe('with a PDF', () => {
    it('says whether it is the one that was signed, and keeps nothing of it', async () => {
      const before = await api().office.counts();
      const same = await upload(form(letter.pdf));
      expect(same.status).toBe(200);
      expect(same.text).toContain('The PDF is the same');
      const flipped = Buffer.from(letter.pdf);
      flipped[flipped.length - 200] = (flipped[flipped.length - 200] ?? 0) ^ 1;
      expect((await upload(form(flipped))).text).toContain('This PDF is not the letter that was issued');
      expect(await api().office.counts()).toEqual({ ...before, network_use: 1 });
    });

    it.each([
      ['a program', Buffer.from('MZ\u0000\u0001')],
      ['a bomb', Buffer.alloc(900_000)],
      ['a page of HTML', Buffer.from('<script>alert(1)</script>')],
      ['text that begins like the end of a part', Buffer.from(`a\r\n--${BOUNDARY.slice(0, 7)}\r\n--`)],
    ])('that is %s does nothing but differ', async (_, content) => {
      const { status, text } = await upload(form(content, { name: '../../etc/passwd<b>' }));
      expect(status).toBe(200);
      expect(text).toContain('This PDF is not the letter that was issued');
      expect(text).not.toMatch(/passwd|alert\(1\)/);
    });

    it('that is too large is refused while it arrives', async () => {
      const { status, text } = await upload(form(Buffer.alloc(1024 * 1024 + 64 * 1024)));
      expect(status).toBe(413);
      expect(text).toContain('<html');
    });

    it('that ends in the middle, or comes in no form, is refused', async () => {
      expect((await upload(form(letter.pdf, { end: '' }))).status).toBe(422);
      expect((await upload(letter.pdf, { 'content-type': 'application/pdf' })).status).toBe(415);
      expect((await upload(letter.pdf, { 'content-type': 'multipart/form-data' })).status).toBe(415);
    });

    it('that was not chosen compares nothing', async () => {
      const { status, text } = await upload(form(Buffer.of(), { name: '' }));
      expect(status).toBe(200);
      expect(text).toContain(letter.number);
      expect(text).not.toMatch(/The PDF is/);
    });

    it('is taken from this page alone', async () => {
      const foreign = await upload(form(letter.pdf), { 'sec-fetch-site': 'cross-site' });
      expect(foreign.body).toMatchObject({ status: 403, code: 'cross-site-request' });
    });

    it('comes in a form here and nowhere else', async () => {
      const elsewhere = await upload(form(letter.pdf), {}, '/api/v1/session');
      expect(elsewhere.body).toMatchObject({ status: 415, code: 'not-json' });
    });
  });

  describe('that no longer holds', () => {
    const refused = async (path: string, body: object) => {
      const ask = async (language: string) =>
        (await api().as(clerks.officer, 'post', path, { body, headers: { 'accept-language': language } }))
          .body as object;
      return [await ask('en'), await ask('hi')];
    };

    it('is told by its page and by the office, in both languages', async () => {
      const [earlier, later] = [await issue(), await issue()];
      const contents = async (fileId: string) =>
        (await api().as(clerks.officer, 'get', `/files/${fileId}/correspondence`)).body as object;
      expect(await contents(later.file)).toMatchObject({ items: [{ issueId: later.issueId, withdrawn: null }] });
      const superseding = { laterNumber: later.number, reason: 'संशोधित' };
      const done = await api().as(clerks.officer, 'post', `/issues/${earlier.issueId}/supersede`, {
        body: superseding,
      });
      expect(done).toMatchObject({ status: 200, body: { id: earlier.issueId } });
      const told = await page(`/verify/${earlier.code}`);
      expect(told.text).toContain('This letter has been superseded');
      expect(told.text).toContain(later.number);
      expect((await page(`/verify/${earlier.code}`, 'hi')).text).toContain('यह पत्र अतिक्रमित हो चुका है');
      const revoked = await api().as(clerks.officer, 'post', `/issues/${later.issueId}/revoke`, {
        body: { reason: 'गोपनीय कारण' },
      });
      expect(revoked.status).toBe(200);
      expect(await contents(earlier.file)).toMatchObject({ items: [{ withdrawn: 'superseded' }] });
      expect(await contents(later.file)).toMatchObject({ items: [{ withdrawn: 'revoked' }] });
      const page2 = await page(`/verify/${later.code}`);
      expect(page2.text).toContain('This letter has been revoked');
      expect(page2.text).not.toContain('गोपनीय');
      expect(await refused(`/issues/${later.issueId}/revoke`, { reason: 'पुनः' })).toMatchObject([
        { status: 409, code: 'letter-withdrawn', detail: expect.stringContaining('(revoked)') as string },
        { status: 409, code: 'letter-withdrawn', detail: expect.stringContaining('(निरस्त)') as string },
      ]);
      const dispatches = [{ recipient: 0, mode: 'by_hand' }];
      expect(await refused(`/issues/${later.issueId}/dispatches`, { dispatches })).toMatchObject([
        { code: 'letter-withdrawn' },
        { code: 'letter-withdrawn' },
      ]);
    });

    it('was withdrawn with a reason, by the signing post, and for a later letter that is there', async () => {
      const { issueId } = await issue();
      expect(await refused(`/issues/${issueId}/revoke`, { reason: ' ' })).toMatchObject([
        { status: 422, code: 'invalid-input' },
        { status: 422, code: 'invalid-input' },
      ]);
      const unfit = { status: 422, code: 'later-letter-unfit', errors: [{ pointer: '#/laterNumber' }] };
      const asked = { laterNumber: '999/NOWHERE', reason: 'संशोधित' };
      expect(await refused(`/issues/${issueId}/supersede`, asked)).toMatchObject([
        { ...unfit, detail: expect.stringContaining('No issued letter 999/NOWHERE') as string },
        { ...unfit, detail: expect.stringContaining('संख्या 999/NOWHERE') as string },
      ]);
      const byClerk = await api().as(clerks.clerk, 'post', `/issues/${issueId}/revoke`, { body: { reason: 'x' } });
      expect([403, 404]).toContain(byClerk.status);
    });
  });
});
