import type { Locator } from 'playwright-core';
import { tabTo } from '../journeys/clerks-desk';
import { counted } from '../page/desk';
import type { Person } from '../page/person';

/** The discussions that are listed, one in each row. */
export const discussionsOf = ({ page, t }: Person): Locator =>
  page.getByRole('region', { name: t('discussion.title'), exact: true }).getByRole('listitem');

/** The tab of the desk that leads to them, with the count of those that await an answer. */
export const discussionsTab = ({ page, t }: Person): Locator =>
  page.getByRole('main').getByRole('link', { name: counted(t('discussion.open')) });

/** Goes by the tab, as who touches no mouse. */
export async function goToDiscussions(person: Person): Promise<void> {
  await tabTo(person, discussionsTab(person));
  await person.page.keyboard.press('Enter');
  await person.page.getByRole('heading', { level: 1, name: person.t('discussion.title'), exact: true }).waitFor();
}
