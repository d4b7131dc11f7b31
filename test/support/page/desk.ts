import type { Box } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { buttonAbout, type Person } from './person';
import type { SentenceKey } from '../language/words';
import { untilStill } from './still';

export type BoxName = Box;

/** The entries of the menu that have several boxes as their tabs; every other box is a tab of the desk, or its own entry. */
const PLACES = {
  parked: 'desk.later',
  'follow-up': 'desk.later',
  'call-book': 'desk.later',
  sent: 'desk.sent',
  'sent-receipts': 'desk.sent',
  created: 'desk.sent',
  closed: 'desk.sent',
  'to-dispatch': 'desk.dispatch',
  stuck: 'desk.dispatch',
  drafts: 'desk.box.drafts',
  below: 'desk.box.below',
} as const satisfies Partial<Record<BoxName, SentenceKey>>;

/**
 * Goes to a box of the desk by the menu on the left and the tabs above the list. One without anything has no tab there, and is gone to
 * by its address.
 */
export async function goTo(person: Person, box: BoxName): Promise<void> {
  const { page, t } = person;
  await page
    .getByRole('banner')
    .getByRole('link', { name: t('page.name'), exact: true })
    .click();
  await entryOf(person, box).click();
  const tab = tabOf(person, box);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await untilStill(page);
  if ((await tab.count()) > 0) await tab.click();
  else if (!page.url().endsWith(`/desk/${box}`)) await page.goto(`/desk/${box}`);
  await page.waitForURL(`**/desk/${box}`);
  if (box !== 'all') await page.getByRole('heading', { level: 1, name: t(`desk.box.${box}`), exact: true }).waitFor();
}

/** The entry of the menu under which a box stands. */
export function entryOf({ page, t }: Person, box: BoxName): Locator {
  const places: Partial<Record<BoxName, SentenceKey>> = PLACES;
  const place = places[box];
  // An officer's desk is called otherwise than a clerk's.
  const names = place ? [t(place)] : [t('desk.before'), t('desk.mine')];
  return page
    .getByRole('navigation', { name: t('desk.navigation'), exact: true })
    .getByRole('link', { name: new RegExp(names.map((name) => counted(name).source).join('|')) });
}

/** The tab of a box above the list that is shown. */
export function tabOf({ page, t }: Person, box: BoxName): Locator {
  return page.getByRole('main').getByRole('link', { name: counted(t(`desk.box.${box}`)) });
}

/** A name, with or without the number of things behind it. */
export function counted(words: string): RegExp {
  return new RegExp(`^${escaped(words)}( [\\d,+]+)?$`);
}

/** Words for a regular expression, each of their signs meaning itself. */
export function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Looks again at what has come to a box meanwhile. */
export async function lookAgain(person: Person, box: BoxName): Promise<void> {
  await goTo(person, box);
  await person.page.reload();
  await person.page.getByRole('heading', { level: 1, name: person.t(`desk.box.${box}`), exact: true }).waitFor();
}

/** The row of the list that bears a number. */
export function rowOf(person: Person, number: string): Locator {
  return buttonAbout(person, number);
}

/** Opens what bears that number from the list, as a double click does it, once no part of the page comes that could move it. */
export async function openRow(person: Person, number: string): Promise<void> {
  await rowOf(person, number).waitFor();
  await untilStill(person.page);
  await rowOf(person, number).dblclick();
}

/** Chooses a post by typing its marking. A dialog that has just opened is left to place the focus first. */
export async function pickPost({ page }: Person, label: string, marking: string): Promise<void> {
  const field = page.getByRole('textbox', { name: label, exact: true });
  await field.waitFor();
  const dialog = page.getByRole('dialog').filter({ has: field });
  if ((await dialog.count()) > 0) await dialog.locator(':focus').waitFor();
  await field.fill(marking);
  await page
    .getByRole('option')
    .filter({ has: page.getByText(marking, { exact: true }) })
    .click();
}
