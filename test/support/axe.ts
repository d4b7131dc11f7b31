import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Person } from './page-person';

const AXE = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
/** The slowest of the rules; colours are the same in both languages. */
const COLOURS = 'color-contrast';
const ALL_RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}

/** Looks at the screens of one person with the eyes of axe, and gathers what is wrong with them. */
export class Looker {
  readonly found: string[] = [];

  private constructor(private readonly person: Person) {}

  static async of(person: Person): Promise<Looker> {
    await person.page.addInitScript({ content: AXE });
    await person.page.reload();
    return new Looker(person);
  }

  /** By every rule, by that of colours in one language; which names occur twice among the buttons of a dialog, axe does not ask. */
  async look(screen: string): Promise<void> {
    const { page } = this.person;
    await untilAtRest(page);
    const rules = { [COLOURS]: { enabled: this.person.language === 'hi' } };
    const wrong = await violations(page, { runOnly: { type: 'tag', values: ALL_RULES }, rules });
    wrong.push(...(await namesTwice(page)));
    this.found.push(...wrong.map((each) => `${screen}: ${each}`));
    await this.person.photograph(`${nameOf(screen)}-${this.person.language}`);
  }

  /** The colours of the same in the dark. */
  async lookInTheDark(screen: string): Promise<void> {
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
  await page.waitForLoadState('networkidle');
  await page.locator('.mantine-Skeleton-root').first().waitFor({ state: 'detached' });
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished)).then(() => null)`);
}

interface Rules {
  readonly runOnly: { readonly type: 'tag' | 'rule'; readonly values: readonly string[] };
  readonly rules?: Readonly<Record<string, { readonly enabled: boolean }>>;
}

async function violations(page: Page, rules: Rules): Promise<string[]> {
  const options = JSON.stringify({ ...rules, resultTypes: ['violations'] });
  // What an open list or dialog covers in part is no smaller for it.
  const found = await page.evaluate<Violation[]>(`axe.run(${options}).then(({ violations }) => {
    const layers = '[role="dialog"], [role="menu"], [role="listbox"]';
    const isBelow = ({ target }) => document.querySelector(layers) && !document.querySelector(target)?.closest(layers);
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.filter((node) => id !== 'target-size' || !isBelow(node)) }));
  })`);
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id} ${html.slice(0, 200)}`));
}

/** Who hears "Close" and "Close" cannot tell them apart. */
async function namesTwice(page: Page): Promise<string[]> {
  const dialog = page.getByRole('dialog').last();
  if ((await dialog.count()) === 0) return [];
  const named = [...(await dialog.ariaSnapshot()).matchAll(/- button "([^"]+)"/g)].map(([, name]) => name ?? '');
  return named.filter((name, index) => named.indexOf(name) !== index).map((name) => `two buttons “${name}”`);
}
