import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** What the clipboard holds after the key that copies. */
export async function copied(page: Page): Promise<string> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.keyboard.press('Control+c');
  return (await page.evaluate<string>('navigator.clipboard.readText()')).normalize('NFC');
}

/** Waits until so many characters are selected; the page allows no script of a string, with which Playwright would wait. */
export async function untilSelected(page: Page, characters: number): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if ((await page.evaluate<number>('getSelection().toString().length')) >= characters) return;
    await sleep(50);
  }
  throw new Error(`${characters} characters were not selected in time`);
}
