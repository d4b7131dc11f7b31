import type { FileCreated, FileView, NoteView, NumberHead, Page } from '@patravali/contract';
import type { Locator } from 'playwright-core';
import { Client } from '../support/journey-client';
import { useJourneyOffice } from '../support/journey-office';
import { aimAt, typeNote, untilSaved } from '../support/page-file';
import { type Person, signIn } from '../support/page-person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = (username: string, marking?: string) => Client.signIn(() => office().url, username, marking);

const aFile = async (by: Client) => {
  const [head] = (await by.ask<Page<NumberHead>>('listNumberHeads')).items;
  return await by.ask<FileCreated>('createFile', { body: { headId: head?.id, subject: 'वार्षिक वेतन वृद्धि' } });
};

/** The dialog has a key to sign with; whoever has none yet makes one. */
const withAKey = async ({ t }: Person, asking: Locator) => {
  const makesKey = asking.getByRole('button', { name: t('signing.makeDemo'), exact: true });
  const subject = asking.getByText('CN=').first();
  await makesKey.or(subject).first().waitFor();
  if (await makesKey.isVisible()) await makesKey.click();
  await subject.waitFor();
};

describe.each(['hi', 'en'] as const)('A note of an office that has notes signed, in %s', (language) => {
  it(
    'is signed as it is confirmed, sent, and shown with its signature',
    async () => {
      const administrator = await desk('anjali');
      await administrator.ask('setSigningRule', { body: { signedForms: [], signedNotes: true } });
      const api = await desk('vinod', 'HA(EST)');
      const { id: fileId, number } = await aFile(api);
      const clerk = await office().person({ language });
      await signIn(clerk, 'vinod');
      const { page, t } = clerk;
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      await page.goto(`/files/${fileId}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await typeNote(clerk, 'प्रस्ताव अनुमोदनार्थ प्रस्तुत है।');
      await untilSaved(clerk);
      await button(t('signing.signNote')).click();
      const asking = page.getByRole('dialog', { name: t('signing.signNote'), exact: true });
      await withAKey(clerk, asking);
      await clerk.photograph(`note-signing-${language}`);
      await asking.getByRole('button', { name: t('signing.sign'), exact: true }).click();
      await page.getByRole('region', { name: t('note.green', { number: 1 }), exact: true }).waitFor();
      await page.getByText(t('note.signed')).first().waitFor();
      await clerk.photograph(`note-signed-green-${language}`);
      await aimAt(clerk, 'AO(EST)');
      await clerk.sees(t('file.sentTo', { number, post: 'AO(EST)' }), () => page.keyboard.press('Control+Enter'));
      await page.goto(`/files/${fileId}`);
      const shown = page.getByText(t('signing.noteSignedBy')).first();
      await shown.click();
      await button(t('signing.saveNote')).waitFor();
      await clerk.photograph(`note-signed-${language}`);
      const [note] = (await api.ask<Page<NoteView>>('listNotes', { params: { fileId } })).items;
      expect(note?.signature?.certificate.subject).toContain('CN=');
      expect(clerk.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is signed where it is sent, by keys alone, and stays when the signature is given up',
    async () => {
      const administrator = await desk('anjali');
      await administrator.ask('setSigningRule', { body: { signedForms: [], signedNotes: true } });
      const api = await desk('vinod', 'HA(EST)');
      const { id: fileId, number } = await aFile(api);
      const clerk = await office().person({ language });
      await signIn(clerk, 'vinod');
      const { page, t } = clerk;
      await page.goto(`/files/${fileId}`);
      await page.getByRole('heading', { level: 1 }).waitFor();
      await aimAt(clerk, 'AO(EST)');
      await typeNote(clerk, 'आदेशार्थ प्रस्तुत है।');
      await untilSaved(clerk);
      await page.getByRole('button', { name: new RegExp(`^${t('file.sendSignature')}`) }).waitFor();
      const asking = page.getByRole('dialog', { name: t('signing.signNote'), exact: true });
      await page.keyboard.press('Control+Enter');
      await withAKey(clerk, asking);
      await clerk.photograph(`note-signed-and-sent-${language}`);
      await page.keyboard.press('Escape');
      await asking.waitFor({ state: 'detached' });
      expect((await api.ask<FileView>('getFile', { params: { fileId } })).pendingNote?.colour).toBe('yellow');
      await page.getByRole('textbox', { name: t('note.composer'), exact: true }).focus();
      await page.keyboard.press('Control+Enter');
      await withAKey(clerk, asking);
      await clerk.sees(t('file.sentTo', { number, post: 'AO(EST)' }), () => page.keyboard.press('Control+Enter'));
      const [note] = (await api.ask<Page<NoteView>>('listNotes', { params: { fileId } })).items;
      expect(note?.signature?.certificate.subject).toContain('CN=');
      expect(clerk.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
