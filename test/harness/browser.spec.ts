import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/page/browser';

describe('the browser of the tests', () => {
  let browser: Browser;
  beforeAll(async () => (browser = await startBrowser()), 120_000);
  afterAll(() => browser.close());

  it('shows Hindi and keeps a page from reading another site', async () => {
    const server = createServer((_, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end('पत्रावली'),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    try {
      const page = await browser.newPage();
      await page.goto(`http://localhost:${port}`);
      expect(await page.textContent('body')).toBe('पत्रावली');
      const read = page.evaluate((url) => fetch(url).then((answer) => answer.text()), `http://127.0.0.1:${port}`);
      await expect(read).rejects.toThrow(/fetch/);
    } finally {
      server.close();
    }
  });
});
