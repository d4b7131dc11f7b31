import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { DocumentView } from '@patravali/contract';
import { PDFDocument } from 'pdf-lib';
import type { BrowserContext, Page } from 'playwright-core';
import { useApi } from '../../support/http/api';
import { startKeptBrowser } from '../../support/page/browser';
import { runFolder } from '../../support/database/cluster';
import type { Marking } from '../../support/office/office';

const api = useApi({ holds: 'section' });
let url: string;
beforeAll(async () => {
  await api().app.listen(0, '127.0.0.1');
  url = await api().app.getUrl();
});

async function aPdf(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage();
  document.setTitle(randomUUID());
  return Buffer.from(await document.save());
}

const as = async (marking: Marking) => ({ authorization: `Bearer ${await api().token(api().office.at(marking))}` });

async function aDocument(of: Marking): Promise<{ content: string; size: number }> {
  const body = await aPdf();
  const headers = { ...(await as(of)), 'content-type': 'application/pdf', 'idempotency-key': randomUUID() };
  const answer = await fetch(`${url}/api/v1/documents?fileName=letter.pdf`, { method: 'POST', headers, body });
  const { id } = DocumentView.parse(await answer.json());
  return { content: `/api/v1/documents/${id}/content`, size: body.length };
}

describe('what may be kept of an answer', () => {
  it('is nothing of JSON and of refusals, and a document only to be asked for anew each time', async () => {
    const { content } = await aDocument('ASO');
    const headers = await as('ASO');
    for (const path of ['/api/v1/desk', '/api/v1/session', '/api/v1/files/x', '/api/openapi.json', '/health/live']) {
      expect([path, (await fetch(url + path, { headers })).headers.get('cache-control')]).toEqual([path, 'no-store']);
    }
    expect((await fetch(url + content)).headers.get('cache-control')).toBe('no-store');
    const given = await fetch(url + content, { headers });
    expect(given.headers.get('cache-control')).toBe('private, no-cache');
    const etag = String(given.headers.get('etag'));
    const again = await fetch(url + content, { headers: { ...headers, 'if-none-match': etag } });
    expect([again.status, again.headers.get('cache-control')]).toEqual([304, 'private, no-cache']);
    expect((await fetch(url + content, { headers: { 'if-none-match': etag } })).status).toBe(401);
  });

  it('is forgotten at the word of the server when somebody signs out', async () => {
    const headers = { ...(await as('SO')), 'idempotency-key': 'out' };
    const signedOut = await fetch(`${url}/api/v1/session`, { method: 'DELETE', headers });
    expect([signedOut.status, signedOut.headers.get('clear-site-data')]).toEqual([204, '"cache"']);
  });

  it('leaves a PDF nothing that it could do in a browser', async () => {
    const { content } = await aDocument('ASO');
    const { fileId } = await api().office.newFile(api().office.at('ASO'));
    for (const path of [content, `/api/v1/files/${fileId}/note-sheet.pdf`]) {
      const { headers, status } = await fetch(url + path, { headers: await as('ASO') });
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'application/pdf']);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*frame-ancestors 'none'; sandbox/);
    }
  });
});

describe('a browser in which somebody has worked', () => {
  const folder = () => mkdtempSync(join(runFolder(), 'browser-'));
  let browser: BrowserContext | undefined;
  afterEach(() => browser?.close());

  async function signedIn(person: Marking, kept: string): Promise<Page> {
    browser = await startKeptBrowser(kept);
    const [, value = ''] = (await as(person)).authorization.split(' ');
    await browser.addCookies([{ name: 'patravali_session', value, url, httpOnly: true, sameSite: 'Strict' }]);
    const page = await browser.newPage();
    await page.goto(`${url}/health/live`);
    return page;
  }

  /** Status and length of what a script gets, `null` for nothing. */
  const taken = (page: Page, path: string, cache: string) =>
    page.evaluate<[number, number] | null>(
      `fetch('${path}', { cache: '${cache}', mode: 'same-origin' })
        .then(async (answer) => [answer.status, (await answer.arrayBuffer()).byteLength]).catch(() => null)`,
    );

  it('has nothing of a document any more when that person has signed out', async () => {
    const { content, size } = await aDocument('ASO');
    const page = await signedIn('ASO', folder());
    expect(await taken(page, content, 'default')).toEqual([200, size]);
    // It does keep it as long as its reader is there: else this would show nothing.
    expect(await taken(page, content, 'only-if-cached')).toEqual([200, size]);
    await page.goto(`${url}/api/v1/desk`);
    expect(await page.content()).toContain('inbox');
    await page.goto(`${url}/health/live`);
    const signOut = `fetch('/api/v1/session', { method: 'DELETE', headers: { 'Idempotency-Key': 'out' } })`;
    expect(await page.evaluate(`${signOut}.then(({ status }) => status)`)).toBe(204);
    expect((await taken(page, content, 'only-if-cached'))?.[0] ?? 504).toBe(504);
    for (const cache of ['force-cache', 'default']) expect((await taken(page, content, cache))?.[0]).toBe(401);
    await page.goBack();
    expect(await page.content()).not.toContain('inbox');
    const opened = await page.goto(url + content);
    expect(opened?.status()).toBe(401);
  });

  it('gives it to nobody after a restart without the session', async () => {
    const { content, size } = await aDocument('OTHER');
    const kept = folder();
    const page = await signedIn('OTHER', kept);
    expect(await taken(page, content, 'default')).toEqual([200, size]);
    await browser?.clearCookies();
    await browser?.close();
    browser = await startKeptBrowser(kept);
    const later = await browser.newPage();
    await later.goto(`${url}/health/live`);
    expect((await taken(later, content, 'default'))?.[0]).toBe(401);
    expect((await later.goto(url + content))?.status()).toBe(401);
  });
});
