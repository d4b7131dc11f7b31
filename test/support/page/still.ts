import { setTimeout as pause } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

const LOOKED_EVERY_MS = 10;
const PATIENCE_MS = 90_000;
const A_SECOND_MS = 1_000;

/** What a page asks for: what is on its way, and how much it has asked in all. */
interface Watched {
  readonly requests: Set<Request>;
  asked: number;
}

const underWay = new WeakMap<Page, Watched>();

/** From now on it is known what this page asks for. */
export function watchRequests(page: Page): void {
  const watched: Watched = { requests: new Set(), asked: 0 };
  underWay.set(page, watched);
  page.on('request', (request) => {
    if (isLine(request)) return;
    watched.requests.add(request);
    watched.asked += 1;
  });
  const over = (request: Request) => watched.requests.delete(request);
  page.on('requestfinished', over);
  page.on('requestfailed', over);
}

/**
 * Twice with a frame between them the page has had nothing to do. Whatever an answer brought is shown by then, and what that asks
 * for is under way. On a busy machine the browser may draw a page that does not change no more, and promises no idle time: after a second
 * that alone is no reason to wait. Written as text: it runs in the browser.
 */
const NOTHING_TO_DO = `new Promise((done) => {
  const idle = (then) => requestIdleCallback(then, { timeout: ${A_SECOND_MS} });
  const frame = (then) => {
    const timer = setTimeout(drawn, ${A_SECOND_MS});
    const number = requestAnimationFrame(drawn);
    function drawn() {
      clearTimeout(timer);
      cancelAnimationFrame(number);
      then();
    }
  };
  idle(() => frame(() => idle(() => done(null))));
})`;

/** The page has shown what it asked for and asks for nothing more, but for the line on which it listens. */
export async function untilStill(page: Page): Promise<void> {
  const watched = underWay.get(page);
  if (!watched) throw new Error('Nobody watches what this page asks for');
  await page.waitForLoadState('load');
  for (const begun = Date.now(); Date.now() - begun < PATIENCE_MS;) {
    const { asked } = watched;
    if (watched.requests.size > 0) await pause(LOOKED_EVERY_MS);
    else {
      await page.evaluate(NOTHING_TO_DO);
      if (watched.requests.size === 0 && watched.asked === asked) return;
    }
  }
  throw new Error(`The page still waits for ${[...watched.requests].map((request) => request.url()).join(', ')}`);
}

const isLine = (request: Request): boolean => request.resourceType() === 'eventsource';
