import type { Locator } from 'playwright-core';
import { tabTo } from '../journeys/clerks-desk';
import { escaped } from '../page/desk';
import { buttonAbout, type Person, personOf } from '../page/person';

/** Tabs to the card of a person of the demo office, and to one of their posts if they hold several. */
export async function signInByKeys(person: Person, username: string, marking?: string): Promise<void> {
  const { page, language, t } = person;
  await tabTo(person, buttonAbout(person, personOf(username).name[language]));
  await page.keyboard.press('Enter');
  if (marking !== undefined) {
    await page.getByText(t('session.choosePost'), { exact: true }).waitFor();
    await tabTo(person, buttonAbout(person, marking));
    await page.keyboard.press('Enter');
  }
  await page.getByRole('navigation', { name: t('desk.navigation'), exact: true }).waitFor();
}

/** Goes where the palette leads: to a place of the office by its name, or to a file by its number. */
export async function goByPalette(person: Person, words: string): Promise<void> {
  const { page, t } = person;
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: t('keys.palette'), exact: true });
  await palette.locator('input:focus').waitFor();
  await page.keyboard.insertText(words);
  const options = palette.getByRole('option', { name: new RegExp(`^${escaped(words)}( |$)`) });
  // What bears a key is an act of the page that is open, not a place.
  await take(person, options.filter({ hasNot: page.locator('kbd') }).first());
  await palette.waitFor({ state: 'detached' });
}

/** Finds the post that the file goes to, by its marking. */
export async function aimByKeys(person: Person, marking: string): Promise<void> {
  const { page, t } = person;
  await page.keyboard.press('f');
  const field = page.getByRole('textbox', { name: t('file.otherPost'), exact: true });
  await field.and(page.locator(':focus')).waitFor();
  await page.keyboard.insertText(marking);
  const post = page.getByRole('option').filter({ has: page.getByText(marking, { exact: true }) });
  await take(person, post);
  await field.waitFor({ state: 'detached' });
}

/** Tabs to a field and puts that into the place of what stands there. */
export async function fillByKeys(person: Person, field: Locator, words: string): Promise<void> {
  await tabTo(person, field);
  await person.page.keyboard.press('Control+a');
  await person.page.keyboard.insertText(words);
}

/** Tabs to a field that finds posts, and takes the one with that marking. */
export async function pickByKeys(person: Person, label: string, marking: string): Promise<void> {
  const { page } = person;
  await tabTo(person, page.getByRole('textbox', { name: label, exact: true }));
  await page.keyboard.insertText(marking);
  await take(person, page.getByRole('option').filter({ has: page.getByText(marking, { exact: true }) }));
}

/** Gives the reason that an act asks for in its dialog. */
export async function giveReason({ page, t }: Person, title: string, reason: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: title, exact: true });
  const field = dialog.getByRole('textbox', { name: t('file.reason'), exact: true });
  await field.and(page.locator(':focus')).waitFor();
  await page.keyboard.insertText(reason);
  await page.keyboard.press('Control+Enter');
  await dialog.waitFor({ state: 'detached' });
}

/** Writes on the sheet of the file that is open. */
export async function writeByKeys({ page, t }: Person, words: string): Promise<void> {
  await page.keyboard.press('n');
  const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
  await composer.and(page.locator(':focus')).waitFor();
  await page.keyboard.insertText(words);
}

/** Down an open list to that line, and takes it. */
async function take({ page }: Person, line: Locator): Promise<void> {
  await line.waitFor();
  for (let steps = 0; steps < 12 && (await line.getAttribute('data-combobox-selected')) === null; steps++)
    await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}
