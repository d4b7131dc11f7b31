import type { Locator } from 'playwright-core';
import type { SentenceKey } from './journey-words';
import type { Person } from './page-person';

export type BoxName = 'inbox' | 'receipts' | 'drafts' | 'sent' | 'created' | 'closed' | 'to-dispatch';

/** Goes to a box of the desk by the menu on the left. */
export async function goTo(person: Person, box: BoxName): Promise<void> {
  const { page, t } = person;
  await page
    .getByRole('banner')
    .getByRole('link', { name: t('page.name') })
    .click();
  await page
    .getByRole('navigation', { name: t('desk.navigation') })
    .getByRole('link', { name: named(person, box) })
    .click();
  await page.getByRole('heading', { level: 1, name: t(`desk.box.${box}`), exact: true }).waitFor();
}

function named({ t }: Person, box: BoxName): RegExp {
  return new RegExp(`^${t(`desk.box.${box}` satisfies SentenceKey)}( [\\d,+]+)?$`);
}

/** Looks again at what has come to a box meanwhile. */
export async function lookAgain(person: Person, box: BoxName): Promise<void> {
  await goTo(person, box);
  await person.page.reload();
  await person.page.getByRole('heading', { level: 1, name: person.t(`desk.box.${box}`), exact: true }).waitFor();
}

/** The row of the list that bears a number. */
export function rowOf({ page }: Person, number: string): Locator {
  return page.getByRole('listitem').getByRole('button', { name: number });
}

/** Opens what bears that number from the list, as a double click does it. */
export async function openRow(person: Person, number: string): Promise<void> {
  await rowOf(person, number).dblclick();
}

/** Chooses a post by typing its marking. */
export async function pickPost({ page }: Person, label: string, marking: string): Promise<void> {
  await page
    .locator('input')
    .and(page.getByLabel(label, { exact: true }))
    .fill(marking);
  await page.getByRole('option', { name: marking }).click();
}
