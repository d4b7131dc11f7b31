import type { Locator } from 'playwright-core';
import { tabTo } from '../journeys/clerks-desk';
import { counted } from '../page/desk';
import type { Person } from '../page/person';

/** The discussions that are listed, one in each row. */
export const discussionsOf = ({ page, t }: Person): Locator =>
  page.getByRole('region', { name: t('discussion.title'), exact: true }).getByRole('listitem');

/** Where the menu leads to them, with the count of those that await an answer. */
export const discussionsInMenu = ({ page, t }: Person): Locator =>
  page
    .getByRole('navigation', { name: t('desk.navigation'), exact: true })
    .getByRole('link', { name: counted(t('discussion.title')) });

/** Goes by the menu, as who touches no mouse. */
export async function goToDiscussions(person: Person): Promise<void> {
  await tabTo(person, discussionsInMenu(person));
  await person.page.keyboard.press('Enter');
  await person.page.getByRole('heading', { level: 1, name: person.t('discussion.title'), exact: true }).waitFor();
}
