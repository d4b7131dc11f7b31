import type { FileCreated, NumberHead, Page } from '@patravali/contract';
import { Client } from '../support/journey-client';
import { useJourneyOffice } from '../support/journey-office';
import { typeNote, untilSaved } from '../support/page-file';
import { type Person, personOf, signIn } from '../support/page-person';

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

  /** The words of the note as the server holds them. */
  async function heldNote(fileId: string): Promise<string> {
    const file = await clerk.ask<{ pendingNote: unknown }>('getFile', { params: { fileId } });
    return JSON.stringify(file.pendingNote);
  }

  it('outlives a lost line, a closed window and a new one', async () => {
    const { person, address, fileId } = await atANewFile();
    const { t } = person;
    await typeNote(person, 'पहला वाक्य। ');
    await untilSaved(person);
    await person.context.setOffline(true);
    await typeNote(person, 'बिना सम्पर्क लिखा गया वाक्य।');
    await person.sees(t('note.offline'));
    await person.page.close();
    await person.context.setOffline(false);

    const later = await person.otherTab(address);
    await later.page
      .getByRole('textbox', { name: t('note.composer') })
      .getByText('बिना सम्पर्क लिखा गया वाक्य।')
      .waitFor();
    await untilSaved(later);
    expect(await heldNote(fileId)).toContain('पहला वाक्य। बिना सम्पर्क लिखा गया वाक्य।');
    expect(person.troubles).toEqual([]);
  }, 180_000);

  it('is saved by itself when the line comes back', async () => {
    const { person, fileId } = await atANewFile();
    await person.page.getByRole('textbox', { name: person.t('note.composer') }).waitFor();
    await person.context.setOffline(true);
    await typeNote(person, 'आपूर्ति लौटते ही सहेजें।');
    await person.sees(person.t('note.offline'));
    await person.context.setOffline(false);
    await untilSaved(person);
    expect(await heldNote(fileId)).toContain('आपूर्ति लौटते ही सहेजें।');
  }, 180_000);

  it('goes on over a session that has ended, once its writer has signed in again on the spot', async () => {
    const { person, fileId } = await atANewFile();
    const { page, t, language } = person;
    await typeNote(person, 'सत्र रहते लिखा। ');
    await untilSaved(person);
    const elsewhere = await person.otherTab('/');
    await elsewhere.page.getByRole('button', { name: personOf('vinod').name[language] }).click();
    await elsewhere.page.getByRole('menuitem', { name: t('session.signOut') }).click();
    await elsewhere.page.getByText(t('session.demoTitle')).waitFor();

    await typeNote(person, 'सत्र के बाद लिखा।');
    const dialog = page.getByRole('dialog', { name: t('session.againTitle') });
    await dialog.getByRole('button', { name: t('session.goOnAs', { name: personOf('vinod').name[language] }) }).click();
    await dialog.waitFor({ state: 'hidden' });
    await untilSaved(person);
    expect(await heldNote(fileId)).toContain('सत्र रहते लिखा। सत्र के बाद लिखा।');
    expect(person.troubles).toEqual([]);
  }, 180_000);

  it('shows both texts when two windows wrote, and keeps what their writer made of them', async () => {
    const { person, address, fileId } = await atANewFile();
    const { page, t } = person;
    const other = await person.otherTab(address);
    await other.page.getByRole('textbox', { name: t('note.composer') }).waitFor();
    await typeNote(person, 'पहली खिड़की का पाठ।');
    await untilSaved(person);
    await typeNote(other, 'दूसरी खिड़की का पाठ।');
    const dialog = other.page.getByRole('dialog', { name: t('note.staleTitle') });
    await dialog.getByText('पहली खिड़की का पाठ।').waitFor();
    const mine = dialog.getByRole('textbox', { name: t('note.mine') });
    expect(await mine.inputValue()).toBe('दूसरी खिड़की का पाठ।');
    await mine.fill('पहली और दूसरी खिड़की का पाठ।');
    await dialog.getByRole('button', { name: t('note.keepMine') }).click();
    await dialog.waitFor({ state: 'hidden' });
    await untilSaved(other);
    expect(await heldNote(fileId)).toContain('पहली और दूसरी खिड़की का पाठ।');
    expect(await page.getByRole('textbox', { name: t('note.composer') }).textContent()).toBe('पहली खिड़की का पाठ।');
    expect(person.troubles).toEqual([]);
  }, 180_000);
});
