import { OPERATIONS } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { useJourneyOffice } from '../../support/journeys/office';
import { escaped } from '../../support/page/desk';
import { buttonAbout, type Person, personOf } from '../../support/page/person';

const NOTE = 'प्रकरण का परीक्षण कर लिया गया है। आदेशार्थ प्रस्तुत।';

describe('Somebody whose hands stay on the keys', () => {
  const office = useJourneyOffice();

  it('signs in, walks the desk, opens a file, writes a note and sends it', async () => {
    const person = await office().person();
    const { page, t } = person;
    await tabTo(person, buttonAbout(person, personOf('sunita').name.hi));
    await page.keyboard.press('Enter');
    await page.getByText(t('session.choosePost')).waitFor();
    await tabTo(person, buttonAbout(person, 'AO(EST)'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: t('desk.before') }).waitFor();

    const rows = page.getByRole('region', { name: t('desk.before'), exact: true }).getByRole('listitem');
    await rows.nth(1).waitFor();
    const at = (index: number) => rows.nth(index).and(page.locator('[aria-current="true"]')).waitFor();
    await at(0);
    await page.keyboard.press('j');
    await at(1);
    await page.keyboard.press('k');
    await at(0);
    // With a Hindi layout the same place of the keyboard types another letter.
    await page.keyboard.press('ArrowDown');
    await at(1);
    const number = (await rows.nth(1).locator('.mono').first().textContent()) ?? '';
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: t('file.sendBar'), exact: true }).waitFor();

    await page.keyboard.press('n');
    await page
      .getByRole('textbox', { name: t('note.composer'), exact: true })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.type(NOTE);
    const sent = new RegExp(`^${t('file.sentTo', { number: escaped(number), post: '.+' })}`);
    await person.sees(sent, () => page.keyboard.press('Control+Enter'));
    await page.waitForURL('**/desk/all');

    await page.keyboard.press('/');
    await page
      .getByRole('searchbox', { name: t('keys.search'), exact: true })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: t('desk.searchFor', { q: number }) }).waitFor();
    await page
      .getByRole('complementary', { name: t('desk.preview'), exact: true })
      .getByText(NOTE)
      .waitFor();
    await page.keyboard.press('Shift+?');
    await page
      .getByRole('dialog', { name: t('keys.all'), exact: true })
      .getByText(t('keys.next'))
      .waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+l');
    await page.locator('html[lang="en"]').waitFor();
    expect(person.troubles).toEqual([]);
  }, 600_000);

  it('signs in once, though one hand goes to the mouse and presses again before the next page has come', async () => {
    const person = await office().person();
    const { page, t } = person;
    const answers: string[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith(OPERATIONS.signInAsDemoPerson.path)) answers.push(response.url());
    });
    const card = buttonAbout(person, personOf('sunita').name.hi);
    await tabTo(person, card);
    const { x = 0, y = 0 } = (await card.boundingBox()) ?? {};
    const held = Promise.withResolvers<undefined>();
    const nextPage = page.waitForRequest('**/*.js');
    await page.route('**/*.js', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.keyboard.press('Enter');
    await nextPage;
    await page.mouse.click(x + 10, y + 10);
    held.resolve(undefined);
    await page.getByText(t('session.choosePost'), { exact: true }).waitFor();
    await buttonAbout(person, 'AO(EST)').click();
    await page.getByRole('heading', { level: 1, name: t('desk.before'), exact: true }).waitFor();
    expect(answers).toHaveLength(1);
    expect(person.troubles).toEqual([]);
  }, 600_000);
});

/** Tabs until the focus stands on what bears that name. */
async function tabTo({ page }: Person, button: Locator): Promise<void> {
  const wanted = button.and(page.locator(':focus'));
  await button.waitFor();
  for (let presses = 0; presses < 60 && (await wanted.count()) === 0; presses++) await page.keyboard.press('Tab');
  expect(await wanted.count()).toBe(1);
}
