import { diaryNumberIn } from '@patravali/contract';
import { ClerksDesk, chooseRow, tabTo } from '../../support/journeys/clerks-desk';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { rowOf, tabOf } from '../../support/page/desk';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('Whoever touches no mouse, in %s', (language) => {
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    return person;
  }

  it(
    'leaves the command palette with Escape: empty, with hits and without',
    async () => {
      const { page, t, troubles } = await comes('vinod');
      const palette = page.getByRole('dialog', { name: t('keys.palette'), exact: true });
      for (const [typed, shown] of [
        ['', t('page.ways')],
        [t('desk.findFiles'), t('desk.findFiles')],
        ['क्ष क्ष क्ष', t('page.nothingFound')],
      ] as const) {
        await page.keyboard.press('Control+k');
        await palette.locator('input:focus').waitFor();
        await page.keyboard.insertText(typed);
        await palette.getByText(shown).first().waitFor();
        await page.keyboard.press('Escape');
        await palette.waitFor({ state: 'detached' });
      }
      expect(troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'chooses a tab of the desk and opens its first row with Enter, or walks on with j',
    async () => {
      await desk.files('बाढ़ राहत की सूची', 'राशन कार्ड का सत्यापन');
      const diaryNumber = diaryNumberIn(await desk.receipt('खाते का सत्यापन'), language);
      const person = await comes('vinod');
      const { page, t } = person;
      const box = (name: 'inbox' | 'receipts') => tabOf(person, name);
      await tabTo(person, box('receipts'));
      await page.keyboard.press('Enter');
      await rowOf(person, diaryNumber).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL('**/receipts/*');
      await page.goBack();

      await tabTo(person, box('inbox'));
      await page.keyboard.press('Enter');
      const rows = page.getByRole('region', { name: t('desk.box.inbox'), exact: true }).getByRole('listitem');
      await rows.nth(1).waitFor();
      // The box that is shown already: the focus leaves the link all the same.
      await tabTo(person, box('inbox'));
      await page.keyboard.press('Enter');
      await page.keyboard.press('j');
      await rows.nth(1).and(page.locator('[aria-current="true"]')).waitFor();
      const number = (await rows.nth(1).locator('.mono').first().textContent()) ?? '';
      await page.keyboard.press('Enter');
      await page.waitForURL('**/files/*');
      await page.getByText(number, { exact: true }).first().waitFor();
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'presses f on a receipt and finds the post: the first hit is lit, Enter takes what is lit, and a key down goes to the next',
    async () => {
      const receipt = await desk.receipt('नलकूप की मरम्मत');
      const [{ id }, diaryNumber] = [receipt, diaryNumberIn(receipt, language)];
      const person = await comes('vinod');
      const { page, t } = person;
      await page.goto(`/receipts/${id}`);
      await page.getByRole('heading', { level: 1, name: diaryNumber, exact: true }).waitFor();
      const post = page.getByRole('textbox', { name: t('receipts.markTo'), exact: true });
      const focused = page.locator(':focus');
      const lit = page.locator('[data-combobox-selected]');
      await page.keyboard.press('f');
      await post.and(focused).waitFor();
      await page.keyboard.type('HA(');
      const hits = page.getByRole('listbox').getByRole('option');
      await hits.first().and(lit).waitFor();
      expect(await lit.count()).toBe(1);
      const second = (await hits.nth(1).locator('.mono').textContent()) ?? '';
      await page.keyboard.press('ArrowDown');
      await hits.nth(1).and(lit).waitFor();
      expect(await lit.count()).toBe(1);
      await page.keyboard.press('Enter');
      expect(await post.inputValue()).toContain(second);
      // Typing anew lights the first of the new hits.
      await post.fill('SA(GEN)');
      await hits.filter({ hasText: 'SA(GEN)' }).and(lit).waitFor();
      await page.keyboard.press('Enter');
      expect(await post.inputValue()).toContain('SA(GEN)');
      await person.sees(t('receipts.forwarded', { number: diaryNumber }), () => page.keyboard.press('Control+Enter'));
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'presses f in the list of receipts and marks the letter on without opening it',
    async () => {
      const diaryNumber = diaryNumberIn(await desk.receipt('सीमांकन का प्रकरण'), language);
      const person = await comes('vinod');
      const { page, t } = person;
      await page.goto('/desk/receipts');
      const row = await chooseRow(person, diaryNumber);
      await page.keyboard.press('f');
      const dialog = page.getByRole('dialog', { name: t('desk.forwardTitle', { number: diaryNumber }), exact: true });
      const post = dialog.getByRole('textbox', { name: t('receipts.markTo'), exact: true });
      await post.and(page.locator(':focus')).waitFor();
      await page.keyboard.type('SA(EST)');
      await page.locator('[data-combobox-selected]').filter({ hasText: 'SA(EST)' }).waitFor();
      await page.keyboard.press('Enter');
      await person.sees(t('receipts.forwarded', { number: diaryNumber }), () => page.keyboard.press('Control+Enter'));
      await row.waitFor({ state: 'detached' });
      expect(page.url()).toContain('/desk/receipts');
      expect(person.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
