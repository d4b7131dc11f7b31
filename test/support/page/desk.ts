import type { Box } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { buttonAbout, type Person } from './person';
import { untilStill } from './still';

export type BoxName = Box;

/** Goes to a box of the desk by the menu on the left. */
export async function goTo(person: Person, box: BoxName): Promise<void> {
  const { page, t } = person;
  await page
    .getByRole('banner')
    .getByRole('link', { name: t('page.name'), exact: true })
    .click();
  await page
    .getByRole('navigation', { name: t('desk.navigation'), exact: true })
    .getByRole('link', { name: named(person, box) })
    .click();
  await page.getByRole('heading', { level: 1, name: t(`desk.box.${box}`), exact: true }).waitFor();
}

function named({ t }: Person, box: BoxName): RegExp {
  return counted(t(`desk.box.${box}`));
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
