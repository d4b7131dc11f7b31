import type { FileCreated, NumberHead, Page } from '@patravali/contract';
import { Looker } from '../../support/page/axe';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { readsInOrder } from '../../support/journeys/pdf';
import { goTo, lookAgain, openRow, rowOf } from '../../support/page/desk';
import { aimAt, chooseAct, sendWithTheKey, untilSaved, writeNote } from '../../support/page/file';
import { type Person, personOf, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const [WRITTEN, ADDED, WORDS] = ['नलकूप की मरम्मत हेतु धनराशि प्रस्तावित।', ' प्राक्कलन संलग्न है।', 'वाक्य पूरा करें'];

const office = useJourneyOffice();

describe.each(LANGUAGES)('A yellow note, in %s', (language) => {
  async function aFile(username: string): Promise<FileCreated> {
    const client = await Client.signIn(() => office().url, username);
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    return await client.ask<FileCreated>('createFile', { body: { headId: head?.id, subject: 'नलकूप की मरम्मत' } });
  }
  async function comes(username: string, marking?: string): Promise<Person> {
    const person = await office().person({ language });
    await signIn(person, username, marking);
    lookers.set(person, await Looker.of(person));
    return person;
  }
  const lookers = new Map<Person, Looker>();
  const looks = (person: Person, screen: string) => lookers.get(person)?.look(screen);
  const wrong = () => [...lookers.values()].flatMap(({ found }) => found);
  /** With the keys alone: out of the text, the act, and once more for the dialog. */
  async function putsUp(clerk: Person, number: string): Promise<void> {
    const { page, t } = clerk;
    await untilSaved(clerk);
    await page.keyboard.press('Tab');
    await page.keyboard.press('v');
    const dialog = page.getByRole('dialog', { name: t('fileMove.put_up_for_correction'), exact: true });
    await dialog.getByRole('radio', { name: /AO\(EST\)/ }).waitFor();
    await dialog.locator(':focus').waitFor();
    await clerk.photograph(`putting-up-${language}`);
    await clerk.sees(t('acts.putUpTo', { number, post: 'AO(EST)' }), () => page.keyboard.press('Control+Enter'));
    await page.waitForURL('**/desk/all');
    await dialog.waitFor({ state: 'detached' });
  }

  it(
    'is put up, pulled back, corrected and returned, and at last confirmed by the superior as his own',
    async () => {
      const { id, number } = await aFile('vinod');
      const clerk = await comes('vinod');
      const { page, t } = clerk;
      await page.goto(`/files/${id}`);
      await writeNote(clerk, WRITTEN);
      await putsUp(clerk, number);
      const undo = page.getByRole('button', { name: t('page.undo'), exact: true });
      await clerk.sees(t('desk.pulledBack', { number }), () => undo.click());
      await page.goto(`/files/${id}`);
      const composer = page.getByRole('textbox', { name: t('note.composer'), exact: true });
      await composer.getByText(WRITTEN).waitFor();
      await composer.focus();
      await putsUp(clerk, number);

      const officer = await comes('sunita', 'AO(EST)');
      await goTo(officer, 'inbox');
      await rowOf(officer, number).getByText(t('desk.forCorrection'), { exact: true }).waitFor();
      await officer.photograph(`for-correction-row-${language}`);
      await openRow(officer, number);
      const bar = officer.page.getByRole('region', { name: t('file.correctionBar'), exact: true });
      await bar.waitFor();
      await writeNote(officer, ADDED);
      await untilSaved(officer);
      await officer.page.getByRole('button', { name: t('note.versions', { count: 2 }) }).waitFor();
      await officer.photograph(`correcting-${language}`);
      await looks(officer, 'correcting');

      await page.goto(`/files/${id}`);
      await page.getByRole('region', { name: t('note.withSuperior', { post: 'AO(EST)' }), exact: true }).waitFor();
      await clerk.photograph(`with-the-superior-${language}`);

      await officer.page.keyboard.press('Tab');
      await officer.page.keyboard.press('r');
      await officer.page.getByRole('textbox', { name: t('desk.remarksOptional'), exact: true }).fill(WORDS);
      await officer.sees(t('file.correctionReturnedTo', { number, post: 'HA(EST)' }), () =>
        officer.page.keyboard.press('Control+Enter'),
      );

      await page.goto(`/files/${id}`);
      await page.getByRole('button', { name: t('note.versions', { count: 2 }) }).click();
      const compared = page.getByRole('dialog', { name: t('note.versionsTitle'), exact: true });
      await compared.locator('ins').getByText('प्राक्कलन').waitFor();
      await clerk.photograph(`versions-${language}`);
      await looks(clerk, 'versions');
      await page.keyboard.press('Escape');
      await compared.waitFor({ state: 'hidden' });
      await writeNote(clerk, ' आदेशार्थ प्रस्तुत।');
      await putsUp(clerk, number);

      await lookAgain(officer, 'inbox');
      await openRow(officer, number);
      await bar.waitFor();
      await officer.page.keyboard.press('Control+Enter');
      await officer.page.getByRole('region', { name: t('note.green', { number: 1 }), exact: true }).waitFor();
      await officer.photograph(`confirmed-as-own-${language}`);
      await aimAt(officer, 'CAO');
      await sendWithTheKey(officer, number, 'CAO');

      await page.goto(`/files/${id}`);
      const note = page.getByRole('article', { name: t('note.number', { number: 1 }), exact: true });
      const [author, putUpBy] = [personOf('sunita').name[language], personOf('vinod').name[language]];
      await note.getByText(author).waitFor();
      await note.getByText(t('note.putUpByLabel')).getByText(putUpBy).waitFor();
      await clerk.photograph(`put-up-by-${language}`);
      const { bytes } = await clerk.download(async () => {
        await chooseAct(clerk, t('acts.noteSheetPdf'));
      });
      await readsInOrder(bytes, [WRITTEN, author, putUpBy]);
      expect([...clerk.troubles, ...officer.troubles, ...wrong()]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is prepared by the personal assistant, who has no means to send it, and confirmed by the officer',
    async () => {
      const { id, number } = await aFile('nandita');
      const assistant = await comes('kamal');
      const { page, t } = assistant;
      await page.goto(`/files/${id}`);
      await writeNote(assistant, WRITTEN);
      await untilSaved(assistant);
      await assistant.photograph(`assistant-${language}`);
      expect(await page.getByRole('region', { name: t('file.sendBar'), exact: true }).count()).toBe(0);
      expect(await page.getByRole('button', { name: t('note.confirm'), exact: true }).count()).toBe(0);

      const officer = await comes('nandita');
      await officer.page.goto(`/files/${id}`);
      const prepared = t('note.preparedBy', { name: personOf('kamal').name[language] });
      await officer.page.getByText(prepared, { exact: true }).waitFor();
      await officer.photograph(`prepared-by-${language}`);
      await aimAt(officer, 'ADDL-COMM(ADM)');
      await sendWithTheKey(officer, number, 'ADDL-COMM(ADM)');
      await officer.page.goto(`/files/${id}`);
      const note = officer.page.getByRole('article', { name: t('note.number', { number: 1 }), exact: true });
      await note.getByText(personOf('nandita').name[language]).waitFor();
      expect([...assistant.troubles, ...officer.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );
});
