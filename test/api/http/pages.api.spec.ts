import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BOXES, PAGE_PATHS, REGISTERS, VERIFIER_PATH } from '@patravali/contract';
import { useApi } from '../../support/http/api';

const SOME_ID = '01a20e3d-5094-73bb-865d-8541f1b028fd';
const ASSETS = join(__dirname, '..', '..', '..', 'dist', 'web', 'assets');

/** The pages of the browser's router, each parameter filled with what may stand there. */
const PAGES = Object.values(PAGE_PATHS).flatMap((path) => {
  if (path.includes('$box')) return BOXES.map((box) => path.replace('$box', box));
  if (path.includes('$register')) return REGISTERS.map((register) => path.replace('$register', register));
  return [path.replace(/\$\w+/g, SOME_ID)];
});
const UNKNOWN = [
  '/nowhere',
  '/sign-in/now',
  '/sign-inn',
  '/desk',
  '/desk/nowhere',
  '/desk/inbox/1',
  '/registers/files',
  '/files',
  '/files/1',
  `/files/${SOME_ID}/drafts`,
  `/files/${SOME_ID}/notes`,
  '/receipts/old',
  '/drafts/new',
  '/index.html',
  '/favicon.ico',
  '/.env',
  '/.vite/manifest.json',
  '/wp-login.php',
  '/apiary',
  '/health/nowhere',
  '//files',
  '/SEARCH',
];

function directives(header: string | undefined): Map<string, string> {
  const parts = (header ?? '')
    .split('; ')
    .map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]);
  return new Map(parts as [string, string][]);
}

describe('an address of the office', () => {
  const api = useApi();

  it.each(PAGES)('%s is a page of the browser', async (path) => {
    for (const asked of [path, `${path}?next=%2F`]) {
      const { status, headers, text } = await api().ask('get', asked);
      expect([asked, status, headers['content-type']]).toEqual([asked, 200, 'text/html; charset=utf-8']);
      expect(headers['cache-control']).toBe('no-cache');
      expect(text).toContain('<div id="root">');
    }
  });

  it('is a page whose styles carry a nonce that only this answer knows, and in which text never becomes script', async () => {
    const answers = [await api().ask('get', '/'), await api().ask('get', '/')];
    const nonces = answers.map(({ headers, text }) => {
      const policy = directives(headers['content-security-policy']);
      const [, nonce = ''] = /^'self' 'nonce-([\w-]{22})'$/.exec(policy.get('style-src') ?? '') ?? [];
      expect(nonce).not.toBe('');
      expect(text).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
      expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
      expect(policy.get('require-trusted-types-for')).toBe("'script'");
      expect(JSON.stringify([...policy])).not.toMatch(/unsafe-inline|'unsafe-eval'/);
      expect(headers).not.toHaveProperty('etag');
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
  });

  it('tells the page that nobody is signed in, where that is certain', async () => {
    const told = async (headers: Record<string, string>) => {
      const { text } = await api().ask('get', '/', { headers });
      return /<meta name="session" content="([^"]*)"/.exec(text)?.[1];
    };
    const cookie = 'patravali_session=abc';
    expect(await told({ 'sec-fetch-site': 'none' })).toBe('none');
    expect(await told({ 'sec-fetch-site': 'same-origin' })).toBe('none');
    expect(await told({ 'sec-fetch-site': 'none', cookie })).toBe('unknown');
    // The cookie of somebody who follows a link on another site stays behind, and an old browser says nothing of the link.
    expect(await told({ 'sec-fetch-site': 'cross-site' })).toBe('unknown');
    expect(await told({})).toBe('unknown');
  });

  it('lets the page for bundles, and the worker that verifies them, connect to nothing', async () => {
    const [worker = ''] = readdirSync(ASSETS).filter((name) => /^bundle\.worker-.*\.js$/.test(name));
    for (const path of [PAGE_PATHS.verifyBundle, `${PAGE_PATHS.verifyBundle}/`, `/assets/${worker}`]) {
      const { status, headers } = await api().ask('get', path);
      const policy = directives(headers['content-security-policy']);
      expect([path, status, policy.get('connect-src'), policy.get('form-action')]).toEqual([
        path,
        200,
        "'none'",
        "'self'",
      ]);
    }
    const [other = ''] = readdirSync(ASSETS).filter((name) => /^pdf\.worker-.*\.js$/.test(name));
    for (const path of ['/sign-in', `/assets/${other}`]) {
      const { headers } = await api().ask('get', path);
      expect(directives(headers['content-security-policy']).get('connect-src')).toBe("'self' blob:");
    }
  });

  it.each(UNKNOWN)('%s is none: 404, in both languages, with two ways out and no script', async (path) => {
    const { status, headers, text } = await api().ask('get', path);
    expect([status, headers['content-type']]).toEqual([404, 'text/html; charset=utf-8']);
    expect(headers).toMatchObject({
      'cache-control': 'no-cache',
      'content-security-policy': expect.stringContaining("default-src 'self'") as string,
      'x-content-type-options': 'nosniff',
    });
    for (const part of ['पृष्ठ नहीं मिला', 'Page not found', 'href="/"', 'href="/sign-in"']) expect(text).toContain(part);
    expect(text).not.toContain('<script');
    const style = /<style>([^]*)<\/style>/.exec(text)?.[1] ?? '';
    const itsHash = createHash('sha256').update(style).digest('base64');
    const policy = directives(headers['content-security-policy']);
    expect(policy.get('style-src')).toBe(`'self' 'sha256-${itsHash}'`);
    expect((await api().ask('head', path)).status).toBe(404);
  });

  it('names a file of the browser, or none', async () => {
    const [known = ''] = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
    expect((await api().ask('get', `/assets/${known}`)).headers['cache-control']).toMatch(/immutable/);
    for (const style of readdirSync(ASSETS).filter((name) => name.endsWith('.css')))
      expect((await api().ask('get', `/assets/${style}`)).headers).not.toHaveProperty('content-security-policy');
    for (const path of ['/assets/', '/assets/nothing.js', '/assets/../index.html', '/assets/%2e%2e/index.html']) {
      const { status, headers } = await api().ask('get', path);
      expect([path, status]).toEqual([path, 404]);
      // A page in the place of a script would be run as one, and a cache that kept the answer would hide the next version.
      expect([headers['content-type'], headers['cache-control']]).toEqual([
        'application/problem+json; charset=utf-8',
        'no-store',
      ]);
    }
  });

  it('gives the verifier as a file that nobody has to believe this server for', async () => {
    const { status, headers, text } = await api().ask('get', VERIFIER_PATH);
    expect([status, headers['content-disposition'], headers['cache-control']]).toEqual([200, 'attachment', 'no-cache']);
    expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(text).toBe(readFileSync(join(ASSETS, '..', 'verifier', 'patravali-verify.mjs'), 'utf8'));
    expect(text).toMatch(/^#!\/usr\/bin\/env node\n/);
  });

  it('below /api is none of the browser', async () => {
    const { status, body } = await api().ask('get', '/api/v1/nowhere');
    expect(status).toBe(404);
    expect(body).toMatchObject({ code: 'not-found' });
  });
});
