import type { Person } from './person';

/** One of the acts of the page that are seldom done. */
export async function rareAct({ page, t }: Person, act: Parameters<Person['t']>[0]): Promise<void> {
  await page.getByRole('button', { name: t('page.otherActs'), exact: true }).click();
  await page.getByRole('menuitem', { name: t(act), exact: true }).click();
}
