import { refuseCrossSite } from './cross-site';
import { idempotencyOf, type RepeatableRequest } from './idempotency';
import { sessionTokens } from './session-cookie';

describe('a change that a page of another site asks for', () => {
  const request = (method: string, headers: Record<string, string>) => ({ method, headers, host: 'office.example.in' });

  it.each([
    ['another site, as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://other.example.in' }],
    ['another origin, from a browser that says no more', { origin: 'https://evil.example' }],
    ['an origin that hides itself', { origin: 'null' }],
    ['our host on another port', { origin: 'https://office.example.in:8443' }],
  ])('is refused: %s', (_, headers) => {
    expect(() => refuseCrossSite(request('POST', headers))).toThrow(
      expect.objectContaining({ code: 'cross-site-request' }) as Error,
    );
    expect(() => refuseCrossSite(request('GET', headers))).not.toThrow();
  });

  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'https://office.example.in' }],
    ['our own page in an older browser', { origin: 'https://office.example.in' }],
    ['a program', {}],
  ])('is carried out for %s', (_, headers) => {
    expect(() => refuseCrossSite(request('DELETE', headers))).not.toThrow();
  });
});

describe("a session's token", () => {
  it.each([
    ['in the cookie', { cookie: 'theme=dark; patravali_session=abc-DEF_1; x=y' }, ['abc-DEF_1']],
    [
      'in each cookie of the name',
      { cookie: 'patravali_session=a; patravali_session=; patravali_session=b' },
      ['a', 'b'],
    ],
    [
      'in a few cookies of the name at most',
      { cookie: Array.from({ length: 9 }, (_, at) => `patravali_session=${at}`).join('; ') },
      ['0', '1', '2'],
    ],
    [
      'as a bearer token, which counts before a cookie',
      { authorization: 'Bearer t0k', cookie: 'patravali_session=c' },
      ['t0k'],
    ],
    ['not in a cookie whose name only ends alike', { cookie: 'not_patravali_session=abc' }, []],
    ['not when the cookie is empty', { cookie: 'patravali_session=' }, []],
    ['nowhere', {}, []],
  ])('is found %s', (_, headers, tokens) => {
    expect(sessionTokens({ headers }, { secure: false })).toEqual(tokens);
  });

  it('is taken over HTTPS from the cookie alone that no other host and no plain HTTP can set', () => {
    const both = { cookie: 'patravali_session=planted; __Host-patravali_session=own' };
    expect(sessionTokens({ headers: both }, { secure: true })).toEqual(['own']);
    expect(sessionTokens({ headers: both }, { secure: false })).toEqual(['planted']);
    expect(sessionTokens({ headers: { cookie: 'patravali_session=planted' } }, { secure: true })).toEqual([]);
    expect(sessionTokens({ headers: { cookie: 'x__Host-patravali_session=x' } }, { secure: true })).toEqual([]);
  });
});

describe('what makes a request safe to repeat', () => {
  const POST = 'post-1';
  const request = (more: object = {}): RepeatableRequest => ({
    method: 'POST',
    url: '/api/v1/files',
    headers: { 'idempotency-key': 'k1', 'content-type': 'application/json' },
    body: { subject: 'विषय', headId: 'h' },
    ...more,
  });
  const hash = (more?: object, postId = POST, secret = '') => idempotencyOf(request(more), postId, secret)?.requestHash;

  it('is the same for the same request, in whatever order its fields were written', () => {
    expect(hash({ body: { headId: 'h', subject: 'विषय' } })).toBe(hash());
  });

  it('differs with method, path, body, acting post and secret', () => {
    const others = [
      hash({ method: 'PUT' }),
      hash({ url: '/api/v1/receipts' }),
      hash({ body: { subject: 'अन्य', headId: 'h' } }),
      hash({}, 'post-2'),
      hash({}, POST, 'secret'),
    ];
    expect(new Set([hash(), ...others]).size).toBe(6);
  });

  it('is nothing for a read, an upload, or without a key', () => {
    expect(idempotencyOf(request({ method: 'GET' }), POST)).toBeUndefined();
    const upload = { 'idempotency-key': 'k1', 'content-type': 'application/pdf' };
    expect(idempotencyOf(request({ headers: upload }), POST)).toBeUndefined();
    expect(idempotencyOf(request({ headers: {} }), POST)).toBeUndefined();
  });

  it.each(['', ' ', 'two words', 'कुंजी', 'k'.repeat(201)])('refuses the key "%s"', (key) => {
    expect(() => idempotencyOf(request({ headers: { 'idempotency-key': key } }), POST)).toThrow(
      expect.objectContaining({ code: 'invalid-input' }) as Error,
    );
  });
});
