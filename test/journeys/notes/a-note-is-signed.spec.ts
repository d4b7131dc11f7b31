import type { FileCreated, FileView, NoteView, NumberHead, Page, PostsConsulted, PostView } from '@patravali/contract';
import { goByPalette } from '../../support/page-acts/by-keys';
import { tabTo } from '../../support/journeys/clerks-desk';
import type { Locator } from 'playwright-core';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { consultationWords } from '../../support/language/words';
import { aimAt, writeNote, untilSaved } from '../../support/page/file';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const office = useJourneyOffice();
const desk = (username: string, marking?: string) => Client.signIn(() => office().url, username, marking);

const aFile = async (by: Client) => {
  const [head] = (await by.ask<Page<NumberHead>>('listNumberHeads')).items;
  return await by.ask<FileCreated>('createFile', { body: { headId: head?.id, subject: 'वार्षिक वेतन वृद्धि' } });
};

const haveNotesSigned = async (signedNotes = true) => {
  const administrator = await desk('anjali');
  await administrator.ask('setSigningRule', { body: { signedForms: [], signedNotes } });
};

/** The head assistant has a new file before him. */
const clerkAtAFile = async (language: 'hi' | 'en') => {
  await haveNotesSigned();
  const api = await desk('vinod', 'HA(EST)');
  const { id: fileId, number } = await aFile(api);
  const clerk = await office().person({ language });
  await signIn(clerk, 'vinod');
  await clerk.page.goto(`/files/${fileId}`);
  await clerk.page.getByRole('heading', { level: 1 }).waitFor();
  return { api, fileId, number, clerk };
};

/** The dialog has a key to sign with; whoever has none yet makes one. */
const withAKey = async ({ t }: Person, asking: Locator) => {
  const makesKey = asking.getByRole('button', { name: t('signing.makeDemo'), exact: true });
  const subject = asking.getByText('CN=').first();
  await makesKey.or(subject).first().waitFor();
  if (await makesKey.isVisible()) await makesKey.click();
  await subject.waitFor();
};

describe.each(LANGUAGES)('A note of an office that has notes signed, in %s', (language) => {
  it(
    'is signed because the administrator says so, by keys alone',
    async () => {
      const api = await desk('anjali');
      await api.ask('setSigningRule', { body: { signedForms: [], signedNotes: false } });
      const administrator = await office().person({ language });
      await signIn(administrator, 'anjali');
      const { page, t } = administrator;
      await goByPalette(administrator, t('page.signingRule'));
      await page.getByRole('heading', { level: 1, name: t('page.signingRule'), exact: true }).waitFor();
      const box = (name: string) => page.getByRole('checkbox', { name, exact: true });
      for (const name of [t('letterForm.notification'), t('signingRule.notes')]) {
        await tabTo(administrator, box(name));
        await page.keyboard.press('Space');
      }
      await administrator.photograph(`signing-rule-${language}`);
      await administrator.sees(t('signingRule.kept'), () => page.keyboard.press('Control+Enter'));
      expect(await api.ask('getSigningRule')).toEqual({
        signedForms: ['notification'],
        signedNotes: true,
        refusesUnchecked: false,
      });
      // Others read it.
      const clerk = await office().person({ language });
      await signIn(clerk, 'vinod');
      await clerk.page.goto('/signing-rule');
      await clerk.page.getByText(t('signingRule.byAdministrator')).waitFor();
      expect(await clerk.page.getByRole('checkbox', { checked: true, disabled: true }).count()).toBe(2);
      expect([...administrator.troubles, ...clerk.troubles]).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'may be an opinion, which is signed as it is given',
    async () => {
      // The note that goes onto the sheet with the question is not signed here.
      await haveNotesSigned(false);
      const officer = await desk('sunita', 'AO(EST)');
      const posts = (await officer.ask<Page<PostView>>('listPosts', { query: { limit: '100' } })).items;
      const postId = posts.find(({ marking }) => marking === 'DD(SW)')?.id ?? '';
      const { id: fileId, number } = await aFile(officer);
      const text = { version: 1, paragraphs: [{ children: [{ type: 'text', text: 'बजट अपेक्षित है।' }] }] };
      await officer.ask('addNote', { params: { fileId }, body: { text } });
      const asked = { question: 'क्या बजट उपलब्ध है?', posts: [{ postId, dueOn: '2099-12-31' }] };
      const { consultedIds } = await officer.ask<PostsConsulted>('consultPosts', { params: { fileId }, body: asked });
      await haveNotesSigned();
      const kavita = await office().person({ language });
      await signIn(kavita, 'kavita');
      const { page, t } = kavita;
      const say = consultationWords(language);
      await page.goto(`/consultations/${consultedIds[0] ?? ''}`);
      await page.getByRole('document', { name: say('snapshot', { number }), exact: true }).waitFor();
      await page.getByRole('textbox', { name: say('opinion'), exact: true }).click();
      await page.keyboard.insertText('अनुदान संख्या ८३ में धनराशि उपलब्ध है।');
      await page.getByRole('button', { name: new RegExp(`^${say('signAndGive')}`) }).waitFor();
      await page.keyboard.press('Control+Enter');
      const asking = page.getByRole('dialog', { name: t('signing.signOpinion'), exact: true });
      await withAKey(kavita, asking);
      await kavita.photograph(`opinion-signing-${language}`);
      await kavita.sees(say('given', { number, note: 2 }), () => page.keyboard.press('Control+Enter'));
      const [, note] = (await officer.ask<Page<NoteView>>('listNotes', { params: { fileId } })).items;
      expect(note).toMatchObject({ kind: 'opinion', signature: { note: 2 } });
      expect(kavita.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'is signed as it is confirmed, sent, and shown with its signature',
    async () => {
      const { api, fileId, number, clerk } = await clerkAtAFile(language);
      const { page, t } = clerk;
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      await writeNote(clerk, 'प्रस्ताव अनुमोदनार्थ प्रस्तुत है।');
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
      const { api, fileId, number, clerk } = await clerkAtAFile(language);
      const { page, t } = clerk;
      await aimAt(clerk, 'AO(EST)');
      await writeNote(clerk, 'आदेशार्थ प्रस्तुत है।');
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
      // A bare Enter neither signs nor closes.
      await page.keyboard.press('Enter');
      expect(await asking.isVisible()).toBe(true);
      await clerk.sees(t('file.sentTo', { number, post: 'AO(EST)' }), () => page.keyboard.press('Control+Enter'));
      const [note] = (await api.ask<Page<NoteView>>('listNotes', { params: { fileId } })).items;
      expect(note?.signature?.certificate.subject).toContain('CN=');
      expect(clerk.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
