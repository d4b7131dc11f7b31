import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { LANGUAGES } from '../language/languages';
import type { Person } from './person';
import { untilStill } from './still';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** Every look costs a second or two. They are for `axe.spec.ts`, and for all journeys on a day of their own (test/tiers.cjs). */
const EVERYWHERE = process.env.TEST_AXE === 'everywhere';
/** The slowest of the rules; colours are the same in both languages. */
const COLOURS = 'color-contrast';
const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const A_MINUTE_MS = 60_000;
const AT_REST_WITHIN_MS = 5_000;
const WHAT_MOVES = `JSON.stringify([location.pathname, document.visibilityState, document.getAnimations().map((moving) => [
  moving.playState, moving.animationName ?? moving.transitionProperty, moving.currentTime,
  moving.effect.target?.outerHTML.slice(0, 150),
])])`;

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Looks at the screens of one person with the eyes of axe, and gathers what is wrong with them. */
export class Looker {
  readonly found: string[] = [];

  private constructor(
    private readonly person: Person,
    private readonly looks: boolean,
  ) {}

  /** @param always also where TEST_AXE does not ask for it. */
  static async of(person: Person, always = false): Promise<Looker> {
    const looks = always || EVERYWHERE;
    if (looks) {
      await person.page.addInitScript({ content: AXE });
      await person.page.reload();
    }
    return new Looker(person, looks);
  }

  /** By every rule, by that of colours in the first language that is told; which names occur twice among the buttons of a dialog, axe does not ask. */
  async look(screen: string): Promise<void> {
    if (!this.looks) return;
    const { page } = this.person;
    await untilAtRest(page);
    const rules = { [COLOURS]: { enabled: this.person.language === LANGUAGES[0] } };
    const wrong = await violations(page, { runOnly: { type: 'tag', values: ALL_RULES }, rules });
    wrong.push(...(await namesTwice(page)));
    this.found.push(...wrong.map((each) => `${screen}: ${each}`));
    await this.person.photograph(`${nameOf(screen)}-${this.person.language}`);
  }

  /** The colours of the same in the dark. */
  async lookInTheDark(screen: string): Promise<void> {
    if (!this.looks) return;
    const { page } = this.person;
    await inScheme(page, 'dark');
    const wrong = await violations(page, { runOnly: { type: 'rule', values: [COLOURS] } });
    this.found.push(...wrong.map((each) => `${screen}, dark: ${each}`));
    await this.person.photograph(`${nameOf(screen)}-${this.person.language}-dark`);
    await inScheme(page, 'light');
  }
}

const nameOf = (screen: string): string => screen.replaceAll(/[^\w-]+/g, '_');

async function inScheme(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor();
  await untilAtRest(page);
}

/** Nothing is still being fetched, fading in or changing its colour. */
async function untilAtRest(page: Page): Promise<void> {
  await untilStill(page);
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  // A browser that draws nothing for a while, because the machine has other work, ends no animation meanwhile.
  await inTime(page, 'the animations', () =>
    page.evaluate(`Promise.race([
      Promise.allSettled(document.getAnimations()
        .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
        .map(({ finished }) => finished)),
      new Promise((resolve) => setTimeout(resolve, ${AT_REST_WITHIN_MS})),
    ]).then(() => null)`),
  );
}

/** A browser that waits for itself has no limit of its own. @throws Error saying what moves on the page, after a minute. */
async function inTime<T>(page: Page, what: string, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      page.evaluate<string>(WHAT_MOVES).then(
        (moving) => reject(new Error(`${what} did not come to an end: ${moving}`)),
        () => reject(new Error(`${what} did not come to an end, and the page does not answer`)),
      );
    }, A_MINUTE_MS);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Rules {
  readonly runOnly: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] };
  readonly rules?: Readonly<Record<string, { readonly enabled: boolean }>>;
}

async function violations(page: Page, rules: Rules): Promise<string[]> {
  const options = JSON.stringify({ ...rules, resultTypes: ['violations'] });
  // What an open list or dialog covers in part is no smaller for it.
  const search = `axe.run(${options}).then(({ violations }) => {
    const layers = '[role="dialog"], [role="menu"], [role="listbox"]';
    const isBelow = ({ target }) => document.querySelector(layers) && !document.querySelector(target)?.closest(layers);
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => id !== 'target-size' || !isBelow(node)) }));
  })`;
  const found = await inTime(page, 'axe', () => page.evaluate<Violation[]>(search));
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`));
}

/** Who hears "Close" and "Close" cannot tell them apart. */
async function namesTwice(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog').last();
  if ((await dialog.count()) === 0) return [];
  const named = [...(await dialog.ariaSnapshot()).matchAll(/- button "([^"]+)"/g)].map(([, name]) => name ?? '');
  return named.filter((name, index) => named.indexOf(name) !== index).map((name) => `two buttons “${name}”`);
}
