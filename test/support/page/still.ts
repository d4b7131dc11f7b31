import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

const STILL_FOR_MS = 500;
const LOOKED_EVERY_MS = 50;
const PATIENCE_MS = 90_000;

const underWay = new WeakMap<Page, { readonly requests: Set<Request>; since: number }>();

/** From now on it is known what this page asks for. */
export function watchRequests(page: Page): void {
  const watched = { requests: new Set<Request>(), since: Date.now() };
  underWay.set(page, watched);
  page.on('request', (request) => {
    if (isLine(request)) return;
    watched.requests.add(request);
    watched.since = Date.now();
  });
  const over = (request: Request) => {
    if (watched.requests.delete(request)) watched.since = Date.now();
  };
  page.on('requestfinished', over);
  page.on('requestfailed', over);
}

/** Nothing was asked for since half a second, and nothing is still on its way, but for the line on which the page listens. */
export async function untilStill(page: Page): Promise<void> {
  const watched = underWay.get(page);
  if (!watched) throw new Error('Nobody watches what this page asks for');
  await page.waitForLoadState('load');
  const begun = Date.now();
  while (watched.requests.size > 0 || Date.now() - watched.since < STILL_FOR_MS) {
    await pause(LOOKED_EVERY_MS);
    if (Date.now() - begun > PATIENCE_MS) {
      throw new Error(`The page still waits for ${[...watched.requests].map((request) => request.url()).join(', ')}`);
    }
  }
}

const isLine = (request: Request): boolean => request.resourceType() === 'eventsource';
