import type { FileCreated, NumberHead, Page } from '@patravali/contract';
import { Client } from '../../support/journeys/client';
import { LANGUAGES } from '../../support/language/languages';
import { useJourneyOffice } from '../../support/journeys/office';
import { readsInOrder } from '../../support/journeys/pdf';
import { untilTheSheetReads } from '../../support/page-acts/letters';
import { type Person, signIn } from '../../support/page/person';

const JOURNEY_MS = 600_000;
const HINDI = { subject: 'कार्यालय समय', body: 'कार्यालय प्रातः 10 बजे खुलेगा।' };
const ENGLISH = { subject: 'Office hours', body: 'The office opens at 10 a.m.' };

describe.each(LANGUAGES)('Letters of several forms, in %s', (language) => {
  const office = useJourneyOffice();

  async function newFile(): Promise<string> {
    const client = await Client.signIn(() => office().url, 'sunita', 'AO(EST)');
    const [head] = (await client.ask<Page<NumberHead>>('listNumberHeads')).items;
    const body = { headId: head?.id, subject: 'कार्यालय आदेश' };
    return (await client.ask<FileCreated>('createFile', { body })).id;
  }

  /** An officer who begins a draft on a file of her own. */
  async function atNewDraft(): Promise<Person> {
    const fileId = await newFile();
    const officer = await office().person({ language });
    await signIn(officer, 'sunita', 'AO(EST)');
    await officer.page.goto(`/files/${fileId}/drafts/new`);
    return officer;
  }

  const choose = ({ page, t }: Person, label: 'draft.form' | 'draft.language', value: string) =>
    page.getByRole('combobox', { name: t(label), exact: true }).selectOption(value);

  it(
    'an office order in both languages has two texts and no addressee, and is warned of nothing once both are there',
    async () => {
      const officer = await atNewDraft();
      const { page, t } = officer;
      const addressees = page.getByRole('group', { name: t('draft.addressees'), exact: true });
      await addressees.waitFor();
      await choose(officer, 'draft.form', 'office_order');
      await addressees.waitFor({ state: 'detached' });
      const signatory = page.getByRole('radiogroup', { name: t('draft.signatory'), exact: true });
      await signatory.getByText('AO(EST)', { exact: true }).click();
      const field = (label: string) => page.getByRole('textbox', { name: label, exact: true });
      await field(t('draft.subject')).fill(HINDI.subject);
      await field(t('draft.body')).click();
      await page.keyboard.insertText(HINDI.body);

      await choose(officer, 'draft.language', 'bilingual');
      const ofEnglish = (label: string) => field(`${label} (${t('language.en')})`);
      await ofEnglish(t('draft.subject')).fill(ENGLISH.subject);
      await ofEnglish(t('draft.body')).click();
      await page.keyboard.insertText(ENGLISH.body);
      await page.getByText(t('letterCheck.none'), { exact: true }).waitFor();
      await untilTheSheetReads(page, ENGLISH.body);
      await officer.photograph(`office-order-${language}`);

      await page.keyboard.press('Control+S');
      await page.waitForURL(/\/drafts\/[0-9a-f-]{36}/);
      await page.getByRole('button', { name: t('draftMove.approve'), exact: true }).click();
      const dialog = page.getByRole('dialog', { name: t('draft.approveTitle'), exact: true });
      await dialog.getByRole('button', { name: t('draftMove.approve'), exact: true }).click();
      await dialog.waitFor({ state: 'hidden' });
      await page.getByRole('button', { name: t('draftMove.issue'), exact: true }).click();
      await page.getByRole('button', { name: t('draft.signAndIssue'), exact: true }).click();
      await untilTheSheetReads(page, ENGLISH.body);
      await officer.photograph(`office-order-issued-${language}`);
      const { bytes } = await officer.download(() =>
        page.getByRole('button', { name: t('dispatch.original'), exact: true }).click(),
      );
      await readsInOrder(bytes, ['कार्यालय आदेश', HINDI.body, 'OFFICE ORDER', ENGLISH.body]);
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );

  it(
    'a reminder of a form that the letter was not begun in keeps what was typed, and shows its own fields',
    async () => {
      const officer = await atNewDraft();
      const { page, t } = officer;
      const salutation = page.getByRole('textbox', { name: t('draft.salutation'), exact: true });
      await salutation.fill('मान्यवर,');
      await choose(officer, 'draft.form', 'minutes');
      await salutation.waitFor({ state: 'detached' });
      await page.getByLabel(t('draftForm.present'), { exact: true }).fill('जिलाधिकारी\nअपर आयुक्त');
      await choose(officer, 'draft.form', 'reminder');
      expect(await salutation.inputValue()).toBe('मान्यवर,');
      await page.getByRole('combobox', { name: t('draftForm.reminder'), exact: true }).selectOption('2');
      await page.getByRole('textbox', { name: t('draftForm.ourLetter'), exact: true }).fill('41/2026');
      await officer.photograph(`reminder-${language}`);
      expect(officer.troubles).toEqual([]);
    },
    JOURNEY_MS,
  );
});
