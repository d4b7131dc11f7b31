import type { FileCreated, NoteView, NumberHead, Page } from '@patravali/contract';
import { Client } from '../support/journey-client';
import { useJourneyOffice } from '../support/journey-office';
import { aimAt, typeNote, untilSaved } from '../support/page-file';
import { signIn } from '../support/page-person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = (username: string, marking?: string) => Client.signIn(() => office().url, username, marking);

describe.each(['hi', 'en'] as const)('A note of an office that has notes signed, in %s', (language) => {
  it(
    'is signed as it is confirmed, sent, and shown with its signature',
    async () => {
      const administrator = await desk('anjali');
      await administrator.ask('setSigningRule', { body: { signedForms: [], signedNotes: true } });
      const api = await desk('vinod', 'HA(EST)');
      const [head] = (await api.ask<Page<NumberHead>>('listNumberHeads')).items;
      const { id: fileId, number } = await api.ask<FileCreated>('createFile', {
        body: { headId: head?.id, subject: 'वार्षिक वेतन वृद्धि' },
      });
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
      const sign = asking.getByRole('button', { name: t('signing.sign'), exact: true });
      const makesKey = asking.getByRole('button', { name: t('signing.makeDemo'), exact: true });
      await makesKey.or(asking.getByText('CN=')).first().waitFor();
      await clerk.photograph(`note-signing-${language}`);
      if (await makesKey.isVisible()) await makesKey.click();
      await asking.getByText('CN=').first().waitFor();
      await sign.click();
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
});
