import type { Locator } from 'playwright-core';
import { aNote } from '../../support/http/clerks';
import { ClerksDesk, type NamedFile } from '../../support/journeys/clerks-desk';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { Looker } from '../../support/page/axe';
import { visibleControls } from '../../support/page/controls';
import { rowOf } from '../../support/page/desk';
import { actsMenu, goToTab } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
/** On a screen of 1366 by 768, with the bar of the office, before anything is written. */
const MOST_CONTROLS = 30;
const office = useJourneyOffice();
const desk = new ClerksDesk(office);

describe.each(LANGUAGES)('What can be done with a file, in %s,', (language) => {
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    await person.page.setViewportSize({ width: 1366, height: 768 });
    return person;
  }

  /** With a letter in it, on the desk of the clerk. */
  async function aFile(subject: string): Promise<NamedFile> {
    const [file] = await desk.files(`${subject} ${language}`);
    if (!file) throw new Error('no file was made');
    const { id: receiptId } = await desk.receipt(subject);
    await (
      await desk.clerk()
    ).ask('putReceiptInFile', { params: { receiptId }, body: { fileId: file.id, flag: 'puc' } });
    return file;
  }

  it(
    'stands in one menu and in the palette, with keys, and with why not; the officer discusses and returns beside it',
    async () => {
      const file = await aFile('तटबन्ध की मरम्मत');
      await desk.sendBackAndForth(file, 1);
      const officer = await comes('sunita', 'AO(EST)');
      const { page, t } = officer;
      const looker = await Looker.of(officer);
      await page.goto(`/files/${file.id}`);
      for (const act of ['acts.discuss', 'acts.putUpAgain'] as const)
        await page.getByRole('button', { name: t(act), exact: true }).waitFor();
      await page.getByRole('button', { name: t('viewer.more'), exact: true }).waitFor();
      const seen = await visibleControls(page);
      await officer.photograph(`file-head-${language}`);
      expect(seen.length > MOST_CONTROLS ? seen : []).toEqual([]);

      await page.keyboard.press('.');
      const menu = page.getByRole('menu');
      await menu.getByRole('group', { name: t('acts.group.papers'), exact: true }).waitFor();
      await officer.photograph(`acts-of-a-file-${language}`);
      await looker.look('acts of a file');
      const correction = menu.getByRole('menuitem', { name: t('fileMove.put_up_for_correction') });
      expect(await correction.getAttribute('aria-disabled')).toBe('true');
      await correction.getByText(t('acts.why.noWords'), { exact: true }).waitFor();
      await page.keyboard.press('v');
      await menu.waitFor();
      await page.keyboard.press('w');
      await leaves(officer, t('fileMove.park'));

      await page.keyboard.press('Control+k');
      const palette = page.getByRole('dialog', { name: t('keys.palette'), exact: true });
      await palette.locator('input:focus').waitFor();
      await officer.photograph(`palette-of-a-file-${language}`);
      await page.keyboard.insertText(t('fileMove.put_in_call_book'));
      await palette.getByRole('option', { name: t('fileMove.put_in_call_book'), exact: true }).waitFor();
      await page.keyboard.press('Enter');
      await leaves(officer, t('fileMove.put_in_call_book'));
      expect([...officer.troubles, ...looker.found]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is asked to be discussed with two keys: words, action and desk are there',
    async () => {
      const file = await aFile('मदवार सूची');
      await desk.sendBackAndForth(file, 1);
      const officer = await comes('sunita', 'AO(EST)');
      const { page, t } = officer;
      await page.goto(`/files/${file.id}`);
      await page.getByRole('button', { name: t('acts.discuss'), exact: true }).waitFor();
      await page.keyboard.press('d');
      const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
      await composer.and(page.locator(':focus')).getByText(t('phrase.discuss')).waitFor();
      await officer.photograph(`to-discuss-${language}`);
      await officer.sees(t('file.sentTo', { number: file.number, post: 'HA(EST)' }), () =>
        page.keyboard.press('Control+Enter'),
      );
      const clerk = await comes('vinod');
      await clerk.page.goto('/desk/inbox');
      await rowOf(clerk, file.number).getByText(t('action.to_discuss')).waitFor();
      expect([...officer.troubles, ...clerk.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'begins for an assistant with a draft, and leads from every tab to where it is done',
    async () => {
      const file = await aFile('मानदेय का भुगतान');
      await (await desk.clerk()).ask('addNote', { params: { fileId: file.id }, body: aNote('प्रस्तुत।') });
      const clerk = await comes('vinod');
      const { page, t } = clerk;
      await page.goto(`/files/${file.id}`);
      for (const act of ['fileMove.put_up_draft', 'fileMove.park'] as const)
        await page.getByRole('button', { name: t(act), exact: true }).waitFor();
      await goToTab(clerk, 'movements');
      await page.keyboard.press('.');
      await page.getByRole('menu').waitFor();
      await page.keyboard.press('n');
      await page
        .getByRole('textbox', { name: t('note.composer'), exact: true })
        .and(page.locator(':focus'))
        .waitFor();
      await page.keyboard.press('Escape');
      await page.evaluate('document.activeElement.blur()');
      await page.keyboard.press('Shift+C');
      await leaves(clerk, t('fileMove.correct_cover'));
      await page.keyboard.press('p');
      await page.waitForURL(`**/files/${file.id}/drafts/new`);
      expect(clerk.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  /** Closes the dialog that has opened; the focus is then on the menu of acts. */
  async function leaves(person: Person, title: string): Promise<void> {
    const { page } = person;
    const dialog: Locator = page.getByRole('dialog', { name: title, exact: true });
    await dialog.locator(':focus').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await actsMenu(person).and(page.locator(':focus')).waitFor();
  }
});
