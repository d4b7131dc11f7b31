import type { Locator } from 'playwright-core';
import { Looker } from '../../support/page/axe';
import { ClerksDesk, tabTo } from '../../support/journeys/clerks-desk';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const HOSTILE = '<img src=x onerror=alert(1)> <b>नहीं</b>';

describe('A phrase', () => {
  const office = useJourneyOffice();
  const desk = new ClerksDesk(office);
  const field = ({ page, t }: Person, name: 'phrases.hi' | 'phrases.en'): Locator =>
    page.getByRole('dialog').getByRole('textbox', { name: t(name), exact: true });
  const composerOf = ({ page, t }: Person) => page.getByRole('textbox', { name: t('note.composer'), exact: true });

  it(
    'is kept for oneself and for the unit, put in order and deleted, without the mouse',
    async () => {
      const officer = await office().person();
      const { page, t } = officer;
      await signIn(officer, 'sunita', 'AO(EST)');
      const looker = await Looker.of(officer);
      const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor();
      await heading(t('desk.before'));
      await page.keyboard.press('Control+k');
      await page.getByRole('dialog').locator('input:focus').waitFor();
      await page.keyboard.type(t('phrases.title'));
      await page.keyboard.press('Enter');
      await heading(t('phrases.title'));

      const lists = page.getByRole('main').getByRole('region');
      const [mine, ofUnit] = [lists.nth(0), lists.nth(1)];
      const add = async (list: Locator, texts: Partial<Record<'phrases.hi' | 'phrases.en', string>>) => {
        await tabTo(officer, list.getByRole('button', { name: new RegExp(`^${t('phrases.add')}`) }));
        await page.keyboard.press('Enter');
        await field(officer, 'phrases.hi').and(page.locator(':focus')).waitFor();
        for (const [name, text] of Object.entries(texts) as ['phrases.hi', string][]) {
          await tabTo(officer, field(officer, name));
          await page.keyboard.insertText(text);
        }
        await officer.sees(t('phrases.saved'), () => page.keyboard.press('Control+Enter'));
        await page.getByRole('dialog').waitFor({ state: 'detached' });
      };
      await add(mine, { 'phrases.hi': 'कृपया नियमानुसार कार्यवाही करें।', 'phrases.en': 'Please act by the rules.' });
      await add(mine, { 'phrases.hi': HOSTILE });
      await add(ofUnit, { 'phrases.hi': 'अभिलेखों से मिलान किया गया।\nप्रकरण सही पाया गया।' });
      await officer.photograph(`phrases`);
      await looker.look('phrases');

      const change = mine.getByRole('button', { name: new RegExp(`^${t('phrases.change')}`) });
      await tabTo(officer, change.nth(1));
      await page.keyboard.press('Enter');
      const place = page.getByRole('dialog').getByRole('combobox', { name: t('phrases.place'), exact: true });
      await tabTo(officer, place);
      await page.keyboard.press('ArrowUp');
      await officer.photograph(`phrase-dialog`);
      await looker.look('phrase-dialog');
      await officer.sees(t('phrases.saved'), () => page.keyboard.press('Control+Enter'));
      await mine.getByRole('listitem').nth(0).getByText(HOSTILE).waitFor();

      await tabTo(officer, mine.getByRole('button', { name: new RegExp(`^${t('phrases.delete')}`) }).nth(1));
      await page.keyboard.press('Enter');
      await page
        .getByRole('dialog', { name: t('phrases.deleting'), exact: true })
        .locator(':focus')
        .waitFor();
      await officer.sees(t('phrases.deleted'), () => page.keyboard.press('Control+Enter'));
      const added = mine.getByRole('button', { name: new RegExp(`^${t('phrases.add')}`) });
      await added.and(page.locator(':focus')).waitFor();
      await mine.getByRole('listitem').nth(1).waitFor({ state: 'detached' });
      expect(await mine.getByRole('listitem').count()).toBe(1);
      expect([...officer.troubles, ...looker.found]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is put into a note by Alt+Q and a digit, or by some of its letters, and never as anything but text',
    async () => {
      const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
      const text = { hi: 'पंक्ति एक।\nपंक्ति दो।', en: null };
      await officer.ask('saveQuickPhrase', { body: { of: 'unit', text } });
      const clerk = await office().person();
      const { page, t } = clerk;
      await signIn(clerk, 'vinod');
      const client = await desk.clerk();
      const own = { hi: HOSTILE, en: 'A hostile one.' };
      await client.ask('saveQuickPhrase', { body: { of: 'person', text: own } });
      const [file] = await desk.files('वाक्यांशों की जाँच');
      await page.goto(`/files/${file?.id ?? ''}`);
      const looker = await Looker.of(clerk);
      const composer = composerOf(clerk);
      await composer.waitFor();
      await page.keyboard.press('n');
      await composer.and(page.locator(':focus')).waitFor();
      const dialog = page.getByRole('dialog', { name: t('note.keyPhrases'), exact: true });
      const opens = async () => {
        await page.keyboard.press('Alt+q');
        await dialog.getByRole('option', { name: new RegExp(t('phrase.submitted')) }).waitFor();
        await dialog.locator('input:focus').waitFor();
      };
      const closed = async () => {
        await dialog.waitFor({ state: 'detached' });
        await composer.and(page.locator(':focus')).waitFor();
      };
      await opens();
      await clerk.photograph(`phrase-picker`);
      await looker.look('phrase-picker');
      await page.keyboard.press('1');
      await closed();
      await composer.getByText(HOSTILE).waitFor();
      await page.keyboard.press('Enter');
      await opens();
      // By its letters in the other language too.
      await page.keyboard.insertText('hostile');
      expect(await dialog.getByRole('option').count()).toBe(1);
      await page.keyboard.press('Enter');
      await closed();
      await composer.getByRole('paragraph').last().getByText(HOSTILE).waitFor();
      // The unit's phrase, of two lines: two paragraphs.
      await page.keyboard.press('Enter');
      await opens();
      await page.keyboard.insertText('पंक्ति');
      await page.keyboard.press('Enter');
      await closed();
      await page.keyboard.type('और');
      await composer.getByRole('paragraph').last().getByText('पंक्ति दो। और').waitFor();
      expect(await composer.locator('img, b').count()).toBe(0);
      await opens();
      await page.keyboard.press('Escape');
      await closed();
      expect([...clerk.troubles, ...looker.found]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
