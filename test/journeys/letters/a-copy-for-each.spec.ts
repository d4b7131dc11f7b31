import type { DraftChanged, DraftView, FileCreated, NumberHead, Page } from '@patravali/contract';
import { aLetter } from '../../support/http/clerks';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const NAMES = ['ग्राम प्रधान, रामपुर', 'ग्राम प्रधान, श्यामपुर', 'ग्राम प्रधान, शिवपुर'];
const office = useJourneyOffice();

/** A letter on the officer's desk, addressed to one. */
async function drafted() {
  const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
  const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
  const cover = { headId: head?.id, subject: 'विद्यालयों का निरीक्षण' };
  const { id: fileId } = await officer.ask<FileCreated>('createFile', { body: cover });
  const body = { content: aLetter(officer.postId) };
  const { id: draftId } = await officer.ask<DraftChanged>('createDraft', { params: { fileId }, body });
  return { client: officer, draftId };
}

describe('A letter of which each addressee gets a copy of his own', () => {
  it.each(LANGUAGES)(
    'is chosen, approved, numbered and issued in one go, and each copy names one, in %s',
    async (language) => {
      const { client, draftId } = await drafted();
      const officer = await office().person({ language });
      await signIn(officer, 'sunita', 'AO(EST)');
      const { page, t } = officer;
      const button = (name: string) => page.getByRole('button', { name, exact: true });
      await page.goto(`/drafts/${draftId}`);
      await page.getByRole('heading', { level: 1 }).waitFor();

      const addressees = page.getByRole('group', { name: t('draft.addressees'), exact: true });
      const firstName = addressees.getByLabel(t('draft.addressee.name'), { exact: true }).first();
      await firstName.fill('');
      await page.evaluate(
        `document.activeElement.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true,
          clipboardData: (() => { const data = new DataTransfer(); data.setData('text/plain', ${JSON.stringify(NAMES.join('\n'))}); return data; })() }))`,
      );
      await addressees.getByLabel(t('draft.addressee.name'), { exact: true }).nth(2).waitFor();
      await page.getByLabel(t('draftForm.ownCopies'), { exact: true }).check();
      await officer.photograph(`chosen-${language}`);

      await button(t('draftMove.approve')).click();
      const approving = page.getByRole('dialog');
      await approving.getByRole('button', { name: t('draftMove.approve'), exact: true }).click();
      await button(t('draftMove.issue')).click();
      await page.getByText(t('draftForm.issueCopiesWhy'), { exact: true }).waitFor();
      await button(t('draft.signAndIssue')).click();
      await button(t('draft.toDispatch')).click();

      await page.waitForURL(/\/issues\//);
      const { issueNumber } = await client.ask<DraftView>('getDraft', { params: { draftId } });
      const title = issueNumber ?? '';
      const sheet = page.getByRole('document', { name: title });
      for (const name of NAMES) {
        await button(t('outward.showCopy', { name })).click();
        // The office copy names all; it stays on the sheet until the other has come.
        for (const other of NAMES.filter((each) => each !== name))
          await sheet.getByText(other).waitFor({ state: 'detached' });
        await untilTheSheetReads(page, name, title);
      }
      await officer.photograph(`copy-${language}`);
      await button(t('outward.showLetter')).click();
      for (const name of NAMES) await untilTheSheetReads(page, name, title);
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
