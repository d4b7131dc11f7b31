import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DraftChanged, DraftView, FileCreated, NumberHead, Page } from '@patravali/contract';
import { pdfText } from '../../../libs/platform/typesetting/test/pdf-text';
import { aLetter } from '../../support/http/clerks';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { rareAct } from '../../support/page/rare-act';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const REASON = 'पता अशुद्ध था';
const office = useJourneyOffice();
const nothing = (): void => undefined;
let bringStoreBack = nothing;
afterEach(() => bringStoreBack());

describe.each(LANGUAGES)('A letter whose number is drawn while the store is away, in %s', (language) => {
  /** Nothing can be stored; everything else goes on. */
  function takeStoreAway() {
    const [objects, away] = ['objects', 'objects-away'].map((name) => join(office().dataFolder, name)) as [
      string,
      string,
    ];
    renameSync(objects, away);
    writeFileSync(objects, '');
    bringStoreBack = () => {
      bringStoreBack = nothing;
      rmSync(objects);
      renameSync(away, objects);
    };
  }

  /** Two letters on one file, approved. */
  async function twoLetters() {
    const officer = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    const [head] = (await officer.ask<Page<NumberHead>>('listNumberHeads')).items;
    const body = { headId: head?.id, subject: 'विद्यालयों का निरीक्षण' };
    const { id: fileId } = await officer.ask<FileCreated>('createFile', { body });
    const putUp = async () => {
      const body = { content: aLetter(officer.postId) };
      const { id: draftId } = await officer.ask<DraftChanged>('createDraft', { params: { fileId }, body });
      await officer.ask('approveDraft', { params: { draftId }, body: { draftVersion: 1 } });
      return draftId;
    };
    return { client: officer, fileId, made: await putUp(), given: await putUp() };
  }

  /** Asks for it, and is told the number that was drawn. */
  async function issue({ page, t }: Person, client: Client, draftId: string): Promise<string> {
    await page.goto(`/drafts/${draftId}`);
    await page.getByRole('button', { name: t('draftMove.issue'), exact: true }).click();
    await page.getByRole('button', { name: t('draft.signAndIssue'), exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: t('draft.finish'), exact: true }).waitFor();
    const { issueNumber } = await client.ask<DraftView>('getDraft', { params: { draftId } });
    const number = issueNumber ?? '';
    await page.getByText(t('draftForm.beingMade', { number }), { exact: true }).waitFor();
    return number;
  }

  it(
    'shows what it is: it is finished by hand, or its number cancelled; the register tells of both',
    async () => {
      const { client, fileId, made, given } = await twoLetters();
      const officer = await office().person({ language });
      await signIn(officer, 'sunita', 'AO(EST)');
      const { page, t } = officer;
      takeStoreAway();
      const [first, second] = [await issue(officer, client, made), await issue(officer, client, given)];
      await officer.photograph(`numbered-${language}`);
      expect(await page.getByRole('button', { name: t('draftMove.change'), exact: true }).count()).toBe(0);

      await rareAct(officer, 'draft.cancel');
      const dialog = page.getByRole('dialog', { name: t('draft.cancel'), exact: true });
      await dialog.getByText(t('draft.cancelNumberWhy', { number: second }), { exact: true }).waitFor();
      await officer.photograph(`cancel-number-${language}`);
      await dialog.getByRole('textbox').fill(REASON);
      await dialog.getByRole('button', { name: t('draft.cancel'), exact: true }).click();
      await dialog.waitFor({ state: 'detached' });
      await page.getByText(REASON).waitFor();

      const line = (number: string) => page.getByRole('row').filter({ hasText: number });
      await page.goto('/registers/dispatch');
      await line(first).getByText(t('issueState.numbered'), { exact: true }).waitFor();
      await line(second).getByText(t('issueState.cancelled'), { exact: true }).waitFor();
      await line(second).getByText(REASON).waitFor();
      await officer.photograph(`register-${language}`);
      const { bytes } = await officer.download(() =>
        page.getByRole('button', { name: t('registers.pdf'), exact: true }).click(),
      );
      const paper = (await pdfText(bytes)).replaceAll('\u200b', '');
      for (const words of [first, second, REASON, t('issueState.numbered'), t('issueState.cancelled')])
        expect(paper).toContain(words);

      await page.goto(`/files/${fileId}?tab=drafts`);
      await officer.photograph(`file-${language}`);
      bringStoreBack();
      await page.goto(`/drafts/${made}`);
      await officer.sees(t('draft.issued', { number: first }), () =>
        page.getByRole('button', { name: t('draft.finish'), exact: true }).click(),
      );
      await page.waitForURL(/\/issues\//);
      await page.getByText(first, { exact: true }).first().waitFor();
      await officer.photograph(`issued-${language}`);
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
