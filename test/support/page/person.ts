import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '@patravali/contract';
import type { Browser, BrowserContext, Download, Locator, Page } from 'playwright-core';
import office from '../../../apps/office/demo/office.json';
import { type Words, wordsOf } from '../language/words';
import { watchRequests } from './still';

/** For one thing to appear. It takes a second on a quiet machine; other suites may leave this one a small share of it. */
const PATIENCE_MS = 90_000;

/** Whatever the content security policy stops is an error of the page. Written as text: it runs in the browser. */
const TELL_OF_VIOLATIONS = `addEventListener('securitypolicyviolation', (event) => {
  throw new Error('stopped by the policy: ' + event.effectiveDirective + ' ' + event.blockedURI + ' ' + event.sample);
})`;

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

export interface PersonOptions {
  readonly language?: Language;
  readonly colorScheme?: 'light' | 'dark';
  /** With a screen of its size, and fingers. */
  readonly phone?: boolean;
}

/** Somebody at a browser of their own: what they see, and what went wrong while they worked. */
export class Person {
  readonly t: Words;

  private constructor(
    readonly page: Page,
    readonly context: BrowserContext,
    readonly language: Language,
    /** Errors of the page, and dialogs that no script of ours opens. */
    readonly troubles: string[],
  ) {
    this.t = wordsOf(language);
  }

  static async arrive(browser: Browser, url: string, options: PersonOptions = {}): Promise<Person> {
    const { language = 'hi', colorScheme = 'light', phone = false } = options;
    const context = await browser.newContext({
      baseURL: url,
      locale: language === 'hi' ? 'hi-IN' : 'en-IN',
      colorScheme,
      timezoneId: 'Asia/Kolkata',
      ...(phone ? PHONE : { viewport: { width: 1366, height: 768 } }),
    });
    await context.addInitScript(TELL_OF_VIOLATIONS);
    const page = await context.newPage();
    const person = new Person(page, context, language, []);
    person.watch(page);
    await page.goto('/');
    return person;
  }

  /** Another tab of the same browser. */
  async otherTab(address: string): Promise<Person> {
    const page = await this.context.newPage();
    const person = new Person(page, this.context, this.language, this.troubles);
    person.watch(page);
    await page.goto(address);
    return person;
  }

  /** The button, link or key that starts a download; answers the bytes. */
  async download(start: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
    const [download] = await Promise.all([this.page.waitForEvent('download', { timeout: 120_000 }), start()]);
    return { name: download.suggestedFilename(), bytes: await bytesOf(download) };
  }

  /**
   * Sees a sentence, after an act when one is given. A success goes by itself after some seconds: the eye is on the page
   * before the act, and a sentence that an earlier act left must have gone.
   */
  async sees(text: string | RegExp, act?: () => Promise<void>): Promise<void> {
    const sentence = this.page.getByText(text).first();
    if (act) await sentence.waitFor({ state: 'detached' });
    await Promise.all([sentence.waitFor(), act?.()]);
  }

  /** A picture for whoever wants to look, in the folder that JOURNEY_PICTURES names. */
  async photograph(name: string): Promise<void> {
    const folder = process.env.JOURNEY_PICTURES;
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: join(folder, `${name}.png`) });
  }

  private watch(page: Page): void {
    watchRequests(page);
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', (error) => this.troubles.push(error.message));
    page.on('dialog', (dialog) => {
      this.troubles.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFileSync(await download.path());
}

/** Somebody who works in the demo office. */
export function personOf(username: string): (typeof office.people)[number] {
  const person = office.people.find((one) => one.username === username);
  if (!person) throw new Error(`${username} does not work in the demo office`);
  return person;
}

/**
 * One press on their name signs a person of the demo office in; who holds several posts says from which they act. Their
 * card bears the markings of their posts too, so the posts are looked for only where one is chosen.
 */
export async function signIn(person: Person, username: string, marking?: string): Promise<void> {
  const { page, language, t } = person;
  await buttonAbout(person, personOf(username).name[language]).click();
  if (marking !== undefined) {
    await page.getByText(t('session.choosePost'), { exact: true }).waitFor();
    await buttonAbout(person, marking).click();
  }
  // In a narrow window the menu lies behind its button.
  const menu = page.getByRole('navigation', { name: t('desk.navigation'), exact: true });
  await menu.or(page.getByRole('button', { name: t('page.menu'), exact: true })).waitFor();
}

/** The card or row of a list that holds these very words. */
export function buttonAbout({ page }: Person, words: string): Locator {
  const said = page.getByText(words, { exact: true });
  return page.getByRole('listitem').getByRole('button').filter({ has: said });
}
