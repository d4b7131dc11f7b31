import { useJourneyOffice } from '../support/journey-office';
import { type Person, personOf } from '../support/page-person';

const NOTE = 'प्रकरण का परीक्षण कर लिया गया है। आदेशार्थ प्रस्तुत।';

describe('Somebody whose hands stay on the keys', () => {
  const office = useJourneyOffice();

  it('signs in, walks the inbox, opens a file, writes a note and sends it', async () => {
    const person = await office().person();
    const { page, t } = person;
    await tabTo(person, personOf('sunita').name.hi);
    await page.keyboard.press('Enter');
    await page.getByText(t('session.choosePost')).waitFor();
    await tabTo(person, 'SO(EST)');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: t('desk.box.inbox') }).waitFor();

    const rows = page.getByRole('region', { name: t('desk.box.inbox') }).getByRole('listitem');
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
    await page.getByRole('region', { name: t('file.sendBar') }).waitFor();

    await page.keyboard.press('n');
    await page
      .getByRole('textbox', { name: t('note.composer') })
      .and(page.locator(':focus'))
      .waitFor();
    await page.keyboard.type(NOTE);
    await page.keyboard.press('Control+Enter');
    await person.sees(new RegExp(`^${t('file.sentTo', { number, post: '.+' })}$`));

    await page.keyboard.press('/');
    await page.keyboard.type(number);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: t('desk.searchFor', { q: number }) }).waitFor();
    await page
      .getByRole('complementary', { name: t('desk.preview') })
      .getByText(NOTE)
      .waitFor();
    await page.keyboard.press('Shift+?');
    await page
      .getByRole('dialog', { name: t('keys.all') })
      .getByText(t('keys.next'))
      .waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Alt+l');
    await page.locator('html[lang="en"]').waitFor();
    expect(person.troubles).toEqual([]);
  }, 180_000);
});

/** Tabs until the focus stands on what bears that name. */
async function tabTo({ page }: Person, name: string): Promise<void> {
  const wanted = page.getByRole('button', { name }).and(page.locator(':focus'));
  await page.getByRole('button', { name }).waitFor();
  for (let presses = 0; presses < 60 && (await wanted.count()) === 0; presses++) await page.keyboard.press('Tab');
  expect(await wanted.count()).toBe(1);
}
