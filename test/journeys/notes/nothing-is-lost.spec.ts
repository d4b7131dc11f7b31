import { setTimeout as sleep } from 'node:timers/promises';
import type { FileCreated, NumberHead, Page } from '@patravali/contract';
import { Client } from '../../support/journeys/client';
import { useJourneyOffice } from '../../support/journeys/office';
import { untilSaved, writeNote } from '../../support/page/file';
import { type Person, personOf, signIn } from '../../support/page/person';

const LOOK_AGAIN_MS = 100;
const HELD_WITHIN_MS = 60_000;

describe('A note that is being written', () => {
  const office = useJourneyOffice();
  let clerk: Client;

  beforeAll(async () => {
    clerk = await Client.signIn(() => office().url, 'vinod');
  }, 60_000);

  async function atANewFile(): Promise<{ person: Person; address: string; fileId: string }> {
    const [head] = (await clerk.ask<Page<NumberHead>>('listNumberHeads')).items;
    const body = { headId: head?.id, subject: 'नलकूप की मरम्मत' };
    const { id: fileId } = await clerk.ask<FileCreated>('createFile', { body });
    const person = await office().person();
    await signIn(person, 'vinod');
    const address = `/files/${fileId}`;
    await person.page.goto(address);
    return { person, address, fileId };
  }

  /** Until the server holds these words; the page may still show that it saved the words before them. */
  async function untilHeld(fileId: string, words: string): Promise<void> {
    const heldNote = async () => {
      const file = await clerk.ask<{ pendingNote: unknown }>('getFile', { params: { fileId } });
      return JSON.stringify(file.pendingNote);
    };
    const start = Date.now();
    while (!(await heldNote()).includes(words) && Date.now() - start < HELD_WITHIN_MS) await sleep(LOOK_AGAIN_MS);
    expect(await heldNote()).toContain(words);
  }

  it('outlives a lost line, a closed window and a new one', async () => {
    const { person, address, fileId } = await atANewFile();
    const { t } = person;
    await writeNote(person, 'पहला वाक्य। ');
    await untilSaved(person);
    await person.context.setOffline(true);
    await writeNote(person, 'बिना सम्पर्क लिखा गया वाक्य।');
    await person.sees(t('note.offline'));
    await person.page.close();
    await person.context.setOffline(false);

    const later = await person.otherTab(address);
    await later.page
      .getByRole('textbox', { name: t('note.composer'), exact: true })
      .getByText('बिना सम्पर्क लिखा गया वाक्य।')
      .waitFor();
    await untilHeld(fileId, 'पहला वाक्य। बिना सम्पर्क लिखा गया वाक्य।');
    await untilSaved(later);
    expect(person.troubles).toEqual([]);
  }, 600_000);

  it('is saved by itself when the line comes back', async () => {
    const { person, fileId } = await atANewFile();
    await person.page.getByRole('textbox', { name: person.t('note.composer'), exact: true }).waitFor();
    await person.context.setOffline(true);
    await writeNote(person, 'आपूर्ति लौटते ही सहेजें।');
    await person.sees(person.t('note.offline'));
    await person.context.setOffline(false);
    await untilHeld(fileId, 'आपूर्ति लौटते ही सहेजें।');
    await untilSaved(person);
  }, 600_000);

  it('goes on over a session that has ended, once its writer has signed in again on the spot', async () => {
    const { person, fileId } = await atANewFile();
    const { page, t, language } = person;
    await writeNote(person, 'सत्र रहते लिखा। ');
    await untilSaved(person);
    const elsewhere = await person.otherTab('/');
    const banner = elsewhere.page.getByRole('banner');
    await banner
      .getByRole('button')
      .filter({ hasText: personOf('vinod').name[language] })
      .click();
    await elsewhere.page.getByRole('menuitem', { name: t('session.signOut'), exact: true }).click();
    await elsewhere.page.getByText(t('session.demoTitle')).waitFor();

    await writeNote(person, 'सत्र के बाद लिखा।');
    const dialog = page.getByRole('dialog', { name: t('session.againTitle'), exact: true });
    await dialog
      .getByRole('button', { name: t('session.goOnAs', { name: personOf('vinod').name[language] }), exact: true })
      .click();
    await dialog.waitFor({ state: 'hidden' });
    await untilHeld(fileId, 'सत्र रहते लिखा। सत्र के बाद लिखा।');
    await untilSaved(person);
    expect(person.troubles).toEqual([]);
  }, 600_000);

  it('shows both texts when two windows wrote, and keeps what their writer made of them', async () => {
    const { person, address, fileId } = await atANewFile();
    const { page, t } = person;
    const other = await person.otherTab(address);
    await other.page.getByRole('textbox', { name: t('note.composer'), exact: true }).waitFor();
    await writeNote(person, 'पहली खिड़की का पाठ।');
    await untilSaved(person);
    await writeNote(other, 'दूसरी खिड़की का पाठ।');
    const dialog = other.page.getByRole('dialog', { name: t('note.staleTitle'), exact: true });
    await dialog.getByText('पहली खिड़की का पाठ।').waitFor();
    await dialog.getByText('दूसरी खिड़की का पाठ।').waitFor();
    await other.photograph('both-texts');
    await dialog.getByRole('button', { name: t('note.goOn'), exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const writing = other.page.getByRole('textbox', { name: t('note.composer'), exact: true });
    expect(await writing.getByRole('paragraph').allTextContents()).toEqual([
      'पहली खिड़की का पाठ।',
      'दूसरी खिड़की का पाठ।',
    ]);
    await writing.press('Control+End');
    await other.page.keyboard.insertText(' दोनों रहे।');
    await untilHeld(fileId, 'दोनों रहे।');
    await untilSaved(other);
    expect(await page.getByRole('textbox', { name: t('note.composer'), exact: true }).textContent()).toBe(
      'पहली खिड़की का पाठ।',
    );
    expect(person.troubles).toEqual([]);
  }, 600_000);
});
